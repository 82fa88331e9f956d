"""Which audience sees which activity by which file, as TypeScript: made from the manifests, so that no page lists them.

A page that imports all its views by hand is one more place to forget a new one in; an audience that a manifest names in
`without_view` has none, and the page then shows the step's title alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.activities.base import Activity, Role
from workshop.activities.registry import ACTIVITIES

FIRST = frozenset({"welcome", "confidence", "board", "discussion"})
"""What a phone draws from its first file: views up to the first card, and small ones that share their parts.

Every other view is in its second file, which is here before the room goes on (static/src/phone/rest.tsx).
"""


def tables() -> dict[str, str]:
    """The tables of views, by path below static/src."""
    early = [a for a in ACTIVITIES if a.name in FIRST]
    late = [a for a in ACTIVITIES if a.name not in FIRST]
    return {
        "phone/views.ts": table(early, "delegate"),
        "phone/views-later.ts": table(late, "delegate"),
        "console/views.ts": table(ACTIVITIES, "facilitator"),
        "screen/views.ts": table(ACTIVITIES, "screen"),
    }


def table(activities: Iterable[Activity], role: Role) -> str:
    """The views that an audience has of these activities, by the activity's name."""
    names = [a.name for a in activities if role not in a.without_view]
    return "\n".join([*_imports(sorted(names)), "", "export const VIEWS = {", *_entries(names), "};"]) + "\n"


def _imports(names: Iterable[str]) -> Iterator[str]:
    return (f"import * as {_local(name)} from './{name}';" for name in names)


def _entries(names: Iterable[str]) -> Iterator[str]:
    return (f"  {name}," if _local(name) == name else f"  {name}: {_local(name)}," for name in names)


def _local(name: str) -> str:
    """A name that JavaScript has not taken for itself."""
    return "pause" if name == "break" else name
