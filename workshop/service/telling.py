"""Copy the counts that people may see, at a fixed moment, so that no count moves with a tap."""

from __future__ import annotations

from workshop.activities.base import Change
from workshop.activities.registry import counted_here
from workshop.domain.disclosure_steps import TOLD
from workshop.service.house import House
from workshop.service.ports import Conflict, Loaded

TRIES = 12


def tell_counts(house: House, session: str) -> None:
    """Bring what is told of this step's counters up to date. A part in which no step moved is not sent anew."""
    for _ in range(TRIES):
        head = house.live.head(session, fresh=True)
        counted = counted_here(head)
        if not counted:
            return
        counts = house.live.load(head, (), all_counts=True).counts
        moved, parts = dict[str, int](), set[str]()
        for part, name in counted:
            now, before = counts.get(name, 0), counts.get(TOLD + name, 0)
            if now != before:
                moved[TOLD + name] = now - before
                parts.add(part)
        if not moved:
            return
        try:
            house.live.commit(Loaded(head, {}, {}, {}, {}), Change(count=moved, parts=frozenset(parts)), None)
            return
        except Conflict:
            continue
