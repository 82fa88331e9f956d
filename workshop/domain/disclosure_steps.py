"""Counts that are told while answers come in: as they stood at a fixed moment, and in steps of k.

A count that moves with a tap tells who sees people tap that it was this one. So what is told is a copy, taken at
moments of the server's clock that nobody chooses, and rounded down to a whole number of steps.
"""

from __future__ import annotations

from collections.abc import Mapping

TOLD = "told:"
"""Before the name of a counter: how it stood at the last fixed moment."""
SUPPORT_FLOOR = 3
"""Support of a note is told from this many phones, live and in what lasts."""


def in_steps(n: int, k: int) -> int:
    """`n` rounded down to a whole number of steps of `k` people."""
    return n - n % k


def told(counts: Mapping[str, int], name: str, k: int) -> int:
    """What may be shown of a counter now: as it stood at the last fixed moment, in steps of `k`."""
    return in_steps(at_the_moment(counts, name), k)


def at_the_moment(counts: Mapping[str, int], name: str) -> int:
    """How a counter stood at the last fixed moment: for rules, which may ask whether enough have answered."""
    return counts.get(TOLD + name, 0)


def told_support(n: int) -> int | None:
    """How many support a note, from three; below that nothing, and not how few."""
    return n if n >= SUPPORT_FLOOR else None
