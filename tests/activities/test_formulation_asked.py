"""Asking what holds: who may, of what, once in the same words; private, and told at a reveal or not at all."""

import pytest

from tests.activities.commands_agreed import NO, SKIP, YES, all_say, asked, eight, revealed, say, written
from tests.helpers.table import ROLES, Table
from workshop.service.join import leave


@pytest.fixture
def table():
    return Table(people=6, step="formulation")


def ask(link=(), sentences=(), **more):
    return {"links": list(link), "sentences": list(sentences), **more}


def test_the_words_are_those_of_the_moment_of_asking(table):
    asked(table)
    table.must("formulation.explain", {"part": "because", "text": "Other words.", "base": 1})
    items = table.part("agreed")["items"]
    assert [i["first"] for i in items] == ["One", "It began with a move.", "Something else happened first."]
    assert items[0] == {
        "id": "item01",
        "what": "link",
        "kind": "because",
        "first": "One",
        "second": "Two",
        "places": ["needs", "needs"],
    }


def test_only_a_facilitator_asks_and_only_a_phone_answers(table):
    here = asked(table)
    for name, body in (("ask", ask((), ["because"])), ("reveal", {"round": here}), ("close", {"round": here})):
        assert table.refused(f"formulation.{name}", body, "d1") == "not_allowed"
    assert table.refused("formulation.answer", {"round": here, "item": "item01", "answer": "yes"}) == "not_allowed"


def test_nothing_is_asked_of_what_is_not_there(table):
    (link, *_) = written(table)
    for body in (ask(), ask(["gone"]), ask([link], ["eased"]), ask((), ["kept_going"])):
        assert table.refused("formulation.ask", body) == "not_now"
    assert table.refused("formulation.ask", ask((), ["unsure"])) == "invalid"
    assert table.refused("formulation.ask", ask([link] * 8)) == "invalid"


def test_the_questions_wait_for_an_explanation(table):
    assert table.refused("formulation.ask", ask(questions=True)) == "not_now"
    eight(table)
    assert [i["id"] for i in table.part("agreed")["items"]][::7] == ["explains", "wrong"]


def test_one_at_a_time_in_its_own_step_and_not_while_the_room_only_talks(table):
    asked(table)
    assert table.refused("formulation.ask", ask((), ["because"])) == "not_now"
    table.must("formulation.close", {"round": "h1"})
    table.go("plan")
    assert table.refused("formulation.ask", ask((), ["because"])) == "not_now"
    table.go("board")
    table.must("board.talk", {"talk": True})
    table.go("formulation")
    assert table.refused("formulation.ask", ask((), ["because"])) == "not_now"


@pytest.mark.parametrize(
    "body",
    [
        {"item": "item04", "answer": "yes"},
        {"item": "item01", "answer": "partly", "reason": "known"},
        {"item": "item01", "answer": None, "reason": "known"},
        {"item": "item01", "answer": "perhaps"},
        {"item": "item01", "answer": "yes", "reason": "law"},
    ],
)
def test_an_answer_is_one_of_four_to_something_that_is_asked(table, body):
    asked(table)
    assert table.refused("formulation.answer", {"round": "h1", **body}, "d1") == "invalid"


def test_answers_move_no_part_and_are_counted_exactly(table):
    here = asked(table)
    before = {role: table.parts(role) for role in ROLES}
    for item, said in (("item01", YES), ("item01", NO), ("item02", YES), ("item03", SKIP)):
        say(table, item, [said])
    assert {role: table.parts(role) for role in ROLES} == before
    assert (table.counts[f"{here}:answered"], table.counts[f"{here}:finished"]) == (1, 1)
    assert table.own("d1")["own_agreed"]["answers"]["item01"] == {"answer": "no", "reason": "timing"}


def test_it_is_told_by_the_quorum_of_placings(table):
    here = asked(table)
    for n in range(3):
        say(table, f"item0{n + 1}", [YES] * 4)
    assert table.refused("formulation.reveal", {"round": here}) == "too_few"
    all_say(table, [YES] * 5)
    assert table.part("progress")["enough"]
    table.must("formulation.reveal", {"round": here})
    first, second, third = table.part("agreed")["results"]
    assert (first["tallies"], first["cannot"], first["split"]) == ([5, 0, 0], 0, False)
    assert second["why"] == third["why"] == "few"


def test_the_idle_are_counted_out_three_minutes_after_it_was_opened():
    table = Table(people=12, step="formulation")
    written(table)
    for n in range(1, 13):
        table.must("formulation.add", {"section": "needs", "text": f"Note {n}"}, f"d{n}")
    table.must("formulation.ask", ask((), ["because"]))
    say(table, "item01", [YES] * 5)
    assert table.refused("formulation.reveal", {"round": "h1"}) == "too_few"
    assert table.refused("formulation.reveal", {"round": "h1", "idle_out": True}) == "not_now"
    table.later(181)
    table.must("formulation.reveal", {"round": "h1", "idle_out": True})
    assert table.part("agreed")["results"][0]["tallies"] == [5, 0, 0]


def test_closed_without_showing_it_is_never_told_and_nothing_is_kept(table):
    here = asked(table)
    all_say(table, [YES] * 6)
    table.must("formulation.close", {"round": here})
    assert table.part("agreed")["results"] is None and table.record.rounds(table.session) == []
    assert not table.collection(f"weighed.{here}")
    assert table.refused("formulation.reveal", {"round": here}) == "too_few"
    table.must("formulation.ask", ask((), ["because"]))


def test_the_same_words_are_asked_once(table):
    revealed(table, [YES] * 6)
    assert table.refused("formulation.ask", ask((), ["because"])) == "not_now"
    table.must("formulation.explain", {"part": "because", "text": "it began, with a MOVE", "base": 1})
    assert table.refused("formulation.ask", ask((), ["because"])) == "not_now"
    (link, *_) = table.part("formulation")["links"]
    table.must("formulation.unlink", {"link": link["id"]})
    again = {name: link[name] for name in ("source", "target", "kind")}
    table.must("formulation.link", again, "d1")
    (anew, *_) = table.part("formulation")["links"]
    assert anew["id"] != link["id"] and table.refused("formulation.ask", ask([anew["id"]])) == "not_now"
    assert table.part("agreed", "facilitator")["askable"] == []


def test_of_a_former_wording_the_picture_stands_until_three_answer_otherwise(table):
    revealed(table, [YES] * 6, [YES] * 6)
    for version, said in ((1, [YES] * 4 + [NO] * 2), (2, [YES] * 3 + [NO] * 3)):
        table.must("formulation.explain", {"part": "because", "text": f"Wording {version}.", "base": version})
        table.must("formulation.ask", ask((), ["because"]))
        say(table, "item01", said)
        table.must("formulation.reveal", {"round": table.part("agreed")["round"]})
        (told,) = table.part("agreed")["results"]
        expected = ("stands", [6, 0, 0]) if version == 1 else (None, [3, 0, 3])
        assert (told["why"], told["tallies"]) == expected


def test_two_facilitators_at_once_are_one(table):
    here = asked(table)
    all_say(table, [YES] * 6)
    table.must("formulation.reveal", {"round": here})
    told, recorded = table.part("agreed"), table.record.rounds(table.session)
    table.must("formulation.reveal", {"round": here})
    assert table.part("agreed") == told and table.record.rounds(table.session) == recorded
    table.must("formulation.close", {"round": here})
    assert table.part("agreed")["results"] == told["results"], "it was shown before the other closed it"


def test_who_gives_the_seat_up_takes_the_answers_along(table):
    here = asked(table)
    all_say(table, [YES] * 6)
    assert table.counts[f"{here}:finished"] == 6
    leave(table.context, table.session, table.tokens["d6"])
    assert (table.counts[f"{here}:answered"], table.counts[f"{here}:finished"]) == (5, 5)
    table.must("formulation.reveal", {"round": here})
    assert table.part("agreed")["results"][0]["tallies"] == [5, 0, 0]


def test_a_round_that_there_is_not_takes_no_answer(table):
    body = {"round": "h9", "item": "item01", "answer": "yes"}
    assert table.refused("formulation.answer", body, "d1") == "round_closed"


def test_nothing_in_the_record_or_the_store_joins_two_answers_or_keeps_words(table):
    revealed(table, [YES, YES, YES, NO, NO, NO], [NO] * 6)
    (result,) = table.record.rounds(table.session)
    kept = str(result)
    assert not any(token in kept for token in table.tokens.values()) and "One" not in kept and "move" not in kept
    assert not table.collection("weighed.h1")


def test_a_note_that_is_hidden_takes_its_words_out_of_what_was_asked(table):
    revealed(table, [YES] * 6)
    (link, *_) = table.part("formulation")["links"]
    table.must("formulation.hide", {"note": link["target"]})
    (first, second, _) = table.part("agreed")["items"]
    assert (first["first"], first["second"]) == ("", "") and second["first"]
    assert "Two" not in str(table.collection("asked_words"))
