"""Let held questions through to the facilitator, shuffled and under new ids, so that no arrival can be told apart."""

from __future__ import annotations

from random import SystemRandom

from workshop.activities.base import SliceRef, Whole
from workshop.activities.questions import ready, release
from workshop.service.house import House
from workshop.service.ports import Conflict, Loaded

TRIES = 12
HELD = "questions.held"


def release_questions(house: House, session: str) -> None:
    """Move held questions to the inbox in one commit, if their time has come.

    A conflict means that somebody else did, that another came, or that the room moved.
    """
    for _ in range(TRIES):
        head = house.live.head(session, fresh=True)
        loaded = house.live.load(head, (Whole(HELD),), all_counts=True)
        held = loaded.wholes[HELD]
        if not ready(head, len(held)):
            return
        try:
            house.live.commit(_checking(loaded), release(held, house.new_id, SystemRandom().shuffle), None)
            return
        except Conflict:
            continue


def _checking(loaded: Loaded) -> Loaded:
    """Compare every held question, so that none is moved twice."""
    refs = {SliceRef(HELD, key): value for key, value in loaded.wholes[HELD].items()}
    return Loaded(loaded.head, refs, loaded.wholes, loaded.counts, loaded.raw)
