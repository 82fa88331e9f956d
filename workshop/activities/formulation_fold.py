"""A stack of notes folds into one of them, and comes apart again: nothing of words, links or support is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from workshop.activities.base import Change, Slice, SliceRef
from workshop.activities.formulation_joined import Changed, as_they_were, had_back, rejoined
from workshop.activities.formulation_notes import LINKS, LINKS_TAKEN, PARTS, SUPPORT, TAKEN, note_ref
from workshop.activities.wordings import NOTES
from workshop.domain.beneath import FOLD

APART = "apart"
"""The field of a note that names stacks which the facilitator took apart: what phones said of them folds nothing."""
MOST_APART = 20
Slices = Mapping[str, Slice]


def stack_of(notes: Slices, ids: Sequence[str]) -> str:
    """The name of a stack: of these notes, in the words that they have now."""
    said = " ".join(sorted(f"{i}.{notes[i]['version']}" for i in ids))
    return sha256(said.encode()).hexdigest()[:16]


def was_taken_apart(notes: Slices, ids: Sequence[str], stack: str) -> bool:
    """Whether the facilitator said that this is not one idea."""
    return any(stack in notes[i].get(APART, ()) for i in ids)


def stands(notes: Slices, ids: Sequence[str], told: Mapping[str, int]) -> str:
    """The one that stands for the others: the best supported, as it was told; of equal ones what says most."""
    return max(ids, key=lambda i: (told.get(SUPPORT + i, 0), len(notes[i]["text"]), notes[i]["text"], i))


def folded(notes: Slices, links: Slices, ids: Sequence[str], told: Mapping[str, int], said: int | None) -> Change:
    """`ids` become one note. `told`: counters; `said`: how many phones, None by the facilitator's word."""
    stand = stands(notes, ids, told)
    gone = [i for i in sorted(ids) if i != stand]
    after = rejoined(links, gone, stand)
    under = {
        "stack": stack_of(notes, ids),
        "under": {i: notes[i] for i in gone},
        "links": as_they_were(links, after),
        "said": said,
    }
    one = notes[stand]
    merged = [*one.get("merged", ()), *(m for i in gone for m in (i, *notes[i].get("merged", ())))]
    put: dict[SliceRef, Slice | None] = {note_ref(i): None for i in gone}
    put[note_ref(stand)] = {**one, "merged": merged, FOLD: [*one.get(FOLD, ()), under]}
    lost = {SUPPORT + i: -told.get(SUPPORT + i, 0) for i in (*gone, *went(after))}
    return with_links(put, links, after, {NOTES.counter: -len(gone), TAKEN: len(gone), **lost})


def unfolded(notes: Slices, links: Slices, stand: str) -> Change:
    """What was folded into a note last lies beside it again, with the links of then; nothing of it folds by itself."""
    one = notes[stand]
    *rest, last = one[FOLD]
    back: Mapping[str, Slice] = last["under"]
    gone = {m for i, note in back.items() for m in (i, *note.get("merged", ()))}
    kept = {field: value for field, value in one.items() if field != FOLD} | ({FOLD: rest} if rest else {})
    merged = [m for m in one["merged"] if m not in gone]
    put: dict[SliceRef, Slice | None] = {note_ref(i): note for i, note in back.items()}
    put[note_ref(stand)] = {**kept, "merged": merged, APART: [*one.get(APART, ()), last["stack"]][-MOST_APART:]}
    after = had_back(links, {*notes, *back}, last["links"])
    return with_links(put, links, after, {NOTES.counter: len(back), TAKEN: -len(back)})


def with_links(put: dict[SliceRef, Slice | None], links: Slices, after: Changed, count: Mapping[str, int]) -> Change:
    """A change of notes with what becomes of links, and how many there are then."""
    put = put | {SliceRef(LINKS.name, i): x for i, x in after.items()}
    more = sum(x is not None and i not in links for i, x in after.items()) - len(went(after))
    every = {**count, LINKS.counter: more, LINKS_TAKEN: -more}
    return Change(put=put, count={name: n for name, n in every.items() if n}, parts=PARTS)


def went(after: Changed) -> list[str]:
    """Links that are gone."""
    return [i for i, x in after.items() if x is None]


def said_ideas(sheets: Iterable[Slice]) -> dict[str, tuple[list[str], int]]:
    """Stack → its notes, and how many phones say that it is one idea."""
    found: dict[str, tuple[list[str], int]] = {}
    for sheet in sheets:
        for stack, ids in sheet["ideas"].items():
            found[stack] = (ids, found.get(stack, ([], 0))[1] + 1)
    return found
