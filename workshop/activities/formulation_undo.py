"""What was done to notes and links last, so that the facilitator can undo it: the newest first, each once.

The list names what was done by ids; words are where the notes are. Of a note that was hidden nothing is on it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from workshop.activities.base import Change, Collection, Read, Refused, Seat, Situation, Slice, SliceRef, Whole
from workshop.activities.formulation_fold import Slices, unfolded, with_links
from workshop.activities.formulation_joined import had_back
from workshop.activities.formulation_notes import LINKS, PARTS, TAKEN, note_ref
from workshop.activities.formulation_stack_bodies import Undo
from workshop.activities.wordings import NOTES
from workshop.domain.beneath import FOLD
from workshop.domain.live import Head
from workshop.domain.wordings import rewritten, wording

UNDO = Collection("undo")
LIST = SliceRef(UNDO.name, "list")
"""All of it is one slice: `{"version": int, "items": [the oldest first]}`. In no checkpoint: it goes with the room."""
MOST = 20
Item = Mapping[str, Any]
Apply = Callable[[Situation, Any], Change | Refused]
Reads = Callable[[Head, Any, Seat], tuple[Read, ...]]
CHANGED = Refused("changed_meanwhile", "formulation.changed")
NOTHING = Refused("not_now", "formulation.nothing_to_undo")


# ---------------------------------------------------------------- noting what was done


def noted(apply: Apply, item: Callable[[Situation, Any, Change], Item | None]) -> Apply:
    """The rule, whose change is on the list from then on."""

    def apply_and_note(situation: Situation, body: Any) -> Change | Refused:
        change = apply(situation, body)
        if isinstance(change, Refused) or (done := item(situation, body, change)) is None:
            return change
        return with_list(change, situation.slices[LIST], lambda items: [*items, done])

    return apply_and_note


def forgetting(apply: Apply) -> Apply:
    """The rule that hides a note: nothing that belongs to the note can be undone after it."""

    def apply_and_forget(situation: Situation, body: Any) -> Change | Refused:
        found, change = situation.slices[note_ref(body.note)], apply(situation, body)
        if found is None or isinstance(change, Refused):
            return change
        gone = {body.note, *found.get("merged", ())}
        return with_list(change, situation.slices[LIST], lambda items: [x for x in items if not gone & _about(x)])

    return apply_and_forget


def and_list(reads: Reads) -> Reads:
    """What the rule reads, and the list."""
    return lambda head, body, seat: (*reads(head, body, seat), LIST)


def with_list(change: Change, kept: Slice | None, then: Callable[[list[Item]], list[Item]]) -> Change:
    """The change with the list as it is after it. When the list stays as it is, so does the change."""
    items: list[Item] = list(kept["items"]) if kept else []
    after = then(items)[-MOST:]
    if after == items:
        return change
    put = {**change.put, LIST: {"version": version_of(kept) + 1, "items": after}}
    return Change(change.head, put, change.count, change.parts | PARTS, change.wipe, change.then)


def moved(situation: Situation, body: Any, change: Change) -> Item | None:
    """A note was moved to another section."""
    before, after = situation.slices[note_ref(body.note)], change.put.get(note_ref(body.note))
    if before is None or after is None or before["section"] == after["section"]:
        return None
    return {"what": "move", "note": body.note, "from": before["section"], "to": after["section"]}


def reworded(situation: Situation, body: Any, change: Change) -> Item | None:
    """A note says something else; not so where the words became a note beside it."""
    before, after = situation.slices[note_ref(body.note)], change.put.get(note_ref(body.note))
    if before is None or after is None or before["text"] == after["text"]:
        return None
    return {"what": "edit", "note": body.note, "version": before["version"]}


def merged(situation: Situation, body: Any, change: Change) -> Item | None:
    """A note went into another, which got other words."""
    gone, into = situation.slices[note_ref(body.note)], situation.slices[note_ref(body.into)]
    if gone is None or into is None:
        return None
    links = situation.wholes[LINKS.name]
    after = {ref.key: x for ref, x in change.put.items() if ref.collection == LINKS.name}
    kept = {i: {"was": links[i], "went": x is None} for i, x in after.items()}
    return {
        "what": "merge",
        "note": body.into,
        "gone": body.note,
        "was": gone,
        "links": kept,
        "version": into["version"],
    }


def unlinked(situation: Situation, body: Any, change: Change) -> Item | None:
    """A link was taken away."""
    was = situation.slices[SliceRef(LINKS.name, body.link)]
    return None if was is None else {"what": "unlink", "link": body.link, "was": was}


def stacked(change: Change) -> Item:
    """Notes were folded into one."""
    stand, note = next((ref.key, x) for ref, x in change.put.items() if x is not None and x.get(FOLD))
    return {"what": "fold", "note": stand, "stack": note[FOLD][-1]["stack"]}


def _about(item: Item) -> set[str]:
    """The notes that an item belongs to."""
    if item["what"] == "unlink":
        return {item["was"]["source"], item["was"]["target"]}
    return {item["note"], item.get("gone", item["note"])}


# ---------------------------------------------------------------- undoing


def reads_undo(head: Head, body: Undo, seat: Seat) -> tuple[Read, ...]:
    """The list, all notes and all links."""
    return (LIST, Whole(NOTES.name), Whole(LINKS.name))


def undo(situation: Situation, body: Undo) -> Change | Refused:
    """The newest thing that can be undone, as the list stood when it was asked for."""
    kept, notes, links = situation.slices[LIST], situation.wholes[NOTES.name], situation.wholes[LINKS.name]
    if version_of(kept) != body.base:
        return CHANGED
    items: list[Item] = list(kept["items"]) if kept else []
    while items:
        change = undone(items.pop(), notes, links)
        if change is not None:
            return with_list(change, kept, lambda _: items)
    return NOTHING


def undone(item: Item, notes: Slices, links: Slices) -> Change | None:
    """What undoing it changes; None when the room has gone on, so that there is nothing to undo any more."""
    if item["what"] == "unlink":
        return _linked_again(item, notes, links)
    note = notes.get(item["note"])
    if note is None:
        return None
    return {"move": _moved_back, "edit": _said_again, "merge": _parted, "fold": _unfolded}[item["what"]](
        item, note, notes, links
    )


def _moved_back(item: Item, note: Slice, notes: Slices, links: Slices) -> Change | None:
    if note["section"] != item["to"]:
        return None
    return Change(put={note_ref(item["note"]): {**note, "section": item["from"]}}, parts=PARTS)


def _said_again(item: Item, note: Slice, notes: Slices, links: Slices) -> Change | None:
    words = wording(note, item["version"])
    if words is None or words["text"] == note["text"]:
        return None
    return Change(put={note_ref(item["note"]): rewritten(note, words)}, parts=PARTS)


def _parted(item: Item, note: Slice, notes: Slices, links: Slices) -> Change | None:
    gone, was = item["gone"], item["was"]
    if gone in notes or gone not in note.get("merged", ()):
        return None
    away = {gone, *was.get("merged", ())}
    words = wording(note, item["version"])
    before = {**note, "merged": [m for m in note["merged"] if m not in away]}
    after = had_back(links, {*notes, gone}, item["links"])
    put: dict[SliceRef, Slice | None] = {note_ref(gone): was}
    put[note_ref(item["note"])] = rewritten(before, words) if words else before
    return with_links(put, links, after, {NOTES.counter: 1, TAKEN: -1})


def _unfolded(item: Item, note: Slice, notes: Slices, links: Slices) -> Change | None:
    fold = note.get(FOLD)
    return unfolded(notes, links, item["note"]) if fold and fold[-1]["stack"] == item["stack"] else None


def _linked_again(item: Item, notes: Slices, links: Slices) -> Change | None:
    if item["link"] in links:
        return None
    after = had_back(links, notes, {item["link"]: {"was": item["was"], "went": True}})
    return with_links({}, links, after, {}) if after else None


def version_of(kept: Slice | None) -> int:
    """Which version of the list it is; 0 before there is any."""
    return kept["version"] if kept else 0
