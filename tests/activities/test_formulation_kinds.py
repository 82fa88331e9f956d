"""Notes that say what they are: set by whoever writes, kept through gathering and changes, and never needed."""

import pytest

from tests.activities.rooms_studio import OPEN, envelope
from tests.activities.wall import note, part, write
from tests.helpers.table import Table
from workshop.domain.note_kinds import FIELDS, SURE, VOICES, kind_of

SAID = {"sure": "told", "voice": "harmed", "ground": "c1"}


@pytest.fixture
def table():
    return Table(people=6, step="formulation")


def said(found):
    return {field: found[field] for field in FIELDS}


def added(table, who="d1", **itself):
    before = set(table.collection("notes"))
    table.must("formulation.add", {"section": "presenting", "text": "A note", **itself}, who)
    [new] = set(table.collection("notes")) - before
    return new


def test_a_note_says_of_itself_what_its_writer_set_and_nothing_else(table):
    assert said(note(table, write(table, "Plain"))) == OPEN
    assert said(note(table, added(table, **SAID))) == SAID
    assert said(note(table, added(table, sure="think"))) == {**OPEN, "sure": "think"}


@pytest.mark.parametrize("sure", SURE)
@pytest.mark.parametrize("voice", VOICES)
def test_every_word_of_each_row_can_be_said(table, sure, voice):
    assert said(note(table, added(table, sure=sure, voice=voice))) == {**OPEN, "sure": sure, "voice": voice}


@pytest.mark.parametrize("name", ["formulation.add", "formulation.edit", "formulation.envelope"])
@pytest.mark.parametrize(
    "itself",
    [{"sure": "certain"}, {"voice": "abuser"}, {"ground": "c9"}, {"ground": "i1"}, {"ground": "w01"}, {"ground": 3},
     {"ground": "=cmd()"}, {"sure": ["told"]}],
)  # fmt: skip
def test_what_is_no_such_word_or_is_not_in_the_room_is_refused(table, name, itself):
    """`i1` was not given yet: nobody is told of it before by a note that rests on it."""
    body = {"section": "presenting", "text": "A note"}
    if name == "formulation.edit":
        body = {"note": write(table, "A note"), "text": "A note", "base": 1}
    if name == "formulation.envelope":
        table.must("formulation.collect", {})
        sheet = envelope("A note")
        sheet["slots"][0] |= itself
        assert table.refused(name, sheet, "d1") == "invalid"
        return
    assert table.refused(name, {**body, **itself}, "d1") == "invalid"


def test_information_that_was_given_can_be_rested_on():
    table = Table(people=6, step="information")
    table.must("board.open", {})
    table.go("formulation")
    assert said(note(table, added(table, ground="i1"))) == {**OPEN, "ground": "i1"}


def test_an_envelope_carries_what_its_notes_say_of_themselves(table):
    table.must("formulation.collect", {})
    for n in range(1, 6):
        sheet = envelope(f"Note {n}")
        sheet["slots"][0] |= SAID
        table.must("formulation.envelope", sheet, f"d{n}")
    table.must("formulation.uncover", {})
    assert [said(n) for n in part(table)["notes"]] == [SAID] * 5


def test_a_change_leaves_what_it_does_not_name(table):
    a = added(table, **SAID)
    table.must("formulation.edit", {"note": a, "text": "Other words", "base": 1}, "d2")
    assert said(note(table, a)) == SAID
    table.must("formulation.edit", {"note": a, "text": "Other words", "base": 2, "sure": "known", "voice": ""}, "d2")
    assert said(note(table, a)) == {**SAID, "sure": "known", "voice": ""} and note(table, a)["version"] == 3


def test_of_two_who_change_it_at_once_each_keeps_what_they_set(table):
    a = added(table, **SAID)
    table.must("formulation.edit", {"note": a, "text": "First", "base": 1}, "d1")
    table.must("formulation.edit", {"note": a, "text": "Second", "base": 1, "sure": "think"}, "d2")
    assert {n["text"]: said(n) for n in part(table)["notes"]} == {"First": SAID, "Second": {**SAID, "sure": "think"}}


def test_two_notes_merged_keep_what_both_say(table):
    a, b = added(table, **SAID), added(table, **{**SAID, "voice": "family"})
    table.must("formulation.merge", {"note": a, "into": b, "text": "Both", "base": 1, "note_base": 1})
    assert said(note(table, b)) == {**SAID, "voice": ""}


def test_a_note_that_is_hidden_takes_it_with_it(table):
    a = added(table, **SAID)
    table.must("formulation.hide", {"note": a})
    assert not part(table)["notes"] and "c1" not in str(table.collection("notes"))


def test_a_record_of_before_is_read_as_saying_nothing():
    assert kind_of({"section": "known", "text": "x", "version": 1, "beside": None}).ground == ""
