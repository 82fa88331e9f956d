"""What a note says of itself, as whoever writes it sets it: a silent note, a new one, and one that is changed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from workshop.activities.base import Model, OneOf, Refused, Situation
from workshop.activities.session_case import given
from workshop.domain.note_kinds import FIELDS, SURE, VOICES

Sure = Annotated[str, OneOf(("", *SURE))]
Voice = Annotated[str, OneOf(("", *VOICES))]
NO_GROUND = Refused("invalid", "formulation.no_ground")


class OfItself(Model):
    """What somebody who writes a note may say of it. `ground`: a card of the case, or information that was given."""

    sure: Sure = ""
    voice: Voice = ""
    ground: str = Field(default="", max_length=40)


class OfItselfNow(Model):
    """The same of a note that is changed; what is null stays as it is."""

    sure: Sure | None = None
    voice: Voice | None = None
    ground: str | None = Field(default=None, max_length=40)


def set_by(situation: Situation, body: OfItself | OfItselfNow) -> dict[str, str] | Refused:
    """The fields of a note that somebody set; Refused when it rests on what the room does not have."""
    found = {field: value for field in FIELDS if (value := getattr(body, field)) is not None}
    ground = found.get("ground", "")
    return found if not ground or is_ground(situation, ground) else NO_GROUND


def is_ground(situation: Situation, id_: str) -> bool:
    """Whether a note may rest on it: on a card of the case, or on information that the room was given."""
    return any(c.id == id_ for c in situation.scenario.cards) or id_ in given(situation.head)
