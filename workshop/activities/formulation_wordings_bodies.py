"""What offering wordings carries, and what is shown of it. Types only."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from workshop.activities.base import Model, OneOf
from workshop.activities.formulation_bodies import PAD, Id
from workshop.domain.formulation import SAID

SaidPart = Literal["because", "kept_going", "eased", "unsure", "rival"]


class OfferWordings(Model):
    """One phone's wordings by sentence, "" for those for which it has none. `pad`: as of an envelope."""

    gathering: int = Field(ge=1)
    because: str
    kept_going: str
    eased: str
    unsure: str
    rival: str
    pad: str = Field(max_length=PAD)


class Prefer(Model):
    """`wording` "": none of them."""

    part: SaidPart
    wording: str = Field(max_length=40)


class DropWording(Model):
    part: SaidPart
    wording: str = Id


class OfferShown(Model):
    """`made`: of notes, not by a phone. `support`: how many phones prefer it, told when that is over, from three."""

    id: str
    text: str
    made: bool
    support: int | None


class OffersPart(Model):
    """The newest gathering of wordings by its `number`, 0 before the first; `shown`: all that were shown.

    `choosing`: the gathering since which phones choose among them; 0 while they do not.
    """

    number: int
    state: Annotated[str, OneOf(("none", "called", "few", "shown"))]
    choosing: int
    shown: list[int]
    parts: dict[Annotated[str, OneOf(SAID)], list[OfferShown]]


class OwnPreferred(Model):
    """Sentence → the wording that this phone prefers."""

    parts: dict[Annotated[str, OneOf(SAID)], str]
