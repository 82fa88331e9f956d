"""Tell how many support each note, say each link, and would do each action; and fold what three say is one idea.

Counted anew from the sets of phones, at moments that no single phone decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from workshop.activities.base import Change, Slice, SliceRef, Whole
from workshop.activities.formulation_notes import LINKS, PARTS, SUPPORT, SUPPORTERS, supported
from workshop.activities.formulation_said import SAID, said_of
from workshop.activities.formulation_stacks import IDEAS, folds
from workshop.activities.formulation_undo import LIST, stacked, with_list
from workshop.activities.plan_actions import WOULD, would_do
from workshop.activities.wordings import ACTIONS, NOTES
from workshop.domain.disclosure_steps import told_support
from workshop.domain.formulation import supporters
from workshop.domain.scenario import Scenario
from workshop.service.context import Context
from workshop.service.ports import Loaded
from workshop.service.transact import Reading, Write, transact

APART = 20.0
"""Seconds between two gatherings, whoever asks: one who asks again and again would see single taps."""
Wholes = Mapping[str, Mapping[str, Slice]]
GATHERED = (NOTES, SUPPORTERS, LINKS, SAID, IDEAS, ACTIONS, WOULD)


def gather_support(context: Context, session: str) -> bool:
    """Bring what is told up to date; False when the last time was too short ago, and it has to be asked for again.

    Only what is told is ever a number: fewer than three phones are none.
    Raises UnknownSession, CaseGone, CaseDamaged, Unavailable.
    """
    if not context.live.take_lease(session, "support", APART):
        return False
    transact(context.live, session, partial(_counted_anew, context))
    return True


def _counted_anew(context: Context, reading: Reading) -> Write | None:
    loaded = reading.load(*(Whole(of.name) for of in GATHERED), LIST, all_counts=True)
    change = _folded(context.case_of(reading.head), loaded)
    moved = _moved(_after(loaded.wholes, change), loaded.counts, change.count)
    if not moved and not change.put:
        return None
    return Write(loaded, Change(put=change.put, count=moved, parts=PARTS))


def _folded(scenario: Scenario, loaded: Loaded) -> Change:
    """All that three phones say is one idea, as one change, which the desk can undo."""
    put: dict[SliceRef, Slice | None] = {}
    count: dict[str, int] = {}
    kept = loaded.slices[LIST]
    for one in folds(scenario, loaded.wholes, loaded.counts):
        item = stacked(one)
        noted = with_list(one, kept, lambda items, item=item: [*items, item])
        put |= noted.put
        kept = put[LIST]
        for name, n in one.count.items():
            count[name] = count.get(name, 0) + n
    return Change(put=put, count=count)


def _after(wholes: Wholes, change: Change) -> Wholes:
    """The collections as they are after it."""
    found = {name: dict(slices) for name, slices in wholes.items()}
    for ref, slice_ in change.put.items():
        if ref.collection in found:
            found[ref.collection].pop(ref.key, None)
            if slice_ is not None:
                found[ref.collection][ref.key] = slice_
    return found


def _moved(wholes: Wholes, before: Mapping[str, int], count: Mapping[str, int]) -> dict[str, int]:
    """Counter → by how much it moves. A live store that was just rebuilt knows no sets yet: what was told stands."""
    found = {**_notes(wholes), **_links(wholes), **_actions(wholes)}
    told = {SUPPORT + id: told_support(n) or 0 for id, n in found.items()}
    moved = dict(count) | {name: n - before.get(name, 0) for name, n in told.items()}
    return {name: n for name, n in moved.items() if n}


def _notes(wholes: Wholes) -> dict[str, int]:
    sheets = wholes[SUPPORTERS.name].values()
    return supporters(_merged(wholes[NOTES.name]), [supported(sheet) for sheet in sheets]) if sheets else {}


def _links(wholes: Wholes) -> dict[str, int]:
    sheets = wholes[SAID.name].values()
    return supporters(_merged(wholes[LINKS.name]), [said_of(sheet) for sheet in sheets]) if sheets else {}


def _actions(wholes: Wholes) -> dict[str, int]:
    sheets = wholes[WOULD.name].values()
    alone = dict.fromkeys(wholes[ACTIONS.name], ())
    return supporters(alone, [would_do(sheet) for sheet in sheets]) if sheets else {}


def _merged(slices: Mapping[str, Slice]) -> dict[str, tuple[str, ...]]:
    """Id → the ids of what went into it."""
    return {id: tuple(s.get("merged", ())) for id, s in slices.items()}
