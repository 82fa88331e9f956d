"""Opening a placing, and what of earlier ones is destroyed with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from workshop.activities.base import Change, DropRounds, FollowUp, Read, Refused, Seat, Situation, Slice, SliceRef
from workshop.activities.base_kept import RESULTS
from workshop.activities.board_second import asked_too, since
from workshop.activities.board_standing import READS, STANDING, UNSEEN, standings
from workshop.domain.live import COUNTING, Cause, Head, Round
from workshop.domain.scenario import Scenario

MOVED = frozenset({"board", "progress", "notes_private", "what_moved", "practitioners"})
STILL_OPEN = Refused("not_now", "board.still_open")
TALKING = Refused("not_now", "board.talking")
TALKED = Refused("not_now", "board.talked")


def entered(head: Head, scenario: Scenario) -> Head:
    """A step with new information shows it before its cards are opened, and where nobody places any."""
    return head.told(head.step.settings.get("information"))


def reads_standing(head: Head, body: object, seat: Seat) -> tuple[Read, ...]:
    """What opening reads: where the room stands, and what waits unseen."""
    return (*READS, *(SliceRef(UNSEEN.name, r.id) for r in head.placings))


def open_round(situation: Situation, cause: Cause, cards: tuple[str, ...], information: str | None) -> Change | Refused:
    """A new placing round in the current step, and the picture set back to all cards.

    A single card that is placed again stays the room's subject: its reveal is its before and after. A round of any of
    these cards that was closed and never shown is destroyed: from here on it could only be taken from the new one.
    Cards that were talked through without figures are left out (docs/decisions/025).
    """
    head = situation.head
    if head.talk:
        return TALKING
    cards = tuple(card for card in cards if card not in head.talked)
    if not cards:
        return TALKED
    if any(r.state in COUNTING and set(r.cards) & set(cards) for r in head.placings):
        return STILL_OPEN  # else these cards would have two first placings, and who was in one only could be read off
    head, gone, then = without_unseen(head, cards)
    before = standings(head, situation.wholes[STANDING.name], situation.wholes[RESULTS])
    again = {c: since(before[c]) for c in cards if c in before and cause != "warm_up"}
    second = asked_too(situation, cards, before) if cause != "warm_up" else {}
    round_id = head.next_round_id("w" if cause == "warm_up" else "r")
    opened = Round(
        *(round_id, head.step.id, "board", cause, cards, information),
        again=again,
        second=second,
        opened=situation.now(),
    )
    focus = cards[0] if len(cards) == 1 and cause in ("discussion", "information") else None
    there = replace(head.told(information).with_round(opened), focus=focus, show="shift" if focus else "all", prompt="")
    return Change(head=there, put=gone, parts=MOVED | {"case"}, then=then)


def without_unseen(
    head: Head, cards: Collection[str]
) -> tuple[Head, dict[SliceRef, Slice | None], tuple[FollowUp, ...]]:
    """The head without what was closed of these cards and never shown: it will not be; and what is to go with it."""
    unseen = [r for r in head.placings if r.state == "closed" and r.quorum and set(r.cards) & set(cards)]
    for r in unseen:
        head = head.with_round(replace(r, quorum=False))
    gone: dict[SliceRef, Slice | None] = {SliceRef(c, r.id): None for c in (RESULTS, UNSEEN.name) for r in unseen}
    return head, gone, (DropRounds(tuple(r.id for r in unseen)),) if unseen else ()
