"""The case at hand: what the room was told so far and what words mean, for everybody, and nothing that is to come."""

import json
from dataclasses import replace

import pytest

from tests.helpers.case import CASE
from tests.helpers.table import ROLES, STEPS, Table
from workshop.activities.codec import head_from_json, head_to_json
from workshop.activities.session_case import given
from workshop.domain.scenario import Person

IMPACT, CORRECTION = CASE.information


@pytest.fixture
def table():
    return Table(people=6)


def first_round(table):
    table.first_round({c: ["abusive"] * 6 for c in ("c1", "c2", "c3")})


@pytest.mark.parametrize("step", STEPS)
def test_everybody_has_it_in_every_step_and_it_is_the_same(table, step):
    table.go(step)
    one, *others = (table.part("case", role) for role in ROLES)
    assert others == [one, one]
    assert [t["term"] for t in one["terms"]] == [t.term for t in CASE.glossary]


def test_a_term_has_its_meaning_what_it_was_called_and_who_says_so(table):
    (term,) = table.part("case")["terms"]
    (written,) = CASE.glossary
    assert term == {name: getattr(written, name) for name in term} and len(term) == 6


def test_nothing_is_there_before_the_room_has_come_to_it(table):
    assert table.part("case") == {**table.part("case"), "information": [], "rounds": [], "cards": []}
    text = json.dumps([table.part("case", role) for role in ROLES])
    assert IMPACT.text not in text and CASE.cards[0].short not in text


def test_the_warm_up_is_not_part_of_the_case(table):
    table.go("warm_up")
    table.must("board.open", {})
    assert table.part("case")["rounds"] == []


def test_information_is_given_with_its_step_the_newest_first_by_the_number_that_facilitators_use(table):
    first_round(table)
    table.must("board.reopen", {"cards": ["c3"], "cause": "information", "information": CORRECTION.id})
    assert [(i["number"], i["corrects"]) for i in table.part("case")["information"]] == [(2, ["c3"])]
    table.go("information")
    assert [(i["number"], i["corrects"]) for i in table.part("case")["information"]] == [(1, []), (2, ["c3"])]
    table.go("formulation")
    table.go("information")
    table.must("board.open", {})
    assert [i["id"] for i in table.part("case")["information"]] == [IMPACT.id, CORRECTION.id], "told once"
    assert [r["id"] for r in table.part("case")["rounds"]] == ["r1", "r2", "r3"]


def test_what_is_talked_about_without_figures_is_part_of_the_case_too(table):
    table.must("board.talk", {"talk": True})
    table.go("information")
    table.must("board.talk_about", {"card": "c2"})
    table.go("formulation")
    found = table.part("case")
    assert [i["id"] for i in found["information"]] == [IMPACT.id]
    assert found["cards"] == [{"id": "c2", "short": "Thing 2"}] and found["rounds"] == []


def test_it_has_no_figure_and_no_range(table):
    before = json.dumps(table.part("case"))
    first_round(table)
    shown = table.part("case")
    assert set(shown) == {"information", "rounds", "cards", "terms"}
    assert all(set(r) == {"id", "cards"} for r in shown["rounds"]) and all(
        set(c) == {"id", "short"} for c in shown["cards"]
    )
    assert "abusive" not in json.dumps(shown) and before != json.dumps(shown)


def test_a_head_of_before_knows_it_by_its_rounds(table):
    first_round(table)
    table.must("board.reopen", {"cards": ["c3"], "cause": "information", "information": CORRECTION.id})
    older = json.loads(head_to_json(table.head))
    for name in ("given", "case_shown"):
        del older[name]
    read = head_from_json(json.dumps(older))
    assert given(read) == (CORRECTION.id,) == given(table.head)
    assert given(replace(read, given=(IMPACT.id,))) == (CORRECTION.id, IMPACT.id)


def test_it_is_on_the_screen_until_it_is_taken_off_or_the_room_goes_on(table):
    assert table.refused("session.show_case", {"shown": True}, "d1") == "not_allowed"
    for goes in (lambda: table.must("session.show_case", {"shown": False}), lambda: table.go("board")):
        table.must("session.show_case", {"shown": True})
        assert [table.part("session", role)["case_shown"] for role in ROLES] == [True] * 3
        goes()
        assert not table.part("session", "screen")["case_shown"]


@pytest.mark.parametrize(
    ("age", "note", "said"),
    [(15, "Year 10", "15, Year 10"), (15, "15, Year 10", "15, Year 10"), (None, "a pupil", "a pupil")],
)
def test_an_age_is_said_once(age, note, said):
    assert Person("ash", note, age).said == said
