"""How many phones must have finished before a round can be shown.

Quorum goes by taps: a phone that was never touched, or was put away two rounds ago, is waited for by nobody, and phones
that somebody makes up have to be worked by hand. It is frozen with the close: a round closed below it is never told.
"""

from __future__ import annotations

from collections.abc import Mapping

from workshop.domain.live import Head

SMALL = 8
"""Below so many active phones all but one must finish: in a small room each of the few is easily told."""
IDLE_AFTER = 180.0
"""Seconds (of the server's clock) from which the idle may be counted out."""
ROUNDS_BACK = 2
"""A phone is active that tapped in this round or in one of so many before it (or since it joined, if that is later)."""
ACTIVE = "active:"
"""Counter `active:<turn>`: phones whose newest tap fell into that turn."""


def needed(k: int, active: int, devices: int, idle_out: bool = False) -> int:
    """Phones that must have finished by tap, never fewer than k."""
    if idle_out:
        return max(k, -(-devices // 3))
    return max(k, active - 1 if active < SMALL else -(-active // 2))


def active(head: Head, counts: Mapping[str, int]) -> int:
    """Phones that tapped in the newest placing round, or in one of the two before it."""
    return sum(counts.get(f"{ACTIVE}{turn}", 0) for turn in range(_oldest_turn(head), head.turn + 1))


def _oldest_turn(head: Head) -> int:
    """The oldest turn in which a tap is no more than two rounds ago.

    A round that closed below quorum is none: else one who opens and closes a few, before anybody can tap, would make
    the whole room idle, and be waited for alone.
    """
    turn, left = head.turn, ROUNDS_BACK
    for found in reversed(head.placings):
        left -= found.state != "closed" or found.quorum
        if left < 0:
            break
        turn -= 1
    return turn


def reached(head: Head, counts: Mapping[str, int], round_id: str, idle_out: bool = False) -> bool:
    """Whether enough have finished this round."""
    must = needed(head.k, active(head, counts), counts.get("devices", 0), idle_out)
    return counts.get(f"{round_id}:finished", 0) >= must


def may_count_idle_out(head: Head, round_id: str, now: float) -> bool:
    """Three minutes after the round was opened; at once when that is not known, after a restart from the record."""
    opened = head.rounds[round_id].opened
    return opened is None or now - opened >= IDLE_AFTER
