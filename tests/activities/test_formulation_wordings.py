"""Wordings from phones: one sheet from every phone, all shown at once or none; who prefers which is counted once."""

import json

import pytest

from tests.activities.rooms_offered import SAID, offer, offered, prefers, shown
from tests.activities.wall import part
from tests.helpers.table import ROLES, Table
from workshop.activities.formulation_traces import OFFERED
from workshop.activities.formulation_wordings import LONGEST, MOST, PREFERRED, SHEETS


@pytest.fixture
def table():
    return Table(people=6, step="formulation")


def offers(table, role="facilitator"):
    return table.part("offers", role)


def texts(table, of="because"):
    return [one["text"] for one in offers(table)["parts"][of]]


def test_all_come_at_once_without_an_author_and_no_sheet_is_left(table):
    offered(table, "One", "Two", "Three")
    assert not texts(table) and len(table.collection(SHEETS.name)) == 6
    table.must("formulation.show_wordings", {})
    assert sorted(texts(table)) == ["One", "Three", "Two"] and not table.collection(SHEETS.name)
    found = offers(table, "delegate")
    assert (found["state"], found["choosing"], found["shown"]) == ("shown", 1, [1])
    ids = [one["id"] for one in found["parts"]["because"]]
    assert ids == sorted(ids), "the order says nothing of who came when"


def test_no_part_of_anybody_moves_by_a_sheet_or_by_a_choice(table):
    table.must("formulation.ask_wordings", {})
    before = {role: json.dumps(table.parts(role)) for role in ROLES}
    table.must("formulation.offer", offer(because="x" * LONGEST, rival="Much"), "d1")
    table.must("formulation.offer", offer(), "d2")
    assert {role: json.dumps(table.parts(role)) for role in ROLES} == before
    table = Table(people=6, step="formulation")
    shown(table, "One", "Two", "Three")
    before = {role: json.dumps(table.parts(role)) for role in ROLES}
    prefers(table, "d1", "One")
    assert {role: json.dumps(table.parts(role)) for role in ROLES} == before


@pytest.mark.parametrize("wrote", [0, 1, 2])
def test_of_fewer_than_three_who_wrote_nothing_is_shown_and_all_are_told_the_same(table, wrote):
    offered(table, *["One", "Two"][:wrote])
    table.must("formulation.show_wordings", {})
    assert offers(table) == {
        "number": 1,
        "state": "few",
        "choosing": 0,
        "shown": [],
        "parts": {part: [] for part in SAID},
    }
    assert not table.collection(SHEETS.name)


def test_of_fewer_sheets_than_k_nothing_is_shown(table):
    table.must("formulation.ask_wordings", {})
    for n in range(1, 5):
        table.must("formulation.offer", offer(because=f"Wording {n}"), f"d{n}")
    table.must("formulation.show_wordings", {})
    assert offers(table)["state"] == "few" and not texts(table)


def test_a_room_of_fewer_than_k_is_asked_for_none():
    small = Table(people=4, step="formulation")
    small.must("formulation.ask_wordings", {})
    assert offers(small)["state"] == "few"
    assert small.refused("formulation.offer", offer(because="One"), "d1") == "not_now"
    assert small.refused("formulation.show_wordings", {}) == "not_now"


def test_a_late_sheet_waits_and_a_second_one_takes_the_place_of_the_first(table):
    assert table.refused("formulation.offer", offer(because="Early"), "d1") == "not_now"
    offered(table, "One", "Two", "Three")
    table.must("formulation.offer", offer(because="Better"), "d1")
    table.must("formulation.ask_wordings", {})
    table.must("formulation.show_wordings", {})
    assert sorted(texts(table)) == ["Better", "Three", "Two"], "the word given twice is one gathering"
    assert table.refused("formulation.offer", offer(because="Late"), "d4") == "not_now"
    assert table.refused("formulation.offer", offer(2, because="Late"), "d4") == "not_now", "before it is called"


@pytest.mark.parametrize(("text", "code"), [("x" * (LONGEST + 1), "too_long"), (3, "invalid")])
def test_a_sheet_is_held_against_the_rules_of_a_text(table, text, code):
    table.must("formulation.ask_wordings", {})
    assert table.refused("formulation.offer", {**offer(), "eased": text}, "d1") == code


def test_who_prefers_which_is_counted_once_told_from_three_and_nobodys_choice_is_left(table):
    shown(table, "One", "Two", "Three")
    for n in range(1, 4):
        prefers(table, f"d{n}", "One")
    prefers(table, "d4", "Two")
    assert len(table.collection(PREFERRED.name)) == 4
    assert {one["support"] for one in offers(table)["parts"]["because"]} == {None}, "no count until it is over"
    table.must("formulation.close_wordings", {})
    assert {one["text"]: one["support"] for one in offers(table)["parts"]["because"]} == {
        "One": 3,
        "Two": None,
        "Three": None,
    }
    assert not table.collection(PREFERRED.name)
    assert table.refused("formulation.close_wordings", {}) == "not_now", "nobody can count again to see a single tap"
    assert table.refused("formulation.prefer", {"part": "because", "wording": ""}, "d1") == "not_now"


def test_a_phone_prefers_one_or_none_and_gets_back_only_its_own(table):
    shown(table, "One", "Two", "Three")
    one = prefers(table, "d1", "One")
    two = prefers(table, "d1", "Two")
    assert one != two and table.own("d1")["own_preferred"] == {"parts": {"because": two}}
    assert table.own("d2")["own_preferred"] == {"parts": {}}
    table.must("formulation.prefer", {"part": "because", "wording": ""}, "d1")
    assert table.own("d1")["own_preferred"] == {"parts": {}}
    assert table.refused("formulation.prefer", {"part": "eased", "wording": one}, "d1") == "not_now"


def test_a_later_gathering_that_shows_nothing_takes_no_choice_away(table):
    shown(table, "One", "Two", "Three")
    one = prefers(table, "d1", "One")
    offered(table, "Four", gathering=2)
    table.must("formulation.show_wordings", {})
    assert offers(table)["state"] == "few" and table.own("d1")["own_preferred"] == {"parts": {"because": one}}
    assert offers(table)["choosing"] == 1
    table.must("formulation.close_wordings", {})
    assert offers(table)["choosing"] == 0


def test_a_wording_that_is_hidden_is_hidden_for_good(table):
    shown(table, "One", "Two", "Three")
    id = next(one["id"] for one in offers(table)["parts"]["because"] if one["text"] == "One")
    table.must("formulation.drop_wording", {"part": "because", "wording": id})
    table.must("formulation.drop_wording", {"part": "because", "wording": id})
    assert sorted(texts(table)) == ["Three", "Two"]
    offered(table, "one!", "Four", "Five", gathering=2)
    table.must("formulation.show_wordings", {})
    assert sorted(texts(table)) == ["Five", "Four", "Three", "Two"], "nor the same words again"


def test_the_same_words_are_one_and_so_many_are_shown(table):
    shown(table, "One", "one.", "Two", "Three")
    assert len(texts(table)) == 3
    offered(table, *(f"Wording {n}" for n in range(6)), gathering=2)
    table.must("formulation.show_wordings", {})
    assert len(texts(table)) == MOST


def test_the_first_one_is_made_of_notes_and_goes_with_them(table):
    for text, section in (("The chat rewarded it.", "perpetuating"), ("He was dared", "precipitating")):
        table.must("formulation.add", {"section": section, "text": text}, "d1")
    by_text = {n["text"]: n["id"] for n in part(table)["notes"]}
    source, target = by_text["The chat rewarded it."], by_text["He was dared"]
    table.must("formulation.link", {"source": source, "target": target, "kind": "because"}, "d1")
    shown(table, "One", "Two", "Three")
    first, *others = offers(table)["parts"]["because"]
    assert (first["text"], first["made"]) == ("he was dared", True) and not any(one["made"] for one in others)
    table.must("formulation.hide", {"note": target})
    assert "he was dared" not in json.dumps(table.collection(OFFERED.name))
    assert sorted(texts(table)) == ["One", "Three", "Two"]
