"""Hand questions that wait over to the facilitator: all at once, shuffled, under new ids, at fixed moments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import SystemRandom
from typing import Any

from workshop.activities.base import Change, Slice, SliceRef, Whole
from workshop.activities.known import asks_everybody
from workshop.activities.questions import ANSWERED, ASKERS, HEARD, PARTS, QUESTIONS, WAIT, WAITING
from workshop.domain.asking import enough_answered, enough_wait
from workshop.domain.disclosure_steps import TOLD
from workshop.service.context import Context
from workshop.service.ports import Loaded
from workshop.service.transact import Reading, Write, Written, transact

ALL = (WAITING.name, ASKERS.name, ANSWERED.name)


def gather_questions(context: Context, session: str, over: bool = False) -> None:
    """Where everybody answers: hand over what waits if enough have. `over`: the step is, and the next one asks anew.

    Raises UnknownSession, Unavailable.
    """

    def decide(loaded: Loaded) -> Change | None:
        answered = len(loaded.wholes[ANSWERED.name])
        if enough_answered(answered, loaded.counts.get("devices", 0), loaded.head.k):
            return handed_over(loaded, context.new_id, SystemRandom().shuffle)
        return _nobody_answered(loaded) if over and answered else None

    _settle(context, session, decide)


def release_questions(context: Context, session: str) -> None:
    """At a moment of the clock: hand over what waits if k phones have asked, unless everybody is being asked.

    Raises UnknownSession, Unavailable.
    """

    def decide(loaded: Loaded) -> Change | None:
        enough = enough_wait(len(loaded.wholes[ASKERS.name]), loaded.head.k)
        if not enough or asks_everybody(loaded.head):
            return None
        return handed_over(loaded, context.new_id, SystemRandom().shuffle)

    _settle(context, session, decide)


def _settle(context: Context, session: str, decide: Callable[[Loaded], Change | None]) -> None:
    """Commit what is decided: everything that goes is compared, so that nothing is moved twice."""

    def of(reading: Reading) -> Write | None:
        loaded = reading.load(*(Whole(c) for c in ALL), all_counts=True)
        change = decide(loaded)
        return None if change is None else Write(loaded, change)

    if isinstance(transact(context.live, session, of), Written):
        context.live.erase_scope(session, QUESTIONS.name, ())  # the log on disk too is to hold no slot beside a text


def handed_over(loaded: Loaded, new_id: Callable[[], str], shuffle: Callable[[list[Any]], None]) -> Change:
    """Everything that waits into the inbox; who asked and who answered is forgotten."""
    texts = [q["text"] for q in loaded.wholes[WAITING.name].values()]
    shuffle(texts)
    come: dict[SliceRef, Slice | None] = {
        SliceRef(QUESTIONS.name, new_id()): {"text": t, "state": "inbox", "kept": False} for t in texts
    }
    forgotten = _nobody_answered(loaded)
    count = {**forgotten.count, WAIT: -len(texts), QUESTIONS.counter: len(texts), "gathered": 1}
    return Change(put={**_gone(loaded, ALL), **come}, count=count, parts=PARTS)


def _nobody_answered(loaded: Loaded) -> Change:
    """Whoever has answered is asked anew; questions go on waiting."""
    counts: Mapping[str, int] = loaded.counts
    away = {name: -counts[name] for name in (HEARD, TOLD + HEARD) if counts.get(name)}
    return Change(put=_gone(loaded, (ANSWERED.name,)), count={**away, "gathered": 1}, parts=PARTS)


def _gone(loaded: Loaded, collections: tuple[str, ...]) -> dict[SliceRef, Slice | None]:
    return {SliceRef(c, key): None for c in collections for key in loaded.wholes[c]}
