"""The phases in which a room makes its explanation, and which of them there is time for."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.domain.live import Head

PHASES = ("silent", "gather", "sort", "join", "say", "another", "differ")
"""In their order, which is the order of every selection of them."""
SHORT, SOME = ("silent", "gather", "say"), ("silent", "gather", "join", "say", "another")
AN_HOUR, TWO_HOURS = 60, 120
"""Up to so many minutes a session has SHORT, then SOME, above that all."""


def by_length(minutes: int) -> tuple[str, ...]:
    """The phases of a session of so many minutes."""
    return SHORT if minutes <= AN_HOUR else SOME if minutes <= TWO_HOURS else PHASES


def ordered(phases: Iterable[str]) -> tuple[str, ...]:
    """Those of PHASES among them, each once, in their order."""
    chosen = set(phases)
    return tuple(p for p in PHASES if p in chosen)


def phases_here(head: Head) -> tuple[str, ...]:
    """The phases of the step where the room is: as its agenda says, else by the length of the whole session."""
    named = head.step.settings.get("phases")
    return ordered(named or ()) or by_length(sum(s.minutes for s in head.steps))


def phase_here(head: Head) -> str:
    """The phase in which the room is. A step that does not have the one that was led to last begins with its first."""
    phases = phases_here(head)
    return head.phase if head.phase in phases else phases[0]
