"""Which notes a phone may put in other words: those that it wrote, while the phase goes on in which they came.

Beside the notes lies a lock for each, a digest of a key that only the phone has which wrote it. A lock names nobody,
is in no part and in no checkpoint, and all of them are erased when the room leaves the phase or the step.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from workshop.activities.base import Collection, EraseLog, Situation, Slice, SliceRef
from workshop.domain.live import Head
from workshop.domain.note_keys import lock_of, opens
from workshop.domain.phases import phase_here

LOCKS, HERE = Collection("locks"), "formulation"
NoteKey = Annotated[str, Field(max_length=40, pattern=r"^[A-Za-z0-9_-]*$")]
"""Random, of the phone that writes the note, and of this note alone; "" = nobody has one."""


def lock_ref(note: str) -> SliceRef:
    """Where the lock of a note lies."""
    return SliceRef(LOCKS.name, note)


def locked(note: str, lock: str) -> dict[SliceRef, Slice | None]:
    """A note's lock, to be written with the note."""
    return {lock_ref(note): {"lock": lock}} if lock else {}


def key_of(situation: Situation, key: str) -> str:
    """The lock for a key that a phone sent; what the desk writes has none, nor what is written in another step."""
    return lock_of(key) if situation.role == "delegate" and _is_here(situation.head) else ""


def may_reword(situation: Situation, note: str, key: str) -> bool:
    """The desk may; of the phones only the one that wrote it."""
    if situation.role != "delegate":
        return True
    lock = situation.slices[lock_ref(note)]
    return lock is not None and opens(key, lock["lock"])


def without_locks(notes: Iterable[str]) -> dict[SliceRef, Slice | None]:
    """Notes that are gone have no locks."""
    return {lock_ref(note): None for note in notes}


def follows(before: Head, after: Head) -> tuple[EraseLog, ...]:
    """All locks go when the room has moved on from where there are any: erasing has the log on disk rewritten."""
    stays = (before.step.id, phase_here(before)) == (after.step.id, phase_here(after))
    return () if stays or not _is_here(before) else (EraseLog(LOCKS.name, whole=True),)


def _is_here(head: Head) -> bool:
    return head.step.activity == HERE
