"""Filler, for what would otherwise be as long as what somebody said: over HTTP as over sockets."""

from __future__ import annotations

FILLER = "."


def room_for(size: int, least: int) -> int:
    """The size that `size` bytes are filled up to: `least`, or as many times double as it takes."""
    while least < size:
        least *= 2
    return least


def filler(size: int, least: int) -> str:
    """As many characters as are missing."""
    return FILLER * (room_for(size, least) - size)
