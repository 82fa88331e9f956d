"""What a seat holds and what goes with it: the turn of its newest tap, and its answers in rounds that are open.

A seat's slice is `{}` until its first tap, then `{"tap": n}`: the number of placing rounds opened by then, no time.
Phones that never tap, or tapped three rounds ago, are not waited for (domain/quorum.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workshop.activities.base import Change, Collection, Seat, Slice, SliceRef
from workshop.activities.registry import of_round, of_seats
from workshop.activities.session import SEATS
from workshop.domain.live import Head, Round
from workshop.domain.quorum import ACTIVE


def seat_ref(seat: Seat) -> SliceRef:
    """Where it is known that this seat is taken. The key is "" when the session is over."""
    return SEATS.ref(seat)


def tapped(head: Head, change: Change, ref: SliceRef, held: Slice) -> Change:
    """The change, with the seat's newest tap in this turn; most taps are not the first of a turn and add nothing."""
    before = held.get("tap")
    if before == head.turn:
        return change
    count = {**change.count, f"{ACTIVE}{head.turn}": 1}
    if before is not None:
        count[f"{ACTIVE}{before}"] = -1
    return replace(change, put={**change.put, ref: {"tap": head.turn}}, count=count)


def marks_of(seat: Seat) -> dict[SliceRef, Collection]:
    """Where else a seat leaves something while the session runs: that it wants a word, agreed, supports notes…"""
    return {found.ref(seat): found for found in of_seats() if found is not SEATS}


def answers_of(head: Head, seat: Seat) -> dict[SliceRef, tuple[Round, bool]]:
    """Where this seat's answers of open rounds lie: ref → (round, whether it is the sheet that is counted)."""
    return {
        found.ref(seat, r.id): (r, number == 0)
        for r in head.rounds.values()
        if r.state == "open"
        for number, found in enumerate(of_round(r.kind))
    }


def giving_up(head: Head, ref: SliceRef, held: Slice, sheets: Mapping[SliceRef, Slice | None], seat: Seat) -> Change:
    """The seat goes, and takes its answers of open rounds with it; closed ones stay counted.

    That somebody would like a word stands until it is answered: gone with the seat, it would tell whose it was.
    """
    count = {"devices": -1}
    if held.get("tap") is not None:
        count[f"{ACTIVE}{held['tap']}"] = -1
    gone: dict[SliceRef, Slice | None] = {ref: None}
    left = {mark: found.counter for mark, found in marks_of(seat).items() if sheets.get(mark) is not None}
    gone |= dict.fromkeys(left)
    count |= {counter: -1 for counter in left.values() if counter}
    for place, (r, counted) in answers_of(head, seat).items():
        if (sheet := sheets.get(place)) is None:
            continue
        gone[place] = None
        if counted:
            count[f"{r.id}:answered"] = -1
            if r.all and len(sheet) == len(r.all):
                count[f"{r.id}:finished"] = -1
    return Change(put=gone, count=count)
