"""What phones and the facilitator see of wordings that were offered, and what a phone gets back of its own choice."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities.base import Held, OwnPart, Part, Role, Seat, Slice, SliceRef, View
from workshop.activities.formulation_parts import ID
from workshop.activities.formulation_traces import OFFERED
from workshop.activities.formulation_wordings import PREFERRED, standing
from workshop.activities.formulation_wordings_bodies import OfferShown, OffersPart, OwnPreferred
from workshop.domain.formulation import SAID
from workshop.domain.live import Head


def _part(view: View, role: Role) -> OffersPart:
    now = standing(view.collection(OFFERED.name))
    parts = {
        part: [
            OfferShown(id=one["id"], text=one["text"], made=one["made"], support=one["support"])
            for one in now["parts"].get(part, ())
        ]
        for part in SAID
    }
    return OffersPart(
        number=now["number"],
        state=now["state"],
        choosing=now["choosing"],
        shown=list(now["shown"]),
        parts=parts,
    )


def _reads_own(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    return (PREFERRED.ref(seat),) if head.step.activity == "formulation" else ()


def _own(view: View, slices: Mapping[SliceRef, Slice | None]) -> OwnPreferred | None:
    if not slices:
        return None
    return OwnPreferred(parts={part: id for sheet in slices.values() if sheet for part, id in sheet.items()})


def _largest(view: View) -> OwnPreferred | None:
    here = view.head.step.activity == "formulation"
    return OwnPreferred(parts=dict.fromkeys(SAID, "x" * ID)) if here else None


OFFERS_PART = Part("offers", OffersPart, _part, needs=lambda head: (OFFERED.name,))
OWN_PREFERRED = OwnPart(
    "own_preferred", OwnPreferred, _reads_own, _own, _largest, Held("preferred", names=("offered",))
)
