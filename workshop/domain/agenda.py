"""Moving through a session's running order: forward, back, anywhere, with nothing lost.

Leaving a step closes nothing: an open round stays open and takes what phones still send. Coming back finds it.
"""

from __future__ import annotations

from dataclasses import replace

from workshop.domain.days import day_in
from workshop.domain.live import Head

GROUND_RULES = ("stays_here", "ideas", "nothing_own", "pass", "made_up")


def moved(head: Head, position: int) -> Head:
    """The head at another step, with what belonged to the old one's picture put away.

    Raises IndexError outside the agenda.
    """
    if not 0 <= position < len(head.steps):
        raise IndexError(position)
    return replace(head, position=position, focus=None, show="all", prompt="", lane="", timer=None, case_shown=False)


def held(head: Head, now: float) -> Head:
    """The head with the day on which it is held: where the room is, when it first leaves the lobby. It stays."""
    return head if head.held_on else replace(head, held_on=day_in(head.zone, now))


def position_of(head: Head, step: str) -> int | None:
    """Where a step stands in the agenda, or None."""
    return next((i for i, s in enumerate(head.steps) if s.id == step), None)
