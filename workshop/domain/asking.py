"""When questions are handed over: never because one phone sent something, at moments that no single phone decides."""

from __future__ import annotations

EVERY = 300
"""Seconds of the server's clock: elsewhere, what waits is handed over at whole multiples of it."""


def enough_wait(seats: int, k: int) -> bool:
    """At a moment of the clock: from k phones, however many questions each has sent."""
    return seats >= k


def enough_answered(seats: int, devices: int, k: int) -> bool:
    """Where everybody answers: from k phones and half of all that are here, whether they asked or had nothing to."""
    return seats >= wanted(devices, k)


def wanted(devices: int, k: int) -> int:
    """How many phones have to answer before what waits can be gathered."""
    return max(k, (devices + 1) // 2)
