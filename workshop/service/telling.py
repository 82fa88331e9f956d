"""Copy the counts that people may see, at a fixed moment, so that no count moves with a tap."""

from __future__ import annotations

from workshop.activities.base import Change
from workshop.activities.registry import counted_here
from workshop.domain.disclosure_steps import TOLD
from workshop.service.context import Context
from workshop.service.transact import Reading, Write, transact


def tell_counts(context: Context, session: str) -> None:
    """Bring what is told of this step's counters up to date. A part in which no step moved is not sent anew.

    Raises UnknownSession, Unavailable.
    """
    transact(context.live, session, lambda reading: _moved(reading, counted_here(reading.head)))


def tell(context: Context, session: str, part: str, names: tuple[str, ...]) -> None:
    """The same for counters that have moments of their own. Raises UnknownSession, Unavailable."""
    transact(context.live, session, lambda reading: _moved(reading, tuple((part, name) for name in names)))


def _moved(reading: Reading, counted: tuple[tuple[str, str], ...]) -> Write | None:
    """`counted`: (part, counter)."""
    if not counted:
        return None
    loaded = reading.load(all_counts=True)
    counts = loaded.counts
    by = {(part, TOLD + name): counts.get(name, 0) - counts.get(TOLD + name, 0) for part, name in counted}
    moved = {where: steps for where, steps in by.items() if steps}
    if not moved:
        return None
    told = {name: steps for (_, name), steps in moved.items()}
    return Write(loaded, Change(count=told, parts=frozenset(part for part, _ in moved)))
