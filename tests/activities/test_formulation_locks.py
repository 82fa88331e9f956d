"""A note is put in other words by the phone that wrote it, while its phase goes on; by others beside it."""

import json

import pytest

from tests.helpers.openly import KEY
from tests.helpers.table import Table
from workshop.activities.formulation_locks import LOCKS
from workshop.domain.note_keys import lock_of


@pytest.fixture
def table() -> Table:
    return Table(people=6, step="formulation")


def collection(table, name):
    slices = table.live.room(table.session).collections.get(name, {})
    return {id: json.loads(raw) for id, raw in slices.items()}


def notes(table):
    return {id: note["text"] for id, note in collection(table, "notes").items()}


def write(table, who="d1", text="It began in spring", **more) -> str:
    before = set(notes(table))
    table.must("formulation.add", {"section": "known", "text": text, **more}, who)
    (new,) = set(notes(table)) - before
    return new


def reword(table, note, who, base=1, **more):
    return table.must("formulation.edit", {"note": note, "text": "In other words", "base": base, **more}, who)


def test_the_phone_that_wrote_it_and_the_desk_change_its_words(table):
    note = write(table, key="mine")
    reword(table, note, "d1", key="mine")
    assert notes(table) == {note: "In other words"}
    table.must("formulation.edit", {"note": note, "text": "From the desk", "base": 2})
    assert notes(table) == {note: "From the desk"}
    assert not collection(table, LOCKS.name), "they are not its writer’s words any more"
    reword(table, note, "d1", base=3, key="mine")
    assert notes(table)[note] == "From the desk"


@pytest.mark.parametrize("key", ["", "theirs"])
def test_words_of_another_phone_come_beside_it_and_it_stays(table, key):
    note = write(table, key="mine")
    reword(table, note, "d2", key=key)
    (beside,) = set(notes(table)) - {note}
    assert notes(table) == {note: "It began in spring", beside: "In other words"}
    assert collection(table, "notes")[beside]["beside"] == note


def test_whoever_put_it_in_other_words_beside_may_change_those(table):
    note = write(table, key="mine")
    reword(table, note, "d2", key="theirs")
    (beside,) = set(notes(table)) - {note}
    table.must("formulation.edit", {"note": beside, "text": "Better", "base": 1, "key": "theirs"}, "d2")
    assert notes(table) == {note: "It began in spring", beside: "Better"}


def test_a_note_without_a_key_and_one_of_the_desk_are_the_desks_alone(table):
    none = write(table, key="")
    table.must("formulation.add", {"section": "known", "text": "From the desk", "key": "desk"})
    (desk,) = set(notes(table)) - {none}
    assert not collection(table, LOCKS.name)
    for note in (none, desk):
        reword(table, note, "d1", key="" if note == none else "desk")
    assert [notes(table)[n] for n in (none, desk)] == ["It began in spring", "From the desk"]


def test_the_server_holds_a_digest_and_nobody_is_told_of_it(table):
    note = write(table, key="mine")
    assert collection(table, LOCKS.name) == {note: {"lock": lock_of("mine")}}
    assert "mine" not in repr(table.everything) and lock_of("mine") not in repr(table.parts("facilitator"))
    assert "lock" not in collection(table, "notes")[note]


@pytest.mark.parametrize("act", ["phase", "go", "hide", "merge"])
def test_no_lock_outlives_the_phase_the_step_or_the_note(table, act):
    note, other = write(table, key="mine"), write(table, "d2", "Another", key="other")
    if act == "phase":
        table.must("formulation.phase", {"phase": "join"})
    elif act == "go":
        table.go("plan")
    elif act == "hide":
        table.must("formulation.hide", {"note": note})
    else:
        both = {"note": note, "into": other, "text": "Both", "base": 1, "note_base": 1}
        table.must("formulation.merge", both)
    assert set(collection(table, LOCKS.name)) == ({other} if act == "hide" else set())


def test_elsewhere_a_note_gets_no_lock_and_a_move_erases_nothing(table, monkeypatch):
    table.go("plan")
    assert write(table, key="mine") and not collection(table, LOCKS.name)
    erased = []
    monkeypatch.setattr(table.live, "erase_scope", lambda session, scope, all: erased.append(scope))
    table.go("questions")
    assert erased == []
    table.go("formulation")
    table.must("formulation.phase", {"phase": "sort"})
    table.go("plan")
    assert erased == [LOCKS.name] * 2


def test_a_silent_note_comes_with_its_lock_which_lies_apart_from_it(table):
    head = table.live.room(table.session).head
    table.must("formulation.collect", {})
    number = head.gathering + 1
    for who in table.tokens:
        slots = [{"section": "known", "text": f"Of {who}", "key": f"key-{who}"}, *[{"section": "", "text": ""}] * 11]
        table.must("formulation.envelope", {"gathering": number, "slots": slots, "pad": ""}, who)
    table.must("formulation.uncover", {})
    found = notes(table)
    assert {found[id]: lock["lock"] for id, lock in collection(table, LOCKS.name).items()} == {
        f"Of {who}": lock_of(f"key-{who}") for who in table.tokens
    }
    assert not any("lock" in note for note in collection(table, "notes").values())
    mine = next(id for id, text in found.items() if text == "Of d3")
    reword(table, mine, "d3", key="key-d3")
    assert notes(table)[mine] == "In other words"


@pytest.mark.parametrize("key", ["x" * 41, "a b", "=cmd()", "<img>", "\x00", "é"])
def test_a_key_is_short_and_plain(table, key):
    assert table.refused("formulation.add", {"section": "known", "text": "A", "key": key}, "d1") == "invalid"


def test_tests_of_other_things_have_one_key_for_all(table):
    note = write(table)
    assert collection(table, LOCKS.name) == {note: {"lock": lock_of(KEY)}}
