"""Notes that become one, and come apart again: what happens to the links of those that go, and how it is undone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from workshop.activities.base import Slice

Slices = Mapping[str, Slice]
Changed = dict[str, Slice | None]
"""Links by id: what they are now; None for those that are gone."""


def rejoined(links: Slices, gone: Collection[str], into: str) -> Changed:
    """Links when notes go into another: they point at it. What becomes double goes into its like, a loop goes.

    A link names in `merged` those that went into it: who said one of them says it.
    """
    after: Changed = {}
    known = {_key(x): i for i, x in links.items() if not {x["source"], x["target"]} & set(gone)}
    for id_, link in sorted(links.items()):
        if not {link["source"], link["target"]} & set(gone):
            continue
        ends = {end: into if link[end] in gone else link[end] for end in ("source", "target")}
        moved = {**link, **ends}
        like = known.get(_key(moved))
        if moved["source"] == moved["target"]:
            after[id_] = None
        elif like is None:
            known[_key(moved)], after[id_] = id_, moved
        else:
            same = after.get(like) or links[like]
            after[like] = {**same, "merged": [*same.get("merged", ()), id_, *link.get("merged", ())]}
            after[id_] = None
    return after


def as_they_were(links: Slices, after: Changed) -> dict[str, Any]:
    """What is needed to have links back: each as it was, and whether it went."""
    return {i: {"was": links[i], "went": x is None} for i, x in after.items()}


def had_back(links: Slices, notes: Collection[str], kept: Mapping[str, Any]) -> Changed:
    """Links as they were, where both their notes are there. What was taken away since, or would be double, is not."""
    back = {
        i: one["was"]
        for i, one in kept.items()
        if (one["went"] or i in links) and {one["was"]["source"], one["was"]["target"]} <= set(notes)
    }
    others = {_key(x) for i, x in links.items() if i not in back}
    return {i: was for i, was in back.items() if _key(was) not in others}


def _key(link: Slice) -> tuple[str, str, str]:
    return link["source"], link["target"], link["kind"]
