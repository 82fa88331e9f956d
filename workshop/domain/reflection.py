"""Reflection: what people still need, counted; what they wrote, let go of without a trace of who."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.domain import disclosure
from workshop.domain.results import Named

NEEDS = (
    "recognising",
    "families",
    "harmed",
    "law",
    "technology",
    "planning",
    "formulation",
    "talking",
    "agencies",
    "myself",
)
FIELDS = ("will_do", "still_need")


def tally_needs(named: Iterable[Iterable[str]], k: int) -> Named:
    """(need, how many or None) in the order of the list; none at all when fewer than k people answered."""
    sheets = [set(tags) for tags in named]
    if len(sheets) < k:
        return ()
    told = dict(disclosure.named(sheets, NEEDS, len(sheets), k))
    return tuple((need, told[need]) for need in NEEDS if need in told)
