"""Where a running room is, for whoever comes back to it."""

from __future__ import annotations

from dataclasses import dataclass

from workshop.service.context import Context
from workshop.service.ports import Unavailable, UnknownSession


@dataclass(frozen=True)
class Whereabouts:
    """`number`: of the step, from 1, `of` how many; `joined`: devices that are in."""

    step: str
    number: int
    of: int
    joined: int


def whereabouts(context: Context, session: str) -> Whereabouts | None:
    """None when the live store cannot say: the page on which it stands is not worth waiting for it."""
    try:
        head = context.live.head(session)
        counts = context.live.load(head, (), all_counts=True).counts
    except (Unavailable, UnknownSession):
        return None
    return Whereabouts(head.step.title, head.position + 1, len(head.steps), counts.get("devices", 0))
