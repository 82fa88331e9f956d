"""What a change becomes for the script: everything that was read is checked, everything new is named once."""

from dataclasses import replace

from tests.live.test_store import HEAD, NOTE
from workshop.activities.base import Change, SliceRef
from workshop.domain.live import Round
from workshop.live.commit import commit_arguments
from workshop.service.ports import Loaded, Operation

READ = SliceRef("placements.r1", "slot")


def loaded(**slices):
    raw = {READ: slices["raw"]} if "raw" in slices else {}
    return Loaded(head=HEAD, slices={READ: None}, wholes={}, counts={}, raw=raw)


def test_a_slice_that_was_read_is_checked_and_a_new_one_is_not():
    _, arguments = commit_arguments(loaded(raw=b"{}"), Change(put={NOTE: {"a": 1}}), None)
    checks = arguments[5]
    assert checks == 1
    assert arguments[6:10] == [1, "slot", 1, b"{}"]


def test_absence_is_checked_too():
    _, arguments = commit_arguments(loaded(), Change(put={READ: {"stage": "x"}}), None)
    assert arguments[5:10] == [1, 1, "slot", 0, b""]


def test_every_key_of_the_script_belongs_to_the_session_and_is_named_once():
    change = Change(
        put={READ: {"a": 1}, NOTE: None}, count={"r1:answered": 1}, parts=frozenset({"b", "a"}), wipe=("notes",)
    )
    keys, _ = commit_arguments(loaded(), change, Operation("r1", "x" * 22))
    assert len(keys) == len(set(keys))
    assert all("{abc}" in key for key in keys)
    assert keys[5].endswith("ops:r1")


def test_parts_are_in_one_order_whatever_the_set_was():
    first, second = (
        commit_arguments(loaded(), Change(parts=frozenset(names)), None) for names in (["a", "b", "c"], ["c", "b", "a"])
    )
    assert first == second


def test_a_new_head_gets_the_next_version_and_a_new_round_its_salt():
    head = replace(HEAD, rounds={"r1": Round("r1", "s1", "board", "first", cards=("c1",), state="open")})
    _, first = commit_arguments(loaded(), Change(head=head), None)
    _, second = commit_arguments(loaded(), Change(head=head), None)
    assert HEAD.version + 1 in first
    assert "r1" in first
    assert first[-2] != second[-2]
    assert len(str(first[-2])) == 43
