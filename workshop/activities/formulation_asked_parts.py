"""What the room sees of an asking: what is asked, and after the reveal the figures; and a phone its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from workshop.activities.base import Held, OwnPart, Part, Role, Seat, Slice, SliceRef, View
from workshop.activities.base_kept import RESULTS
from workshop.activities.codec import agreed_result
from workshop.activities.formulation_asked import (
    HOLDS,
    KIND,
    WORDS,
    could_ask,
    not_asked_before,
    questions,
)
from workshop.activities.formulation_asked_bodies import (
    AgreedPart,
    AskedShown,
    HoldsShown,
    OwnAgreed,
    OwnHolds,
)
from workshop.activities.formulation_asked_words import ASKED, items_of
from workshop.activities.formulation_bodies import Kind
from workshop.domain.agreed import ANSWERS, ITEMS, QUESTIONS, REASONS, SENTENCES
from workshop.domain.live import Head, Round
from workshop.domain.results import AgreedItem, Asked


def _here(head: Head) -> Round | None:
    here = head.round_here()
    return here if here is not None and here.kind == KIND else None


def _part(view: View, role: Role) -> AgreedPart:
    here = _here(view.head)
    found = {name: view.collection(name) for name in WORDS}
    results = view.collection(RESULTS)
    could = could_ask(found).values() if role == "facilitator" else ()
    asks = questions(found) if role == "facilitator" else ()
    asked = items_of(view.collection(ASKED.name).get(here.id)) if here else ()
    return AgreedPart(
        round=here.id if here else "",
        state=here.state if here else "none",
        about="questions" if here and here.cause == "questions" else "items",
        on_screen=here is not None and here.state == "revealed" and here.reveal,
        items=[_asked(item, one) for item, one in zip(here.asked, asked, strict=True)] if here else [],
        reasons=list(REASONS),
        results=_results(here, results),
        askable=sorted(one.id for one in not_asked_before(could, view.head, results)),
        questions=bool(not_asked_before(asks, view.head, results)),
    )


def _asked(item: str, one: Asked) -> AskedShown:
    return AskedShown(
        id=item, what=one.what, kind=one.kind, first=one.first, second=one.second, places=list(one.places)
    )


def _results(here: Round | None, results: Mapping[str, Slice]) -> list[HoldsShown] | None:
    """Frozen figures, and only of a round that was revealed."""
    if here is None or here.state != "revealed" or here.id not in results:
        return None
    told = agreed_result(results[here.id]).items
    return [_shown(id, item) for id, item in zip(here.asked, told, strict=True)]


def _shown(id: str, item: AgreedItem) -> HoldsShown:
    return HoldsShown(
        id=id,
        why=item.why,
        tallies=None if item.tallies is None else list(item.tallies),
        cannot=item.cannot,
        split=item.split,
        yes=list(item.yes),
        no=list(item.no),
    )


def _reads_own(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    here = _here(head)
    return (HOLDS.ref(seat, here.id),) if here and here.state == "open" else ()


def _own(view: View, slices: Mapping[SliceRef, Slice | None]) -> OwnAgreed | None:
    here = _here(view.head)
    if here is None or not slices:
        return None
    sheet = next(iter(slices.values())) or {}
    return OwnAgreed(round=here.id, answers={item: OwnHolds(**said) for item, said in sheet.items()})


def _largest(view: View) -> OwnAgreed | None:
    """Every item answered, with the longest answer and the longest reason."""
    here = _here(view.head)
    if here is None or here.state != "open":
        return None
    longest = OwnHolds(answer=max(ANSWERS, key=len), reason=max(REASONS, key=len))
    return OwnAgreed(round=here.id, answers=dict.fromkeys(here.asked, longest))


AGREED = Part("agreed", AgreedPart, _part, differs=True, needs=lambda head: (*WORDS, ASKED.name, RESULTS))
HELD = Held(
    "agreed", "round", names=("item_asked", "quality", "holds", "holds_reason"), plain=frozenset({"answer", "reason"})
)
OWN_AGREED = OwnPart("own_agreed", OwnAgreed, _reads_own, _own, _largest, HELD)
NAMES: dict[str, tuple[str, ...]] = {
    "joined": get_args(Kind),
    "sentence": SENTENCES,
    "item_asked": ITEMS,
    "quality": QUESTIONS,
    "holds": ANSWERS,
    **dict.fromkeys(("holds_reason", "holds_yes", "holds_no"), REASONS),
}
"""What the catalogue names of it."""
