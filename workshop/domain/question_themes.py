"""What a question that is kept is about, as the facilitator sorts it: a short list, so that rooms can be added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

THEMES = ("families", "agencies", "safe_now", "harmed", "group", "law", "online", "recording", "own_part")
"""Ids. A question may have none."""


def counted(themes: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """How many questions each theme has, in the order of THEMES; what is none of them is left out."""
    found = Counter(themes)
    return tuple((theme, found[theme]) for theme in THEMES if found[theme])
