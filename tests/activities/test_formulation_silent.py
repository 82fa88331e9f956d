"""Silent notes: one envelope from every phone, all shown at once or none, and nobody's number of notes anywhere."""

import json

import pytest

from tests.activities.rooms_studio import envelope, handed_in
from tests.activities.wall import part
from tests.helpers.table import ROLES, Table
from workshop.activities.formulation_notes import LONGEST_NEW
from workshop.activities.formulation_silent import ENVELOPES


@pytest.fixture
def table():
    return Table(people=6, step="formulation")


def envelopes(table):
    return table.collection(ENVELOPES.name)


def test_everything_comes_at_once_without_an_author(table):
    handed_in(table, "One", "Two", "Three")
    assert part(table)["notes"] == [] and len(envelopes(table)) == 6
    table.must("formulation.uncover", {})
    found = part(table)
    assert sorted(n["text"] for n in found["notes"]) == ["One", "Three", "Two"]
    assert [n["id"] for n in found["notes"]] == sorted(n["id"] for n in found["notes"])
    assert found["gathering"] == {"number": 1, "state": "shown", "shown": [1]} and table.counts["notes"] == 3
    assert not envelopes(table), "no envelope is left"


def test_no_part_of_anybody_moves_by_an_envelope(table):
    table.must("formulation.collect", {})
    before = {role: json.dumps(table.part("formulation", role)) for role in ROLES}
    table.must("formulation.envelope", envelope(*["Much"] * 12), "d1")
    table.must("formulation.envelope", envelope(), "d2")
    assert {role: json.dumps(table.part("formulation", role)) for role in ROLES} == before


def test_in_silence_no_note_comes_alone(table):
    table.must("formulation.phase", {"phase": "silent"})
    note = {"section": "presenting", "text": "Alone"}
    assert table.refused("formulation.add", note, "d1") == "not_now"
    table.must("formulation.add", note)  # the facilitator's, read out
    table.must("formulation.phase", {"phase": "gather"})
    table.must("formulation.add", {**note, "text": "x" * LONGEST_NEW}, "d1")
    assert table.refused("formulation.add", {**note, "text": "x" * (LONGEST_NEW + 1)}, "d1") == "too_long"


@pytest.mark.parametrize("wrote", [0, 1, 2])
def test_of_fewer_than_three_who_wrote_nothing_is_shown_and_all_are_told_the_same(table, wrote):
    handed_in(table, *["Note"] * wrote)
    table.must("formulation.uncover", {})
    assert part(table)["notes"] == [] and not envelopes(table)
    assert part(table)["gathering"] == {"number": 1, "state": "few", "shown": []}


def test_of_fewer_envelopes_than_k_nothing_is_shown(table):
    table.must("formulation.collect", {})
    for n in range(1, 5):
        table.must("formulation.envelope", envelope("Note"), f"d{n}")
    table.must("formulation.uncover", {})
    assert part(table)["notes"] == [] and part(table)["gathering"]["state"] == "few"


def test_a_room_of_fewer_than_k_is_asked_for_no_envelope():
    small = Table(people=4, step="formulation")
    small.must("formulation.collect", {})
    assert part(small)["gathering"]["state"] == "few"
    assert small.refused("formulation.envelope", envelope("Note"), "d1") == "not_now"


def test_one_that_comes_late_is_refused_and_waits_for_the_next_gathering(table):
    handed_in(table, "One", "Two", "Three")
    table.must("formulation.uncover", {})
    assert table.refused("formulation.envelope", envelope("Late"), "d1") == "not_now"
    table.must("formulation.collect", {})
    assert table.refused("formulation.envelope", envelope("Late"), "d1") == "not_now", "of the gathering before"
    table.must("formulation.envelope", envelope("Late", gathering=2), "d1")


def test_the_word_given_twice_is_one_gathering(table):
    table.must("formulation.collect", {})
    table.must("formulation.collect", {})
    assert part(table)["gathering"] == {"number": 1, "state": "called", "shown": []}
    assert table.refused("formulation.envelope", {**envelope("x"), "slots": []}, "d1") == "invalid"


def test_nothing_is_shown_that_was_not_gathered(table):
    assert table.refused("formulation.uncover", {}) == "not_now"


@pytest.mark.parametrize(
    ("slot", "code"),
    [
        ({"section": "presenting", "text": "x" * (LONGEST_NEW + 1)}, "too_long"),
        ({"section": "verdict", "text": "A note"}, "invalid"),
        ({"section": "presenting", "text": 3}, "invalid"),
    ],
)
def test_an_envelope_is_held_against_the_rules_of_a_note(table, slot, code):
    table.must("formulation.collect", {})
    body = envelope("x")
    assert table.refused("formulation.envelope", {**body, "slots": [slot, *body["slots"][1:]]}, "d1") == code


def test_a_second_envelope_takes_the_place_of_the_first(table):
    handed_in(table, "One", "Two", "Three")
    table.must("formulation.envelope", envelope("Better"), "d1")
    table.must("formulation.uncover", {})
    assert sorted(n["text"] for n in part(table)["notes"]) == ["Better", "Three", "Two"]


def test_what_does_not_fit_on_the_wall_is_refused_and_stays(table, monkeypatch):
    monkeypatch.setattr("workshop.activities.formulation_silent.MOST_NOTES", 2)
    handed_in(table, "One", "Two", "Three")
    assert table.refused("formulation.uncover", {}) == "not_now" and len(envelopes(table)) == 6
