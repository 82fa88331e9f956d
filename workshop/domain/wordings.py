"""What a text said before: the first and the last few wordings, so that what was written over can be had back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop.domain.beneath import FOLD

MOST = 12
"""Besides the first one, which stays. What stood before somebody set about a text is still there after two minutes of
all the changes and merges that one phone may make (service/quotas.py)."""
BEFORE = "before"
"""The field of a slice in which its earlier wordings lie: `[{"version": int, "words": {…}}]`, the newest last."""
WRITING = "writing"
"""The field that names the stretch of writing in which it got its words; not there when they were written in one go."""


def rewritten(slice_: Mapping[str, Any], words: Mapping[str, Any], writing: str = "") -> dict[str, Any]:
    """The slice with new words in its next version; what it said until now joins the wordings before it.

    What is saved again and again while somebody types, under one name for that `writing`, is one wording: only what
    stood there before the writing began is kept.
    """
    now = {field: slice_[field] for field in words}
    plain = {field: value for field, value in slice_.items() if field != WRITING}
    after = {**plain, **words, "version": slice_["version"] + 1, **({WRITING: writing} if writing else {})}
    same = bool(writing) and slice_.get(WRITING) == writing
    if same or now == dict(words) or not any(now.values()):
        return after
    first, *rest = [*slice_.get(BEFORE, ()), {"version": slice_["version"], "words": now}]
    return {**after, BEFORE: [first, *rest[-MOST:]]}


def wording(slice_: Mapping[str, Any], version: int) -> Mapping[str, Any] | None:
    """The words of an earlier version; None when it is not kept (any more)."""
    return next((w["words"] for w in slice_.get(BEFORE, ()) if w["version"] == version), None)


def without_wordings(slice_: Mapping[str, Any]) -> dict[str, Any]:
    """What it says now, without earlier words: nothing of those is kept when a session has ended.

    Of what lies beneath a note its words now are kept, and not what it was joined to before.
    """
    plain = {field: value for field, value in slice_.items() if field not in (BEFORE, WRITING)}
    folds = [{"under": {i: without_wordings(n) for i, n in fold["under"].items()}} for fold in plain.get(FOLD, ())]
    return plain | ({FOLD: folds} if folds else {})
