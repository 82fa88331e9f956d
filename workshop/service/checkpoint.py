"""Save what the room has made together, so that the live state can be rebuilt when it is gone."""

from __future__ import annotations

from workshop.activities.base import Whole
from workshop.domain.checkpoint import COLLECTIONS, Checkpoint
from workshop.domain.live import Head
from workshop.domain.wordings import without_wordings
from workshop.service.house import House

SUPPORT = "support:"


def make_checkpoint(house: House, head: Head) -> Checkpoint:
    """The head and the shared collections as they are now, and the support that was told. Nothing of any seat."""
    loaded = house.live.load(head, tuple(Whole(c) for c in COLLECTIONS), all_counts=True)
    support = {n.removeprefix(SUPPORT): v for n, v in loaded.counts.items() if n.startswith(SUPPORT) and v}
    return Checkpoint(head=head, collections=loaded.wholes, support=support)


def save_checkpoint(house: House, session: str) -> None:
    """Save it in one transaction. Raises Unavailable."""
    house.record.save_checkpoint(session, make_checkpoint(house, house.live.head(session, fresh=True)))


def only_kept(checkpoint: Checkpoint) -> Checkpoint:
    """What may stay after the end: of questions and texts only those that a facilitator kept, and no earlier words."""
    kept = {
        name: {k: without_wordings(v) for k, v in slices.items() if name not in ("questions", "texts") or v.get("kept")}
        for name, slices in checkpoint.collections.items()
    }
    return Checkpoint(head=checkpoint.head, collections=kept, support=checkpoint.support)
