"""A part's mark, what changed of a part, and who has what a change is of."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.differences import applied
from workshop.realtime.changes import LARGE, WORTH, Written, change

SECRET = b"s" * 32
NOTES: list[Any] = [{"id": f"n{n}", "text": f"note {n}", "version": 1} for n in range(40)]


def written(value: Any, secret: bytes = SECRET) -> Written:
    return Written(json.dumps(value, separators=(",", ":")).encode(), secret)


def test_a_mark_is_of_the_very_bytes_and_the_same_whoever_makes_it():
    assert written(NOTES).mark == written(NOTES).mark and len(written(NOTES).mark) == 8
    assert written(NOTES).mark != written([*NOTES, 1]).mark


def test_nobody_without_the_secret_can_make_two_parts_of_one_mark():
    assert written(NOTES).mark != written(NOTES, b"another").mark


def test_a_small_part_has_no_mark_and_no_changes():
    small = written("a" * (LARGE - 3))
    assert small.mark == "" and written("a" * (LARGE - 2)).mark
    assert change(small, written(NOTES)) is None and change(written(NOTES), small) is None


def test_an_edit_is_a_short_change_that_makes_the_one_of_the_other():
    edited = [*NOTES[:7], {**NOTES[7], "text": "other words"}, *NOTES[8:]]
    found = change(written(NOTES), written(edited))
    assert found is not None and len(found) < 120
    said = json.loads(found)
    assert (said["from"], said["to"]) == (written(NOTES).mark, written(edited).mark)
    assert applied(NOTES, said["ops"]) == edited


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_change_is_never_longer_than_it_is_worth(first, second):
    old, new = [*NOTES[:first], "a" * LARGE], [*NOTES[second:], "b" * LARGE]
    found = change(written(old), written(new))
    assert found is None or len(found) <= WORTH * len(written(new).raw)


def test_what_is_typed_is_in_no_repr():
    assert "note" not in repr(written(NOTES))
