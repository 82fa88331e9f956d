"""What a seat holds and what goes with it: the turn of its newest tap, and its answers in rounds that are open.

A seat's slice is `{}` until its first tap, then `{"tap": n}`: the number of placing rounds opened by then, no time.
Phones that never tap, or tapped three rounds ago, are not waited for (domain/quorum.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workshop.activities.base import Change, Seat, Slice, SliceRef
from workshop.activities.formulation_notes import support_ref
from workshop.activities.questions import HEARD, asker_refs
from workshop.activities.welcome import agreed_ref
from workshop.domain.live import Head, Round
from workshop.domain.quorum import ACTIVE

ANSWERS: Mapping[str, tuple[str, ...]] = {
    "board": ("placements", "earlier", "moves"),
    "confidence": ("answers",),
    "reflection": ("answers",),
}
"""Kind of round → where a seat's answers lie, each under a slot of its own; how many there are, the first one tells."""


def seat_ref(seat: Seat) -> SliceRef:
    """Where it is known that this seat is taken. The key is "" when the session is over."""
    return SliceRef("seats", seat.slot("session", "seat"))


def tapped(head: Head, change: Change, ref: SliceRef, held: Slice) -> Change:
    """The change, with the seat's newest tap in this turn; most taps are not the first of a turn and add nothing."""
    before = held.get("tap")
    if before == head.turn:
        return change
    count = {**change.count, f"{ACTIVE}{head.turn}": 1}
    if before is not None:
        count[f"{ACTIVE}{before}"] = -1
    return replace(change, put={**change.put, ref: {"tap": head.turn}}, count=count)


def marks_of(seat: Seat) -> tuple[SliceRef, ...]:
    """Where it is marked that this seat wants a word, agreed, supports notes, has a question waiting, has answered."""
    word = SliceRef("words", seat.slot("session", "word"))
    return (word, agreed_ref(seat), support_ref(seat), *asker_refs(seat))


def answers_of(head: Head, seat: Seat) -> dict[SliceRef, tuple[Round, bool]]:
    """Where this seat's answers of open rounds lie: ref → (round, whether it is the sheet that is counted)."""
    return {
        SliceRef(f"{name}.{r.id}", seat.slot(r.id, name)): (r, number == 0)
        for r in head.rounds.values()
        if r.state == "open"
        for number, name in enumerate(ANSWERS[r.kind])
    }


def giving_up(head: Head, ref: SliceRef, held: Slice, sheets: Mapping[SliceRef, Slice | None], seat: Seat) -> Change:
    """The seat goes, and takes its answers of open rounds with it; closed ones stay counted.

    That somebody would like a word stands until it is answered: gone with the seat, it would tell whose it was.
    """
    count = {"devices": -1}
    if held.get("tap") is not None:
        count[f"{ACTIVE}{held['tap']}"] = -1
    gone: dict[SliceRef, Slice | None] = {ref: None}
    gone |= {mark: None for mark in marks_of(seat) if sheets.get(mark) is not None}
    counted = {agreed_ref(seat): "agreed", asker_refs(seat)[1]: HEARD}
    count |= {name: -1 for mark, name in counted.items() if sheets.get(mark) is not None}
    for place, (r, counted) in answers_of(head, seat).items():
        if (sheet := sheets.get(place)) is None:
            continue
        gone[place] = None
        if counted:
            count[f"{r.id}:answered"] = -1
            if r.kind == "board" and len(sheet) == len(r.cards):
                count[f"{r.id}:finished"] = -1
    return Change(put=gone, count=count)
