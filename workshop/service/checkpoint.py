"""Save what the room has made together, so that the live state can be rebuilt when it is gone."""

from __future__ import annotations

from workshop.activities.base import Whole
from workshop.domain.checkpoint import COLLECTIONS, Checkpoint
from workshop.domain.live import Head
from workshop.domain.wordings import without_wordings
from workshop.service.house import House

SUPPORT = "support:"
ROOM = "room"
"""Collection of a checkpoint that is no collection of the live session: `people`, the most who ever held a seat."""
PEOPLE = "devices:most"
"""Counter of the same; the live store keeps it."""


def make_checkpoint(house: House, head: Head) -> Checkpoint:
    """The head and the shared collections as they are now, and the support that was told. Nothing of any seat."""
    rev = house.live.revision(head.session)  # before the rest is read: what came up to it is surely among it
    loaded = house.live.load(head, tuple(Whole(c) for c in COLLECTIONS), all_counts=True)
    support = {n.removeprefix(SUPPORT): v for n, v in loaded.counts.items() if n.startswith(SUPPORT) and v}
    people = {"people": {"most": most}} if (most := loaded.counts.get(PEOPLE)) is not None else {}
    return Checkpoint(head=head, collections={**loaded.wholes, ROOM: people}, support=support, rev=rev)


def save_checkpoint(house: House, session: str) -> None:
    """Save it in one transaction. Raises Unavailable."""
    house.record.save_checkpoint(session, make_checkpoint(house, house.live.head(session, fresh=True)))


def only_kept(checkpoint: Checkpoint) -> Checkpoint:
    """What may stay after the end: of questions and texts only those that a facilitator kept, and no earlier words."""
    kept = {
        name: {k: without_wordings(v) for k, v in slices.items() if name not in ("questions", "texts") or v.get("kept")}
        for name, slices in checkpoint.collections.items()
        if name != ROOM  # how many took part stands with the session, from k on, and nowhere else
    }
    return Checkpoint(head=checkpoint.head, collections=kept, support=checkpoint.support)
