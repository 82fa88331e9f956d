"""Tell how many support each note: counted anew from the sets of phones, at moments that no single phone decides."""

from __future__ import annotations

from workshop.activities.base import Change, Whole
from workshop.activities.formulation_notes import PARTS, SUPPORT, SUPPORTERS, supported
from workshop.activities.wordings import NOTES
from workshop.domain.disclosure_steps import told_support
from workshop.domain.formulation import supporters
from workshop.service.context import Context
from workshop.service.ports import Loaded
from workshop.service.transact import Reading, Write, transact

APART = 20.0
"""Seconds between two gatherings, whoever asks: one who asks again and again would see single taps."""


def gather_support(context: Context, session: str) -> None:
    """Bring what is told up to date. Only what is told is ever a number: fewer than three phones are none.

    Raises UnknownSession, Unavailable.
    """
    if context.live.take_lease(session, "support", APART):
        transact(context.live, session, _counted_anew)


def _counted_anew(reading: Reading) -> Write | None:
    loaded = reading.load(Whole(NOTES.name), Whole(SUPPORTERS.name), all_counts=True)
    moved = _moved(loaded)
    return Write(loaded, Change(count=moved, parts=PARTS)) if moved else None


def _moved(loaded: Loaded) -> dict[str, int]:
    """Counter → by how much it moves. A live store that was just rebuilt knows no sets yet: what was told stands."""
    if not loaded.wholes[SUPPORTERS.name]:
        return {}
    found = supporters(
        {note: s.get("merged", ()) for note, s in loaded.wholes[NOTES.name].items()},
        [supported(sheet) for sheet in loaded.wholes[SUPPORTERS.name].values()],
    )
    told = {SUPPORT + note: told_support(n) or 0 for note, n in found.items()}
    before = loaded.counts
    return {name: n - before.get(name, 0) for name, n in told.items() if n != before.get(name, 0)}
