"""What each phone says of links: a set of its own under a slot that names nobody, counted only at moments.

A link is one thing, however many say it. Below three it is just there; from three on it may be told how many.
"""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities.base import (
    Change,
    Collection,
    Held,
    NobodysSeat,
    OwnPart,
    Read,
    Refused,
    Seat,
    Situation,
    Slice,
    SliceRef,
    View,
)
from workshop.activities.formulation_bodies import OwnLinks, TakeBack
from workshop.activities.formulation_notes import LINKS, LINKS_TAKEN
from workshop.activities.formulation_picture import place_of
from workshop.domain.live import Head
from workshop.domain.phases import PHASES

SAID = Collection("links.session", of="seat", purpose="links")
"""Where the sets lie: slot → links that this phone says now and can take back, in which phase, and earlier ones."""
STAYS = Refused("not_now", "formulation.word_stays")
ID = 16
"""Characters of a link's id."""


def reads_said(seat: Seat) -> tuple[Read, ...]:
    """This phone's set; the facilitator has none."""
    return () if isinstance(seat, NobodysSeat) else (SAID.ref(seat),)


def with_word(situation: Situation, link: str) -> dict[SliceRef, Slice | None]:
    """This phone's set with one link more. Saying it twice is saying it once; the facilitator's word is no phone's."""
    if situation.role != "delegate":
        return {}
    ref = SAID.ref(situation.seat)
    now, firm = _words(situation.slices[ref], situation.head)
    return {} if link in (*now, *firm) else {ref: _sheet(situation.head, (*now, link), firm)}


def reads_take_back(head: Head, body: TakeBack, seat: Seat) -> tuple[Read, ...]:
    """This phone's set, and the link: another may have gone into it."""
    return (*reads_said(seat), SliceRef(LINKS.name, body.link))


def take_back(situation: Situation, body: TakeBack) -> Change | Refused:
    """This phone's own word goes, in the phase in which it was given; the link stays, and no part moves."""
    ref = SAID.ref(situation.seat)
    now, firm = _words(situation.slices[ref], situation.head)
    link = situation.slices[SliceRef(LINKS.name, body.link)]
    same = {body.link, *(link or {}).get("merged", ())}
    if same & set(firm):
        return STAYS
    if not same & set(now):
        return Change()
    return Change(put={ref: _sheet(situation.head, tuple(x for x in now if x not in same), firm)})


def said_of(sheet: Slice) -> list[str]:
    """All links that one phone says."""
    return [*sheet["now"], *sheet["firm"]]


def _words(sheet: Slice | None, head: Head) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What can be taken back, and what stays since the phase in which it was said is over."""
    if sheet is None:
        return (), ()
    if sheet["place"] != place_of(head):
        return (), tuple(said_of(sheet))
    return tuple(sheet["now"]), tuple(sheet["firm"])


def _sheet(head: Head, now: tuple[str, ...], firm: tuple[str, ...]) -> Slice:
    return {"place": place_of(head), "now": sorted(now), "firm": sorted(firm)}


def _reads_own(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    return (SAID.ref(seat),)


def _own(view: View, slices: Mapping[SliceRef, Slice | None]) -> OwnLinks:
    """As the phone said it, whatever the phase is by now."""
    sheet = next((s for s in slices.values() if s), None)
    if sheet is None:
        return OwnLinks(links=[], newest=[], phase="")
    return OwnLinks(links=said_of(sheet), newest=list(sheet["now"]), phase=sheet["place"].split()[-1])


def _largest(view: View) -> OwnLinks:
    """Every link that there ever was: a phone goes on naming what was taken away since."""
    every = ["x" * ID] * (view.counts.get(LINKS.counter, 0) + view.counts.get(LINKS_TAKEN, 0))
    return OwnLinks(links=every, newest=every, phase=max(PHASES, key=len))


OWN_LINKS = OwnPart("own_links", OwnLinks, _reads_own, _own, _largest, Held("links", names=("field", "phase")))
