"""Which short notes may say the same: by the pieces of three letters that their words share. It offers, no more.

Nothing leaves this machine for it, and the same notes give the same stacks. It knows letters and no meaning: notes that
say the same in other words are not found, and people put them together by hand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

ALIKE = 0.5
"""From which share of their pieces on two notes are alike (Dice 1945: twice the shared over both), by the examples in
tests/domain/test_alike.py."""
MOST = 6
"""So many notes make one stack at most: more are not read together."""


@lru_cache(maxsize=4096)
def pieces(text: str) -> frozenset[str]:
    """All pieces of three letters of its words, each word with a blank before and after it."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = "".join(c if c.isalnum() else " " for c in folded).split()
    return frozenset(f" {word} "[at : at + 3] for word in words for at in range(len(word)))


def likeness(one: str, other: str) -> float:
    """0 (no piece in common) to 1 (the same pieces)."""
    a, b = pieces(one), pieces(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def stacks(notes: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Ids of (id, text) that are alike, each with every other of its stack; the most alike find together first."""
    return _stacks(tuple(sorted(notes)))


@lru_cache(maxsize=256)
def _stacks(notes: tuple[tuple[str, str], ...]) -> tuple[tuple[str, ...], ...]:
    text = dict(notes)
    alike = {(a, b): found for a, b in combinations(text, 2) if (found := likeness(text[a], text[b])) >= ALIKE}
    stack = {i: (i,) for i in text}
    for (a, b), _ in sorted(alike.items(), key=lambda pair: (-pair[1], text[pair[0][0]], text[pair[0][1]], pair[0])):
        both = tuple(sorted({*stack[a], *stack[b]}))
        if len(both) <= MOST and all(pair in alike for pair in combinations(both, 2)):
            stack |= dict.fromkeys(both, both)
    return tuple(sorted({found for found in stack.values() if len(found) > 1}))
