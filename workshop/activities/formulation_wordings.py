"""Wordings that phones offer for the sentences of the explanation, and which of them phones would rather have.

What a phone offers stays on it until the word; then every phone hands in one sheet, of one length, with or without
wordings (as silent notes are handed in). They are shown together, in an order that says nothing, with one that is made
of notes before them. Each phone may then prefer one for each sentence; how many do is counted once, when that is over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from workshop.activities.base import (
    DELEGATE,
    FACILITATOR,
    Change,
    Collection,
    Command,
    EraseLog,
    Held,
    Nothing,
    Read,
    Refused,
    Seat,
    Situation,
    Slice,
    SliceRef,
    Whole,
    not_taken,
)
from workshop.activities.codes import NOT_NOW
from workshop.activities.formulation_notes import LINKS, SUPPORT
from workshop.activities.formulation_silent import WROTE
from workshop.activities.formulation_traces import OFFERED
from workshop.activities.formulation_wordings_bodies import DropWording, OfferWordings, Prefer
from workshop.activities.wordings import NOTES
from workshop.domain.agreed import key_of
from workshop.domain.asking import wanted
from workshop.domain.disclosure_steps import told_support
from workshop.domain.first_wordings import first_wordings
from workshop.domain.formulation import SAID, Link, Note
from workshop.domain.live import Head
from workshop.domain.texts import TextRefused, clean_or_empty

LONGEST, MOST = 200, 8
"""Characters of a wording; and how many of a sentence are shown. Which, where more came, is left to chance."""
SHEETS = Collection(
    "sheets", of="seat", purpose="offer", held=Held("offer", "gathered", lines=lambda s: (("offer", {}),))
)
PREFERRED = Collection("preferred", of="seat", purpose="prefer")
"""Slot → sentence → the wording that this phone would rather have."""
ALL = SliceRef(OFFERED.name, "all")
EMPTY: Slice = {"number": 0, "state": "none", "choosing": 0, "shown": [], "gone": [], "parts": {}}
MOVED = frozenset({"offers"})
NOT_CALLED = Refused("not_now", "formulation.wordings_not_called")
NOT_SHOWN = Refused("not_now", "formulation.wordings_not_shown")


def standing(kept: Mapping[str, Slice]) -> Slice:
    """How far it is, and what is shown."""
    return kept.get(ALL.key, EMPTY)


def reads_all(head: Head, body: Any, seat: Seat) -> tuple[Read, ...]:
    """What was offered and shown."""
    return (ALL,)


def ask(situation: Situation, body: Nothing) -> Change | Refused:
    """The word to hand in. In a room of fewer than k phones none is asked for anything."""
    now = situation.slices[ALL] or EMPTY
    if now["state"] == "called":
        return Change()
    here = situation.counts.get("devices", 0) >= situation.head.k
    called = {**now, "number": now["number"] + 1, "state": "called" if here else "few"}
    return Change(put={ALL: called}, parts=MOVED)


def reads_offer(head: Head, body: OfferWordings, seat: Seat) -> tuple[Read, ...]:
    """How far it is, and this seat's sheet."""
    return (ALL, SHEETS.ref(seat))


def offer(situation: Situation, body: OfferWordings) -> Change | Refused:
    """One phone's sheet for the gathering that goes on; no part moves by it."""
    now = situation.slices[ALL] or EMPTY
    if (now["state"], now["number"]) != ("called", body.gathering):
        return NOT_CALLED
    try:
        said = {part: clean_or_empty(getattr(body, part), LONGEST) for part in SAID}
    except TextRefused as refused:
        return not_taken(refused)
    return Change(put={SHEETS.ref(situation.seat): {part: text for part, text in said.items() if text}})


def reads_show(head: Head, body: Nothing, seat: Seat) -> tuple[Read, ...]:
    """All sheets, what was shown, and the notes of which a first wording is made."""
    return (ALL, *(Whole(name) for name in (SHEETS.name, NOTES.name, LINKS.name)))


def show(situation: Situation, body: Nothing) -> Change | Refused:
    """Everything that was handed in, at once; or nothing of it. Either way no sheet is left."""
    now, sheets = situation.slices[ALL] or EMPTY, situation.wholes[SHEETS.name]
    if now["state"] != "called":
        return NOT_CALLED
    put: dict[SliceRef, Slice | None] = {SliceRef(SHEETS.name, key): None for key in sheets}
    enough = len(sheets) >= wanted(situation.counts.get("devices", 0), situation.head.k)
    if not enough or sum(map(bool, sheets.values())) < WROTE:
        put[ALL] = {**now, "state": "few"}
    else:
        parts = {part: _shown(situation, now, part, sheets.values()) for part in SAID}
        told = {"shown": [*now["shown"], now["number"]], "choosing": now["choosing"] or now["number"]}
        put[ALL] = {**now, **told, "state": "shown", "parts": _begun(situation, parts)}
    return Change(put=put, parts=MOVED, then=(EraseLog(SHEETS.name),))


def reads_prefer(head: Head, body: Prefer, seat: Seat) -> tuple[Read, ...]:
    """What is shown, and what this seat prefers."""
    return (ALL, PREFERRED.ref(seat))


def prefer(situation: Situation, body: Prefer) -> Change | Refused:
    """This phone's own choice, or none any more; no part moves."""
    now, ref = situation.slices[ALL] or EMPTY, PREFERRED.ref(situation.seat)
    known = {one["id"] for one in now["parts"].get(body.part, ())}
    if not now["choosing"] or (body.wording and body.wording not in known):
        return NOT_SHOWN
    mine = {part: id for part, id in (situation.slices[ref] or {}).items() if part != body.part}
    return Change(put={ref: {**mine, body.part: body.wording} if body.wording else mine})


def reads_close(head: Head, body: Nothing, seat: Seat) -> tuple[Read, ...]:
    """What is shown, and what every phone prefers."""
    return (ALL, Whole(PREFERRED.name))


def close(situation: Situation, body: Nothing) -> Change | Refused:
    """Count once what phones prefer, all sentences together; then nobody's choice is left. Told from three."""
    now, sheets = situation.slices[ALL] or EMPTY, situation.wholes[PREFERRED.name]
    if not now["choosing"]:
        return NOT_SHOWN
    chosen = [id for sheet in sheets.values() for id in sheet.values()]
    parts = {
        part: [{**one, "support": told_support(chosen.count(one["id"]))} for one in items]
        for part, items in now["parts"].items()
    }
    put: dict[SliceRef, Slice | None] = {SliceRef(PREFERRED.name, key): None for key in sheets}
    put[ALL] = {**now, "choosing": 0, "parts": parts}
    return Change(put=put, parts=MOVED, then=(EraseLog(PREFERRED.name),))


def drop(situation: Situation, body: DropWording) -> Change | Refused:
    """Gone at once from every phone, and not shown again when somebody offers the same words."""
    now = situation.slices[ALL] or EMPTY
    items = now["parts"].get(body.part, [])
    gone = [key_of(one["text"]) for one in items if one["id"] == body.wording]
    if not gone:
        return Change()
    left = {**now["parts"], body.part: [one for one in items if one["id"] != body.wording]}
    return Change(put={ALL: {**now, "parts": left, "gone": [*now["gone"], *gone]}}, parts=MOVED)


def _shown(situation: Situation, now: Slice, part: str, sheets: Iterable[Slice]) -> list[dict[str, Any]]:
    """What stands of a sentence already, and new wordings, each once: in the order of their ids, which are random."""
    before = [{**one, "support": None} for one in now["parts"].get(part, ()) if not one["made"]]
    known = {key_of(str(one["text"])) for one in before} | set(now["gone"])
    new = {key_of(text): text for sheet in sheets if (text := str(sheet.get(part, "")))}
    fresh = [_one(situation, str(text)) for key, text in new.items() if key not in known]
    kept = [*before, *sorted(fresh, key=lambda one: one["id"])][:MOST]
    return sorted(kept, key=lambda one: one["id"])


def _begun(situation: Situation, parts: Mapping[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """With the wording that is made of notes before the others, unless somebody offered the same."""
    told = [
        Note(i, n["section"], n["text"], told_support(situation.counts.get(SUPPORT + i, 0)) or 0)
        for i, n in situation.wholes[NOTES.name].items()
    ]
    links = {i: Link(x["source"], x["target"], x["kind"]) for i, x in situation.wholes[LINKS.name].items()}
    made = first_wordings(told, links, [(s.id, s.role) for s in situation.scenario.formulation.sections])
    gone = set((situation.slices[ALL] or EMPTY)["gone"])
    begun = dict(parts)
    for part, (text, notes) in made.items():
        if key_of(text) not in gone | {key_of(one["text"]) for one in parts[part]}:
            begun[part] = [{**_one(situation, text), "made": True, "notes": list(notes)}, *parts[part]]
    return begun


def _one(situation: Situation, text: str) -> dict[str, Any]:
    return {"id": situation.new_id(), "text": text, "made": False, "notes": [], "support": None}


COMMANDS = (
    Command("formulation.ask_wordings", Nothing, FACILITATOR, ask, reads=reads_all, durable=True),
    Command(
        "formulation.offer",
        OfferWordings,
        DELEGATE,
        offer,
        ("not_now", "too_long"),
        reads=reads_offer,
        texts=dict.fromkeys(SAID, LONGEST),
    ),
    Command("formulation.show_wordings", Nothing, FACILITATOR, show, NOT_NOW, reads=reads_show, durable=True),
    Command("formulation.prefer", Prefer, DELEGATE, prefer, NOT_NOW, reads=reads_prefer),
    Command("formulation.close_wordings", Nothing, FACILITATOR, close, NOT_NOW, reads=reads_close, durable=True),
    Command("formulation.drop_wording", DropWording, FACILITATOR, drop, reads=reads_all, durable=True),
)
