"""Long lists in pages: ten years of sessions must not make the newest one wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import request

PAGE = 100
FURTHEST = 10**6
T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of a list. `newer` and `older`: where the pages beside it start, or None."""

    items: list[T]
    newer: int | None
    older: int | None


def page_of(take: Callable[[int, int], Sequence[T]]) -> Page[T]:
    """The page that `?from=` asks for; nonsense is the first. `take(start, limit)` gives items, newest first."""
    wanted = request.args.get("from", "0")
    start = (
        min(int(wanted), FURTHEST) if wanted.isascii() and wanted.isdigit() and len(wanted) <= len(str(FURTHEST)) else 0
    )
    found = take(start, PAGE + 1)
    return Page(
        items=list(found[:PAGE]),
        newer=max(0, start - PAGE) if start else None,
        older=start + PAGE if len(found) > PAGE else None,
    )
