"""Tell how many support each note, and would do each action.

Counted anew from the sets of phones, at moments that no single phone decides.
"""

from __future__ import annotations

from workshop.activities.base import Change, Whole
from workshop.activities.formulation_notes import PARTS, SUPPORT, SUPPORTERS, supported
from workshop.activities.plan_actions import WOULD, would_do
from workshop.activities.wordings import ACTIONS, NOTES
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
    wholes = (Whole(of.name) for of in (NOTES, SUPPORTERS, ACTIONS, WOULD))
    loaded = reading.load(*wholes, all_counts=True)
    moved = _moved(loaded)
    return Write(loaded, Change(count=moved, parts=PARTS)) if moved else None


def _moved(loaded: Loaded) -> dict[str, int]:
    """Counter → by how much it moves. A live store that was just rebuilt knows no sets yet: what was told stands."""
    found = {**_notes(loaded), **_actions(loaded)}
    told = {SUPPORT + id: told_support(n) or 0 for id, n in found.items()}
    before = loaded.counts
    return {name: n - before.get(name, 0) for name, n in told.items() if n != before.get(name, 0)}


def _notes(loaded: Loaded) -> dict[str, int]:
    sheets = loaded.wholes[SUPPORTERS.name].values()
    merged = {note: s.get("merged", ()) for note, s in loaded.wholes[NOTES.name].items()}
    return supporters(merged, [supported(sheet) for sheet in sheets]) if sheets else {}


def _actions(loaded: Loaded) -> dict[str, int]:
    sheets = loaded.wholes[WOULD.name].values()
    alone = dict.fromkeys(loaded.wholes[ACTIONS.name], ())
    return supporters(alone, [would_do(sheet) for sheet in sheets]) if sheets else {}
