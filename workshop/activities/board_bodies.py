"""What the board's commands carry, and what a phone gets back of its own. Types only."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from workshop.activities.base import Model
from workshop.activities.board_models import ReasonId, TopicId
from workshop.domain.placements import REASONS, TOPICS, WHYS

Topic = Literal["age", "consent", "power", "frequency", "impact", "context", "source"]
Reason = Literal[
    "consent", "age", "norms", "power", "pressure", "frequency", "secrecy", "impact", "setting", "motive", "law"
]
Why = Literal["information", "heard", "reread", "reasons", "not_relevant", "not_enough", "already"]
Direction = Literal["typical", "same", "harmful", "to_unsure", "from_unsure"]
Id = Field(min_length=1, max_length=40)


class BoardSettings(Model):
    round: Literal["warm_up", "first", "information"] = "first"
    information: str | None = None
    cards: list[str] | None = None
    second: str | None = None


class Response(Model):
    """What one would do, of a card with a second question. `level` null: that cannot be said yet.

    `earlier`, `direction`: as of the stage, by the card's `second.again`; null where it is asked for the first time.
    """

    level: str | None = Field(max_length=40)
    earlier: str | None = Field(default=None, max_length=40)
    direction: Direction | None = None


class Place(Model):
    """`stage` null is *need to know more*. A card that is placed again goes with all three of the last fields:

    `earlier`: where this phone stood after the round named in the card's `again.stood` (null: *need to know more*);
    `direction`: which way it moved since the round in `again.told`; `why`: what moved it, or kept it there.
    `response`: the answer to a second question; null while there is none, or where it is passed over.
    """

    round: str = Id
    card: str = Id
    stage: str | None = Field(max_length=40)
    missing: list[Topic] = Field([], max_length=len(TOPICS))
    reasons: list[Reason] = Field([], max_length=len(REASONS))
    certainty: int | None = Field(default=None, ge=1, le=5)
    earlier: str | None = Field(default=None, max_length=40)
    direction: Direction | None = None
    why: list[Why] = Field([], max_length=len(WHYS))
    response: Response | None = None


class CardInRound(Model):
    round: str = Id
    card: str = Id


class OneRound(Model):
    round: str = Id


class Reveal(Model):
    """`idle_out`: three minutes after opening, phones that are not being used need not be waited for."""

    round: str = Id
    idle_out: bool = False


class Reopen(Model):
    cards: list[str] = Field(min_length=1, max_length=60)
    cause: Literal["discussion", "information"]
    information: str | None = Field(default=None, max_length=40)


class OwnResponse(Model):
    level: str | None
    earlier: str | None = None
    direction: str | None = None


class OwnPlacement(Model):
    """`direction` is null unless the card was placed again; then `earlier` and `why` say what went with it."""

    stage: str | None
    missing: list[TopicId]
    reasons: list[ReasonId]
    certainty: int | None
    skipped: bool
    earlier: str | None = None
    direction: str | None = None
    why: list[str] = Field([])
    response: OwnResponse | None = None


class OwnBoard(Model):
    round: str
    placements: dict[str, OwnPlacement]
