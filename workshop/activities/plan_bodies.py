"""What the plan's commands carry and what its parts hold. Types only."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from workshop.activities.base import Model, OneOf
from workshop.domain.plan import NUDGES, SIDES, STATES, TARGETS

Id = Field(min_length=1, max_length=40)
Kind = Field(default="", max_length=40)
Version = Field(ge=0)
For = Literal["safety", "harmed", "young_person", "family", "environment"]
Target = Annotated[str, OneOf(TARGETS)]
Side = Literal["up", "down", "review"]


class AddAction(Model):
    """`kind`: of need, as the case study has them, or "". Signs and `known`: of this action alone, and may be empty."""

    target: For
    action: str
    why: str
    note: str | None = Field(max_length=40)
    who: str
    by_when: str
    review: str
    kind: str = Kind
    known: str = ""
    step_up: str = ""
    step_down: str = ""


class EditAction(AddAction):
    id: str = Id
    base: int = Version


class MoveAction(Model):
    """To another place of the grid; `kind` "" takes it out of the grid."""

    id: str = Id
    target: For
    kind: str = Kind


class RemoveAction(Model):
    id: str = Id


class RestoreAction(RemoveAction):
    version: int = Version


class WouldDo(Model):
    id: str = Id
    on: bool


class MarkNeed(Model):
    """A note of the formulation is a need of this kind, for this target; or, `on` false, is none."""

    note: str = Id
    target: For
    kind: str = Kind
    on: bool


class SetAside(Model):
    target: For
    kind: str = Id
    on: bool


class WriteSign(Model):
    """A sign, or the review. `id` null: a new one. `who`: who notices and when; of the review, with whom."""

    id: str | None = Field(max_length=40)
    side: Side
    text: str
    who: str
    base: int = Version


class KindShown(Model):
    id: str
    name: str
    prompt: str


class ActionShown(Model):
    """`kind`: its own, or its need's; "" when it is for no need yet. `would`: phones, as gathered last, from three."""

    id: str
    target: Target
    kind: str
    action: str
    why: str
    note: str | None
    who: str
    by_when: str
    review: str
    known: str
    step_up: str
    step_down: str
    would: int | None
    version: int


class NeedShown(Model):
    """A note that is marked as a need. `met`: an action answers it."""

    note: str
    text: str
    target: Target
    kind: str
    met: bool


class PlanAskedShown(Model):
    """A note that may be marked as a need."""

    note: str
    text: str


class CellShown(Model):
    target: Target
    kind: str
    actions: int
    state: Annotated[str, OneOf(STATES)]


class SignShown(Model):
    id: str
    side: Annotated[str, OneOf(tuple(SIDES))]
    text: str
    who: str
    version: int


class Nudge(Model):
    """What the plan lacks: an action for this target, a role or a date in `n` actions, a review."""

    id: Annotated[str, OneOf(NUDGES)]
    n: int


class PlanPart(Model):
    """`cells`: the grid, row by row. `loose`: actions without a need; `bare`: targets without anything."""

    targets: list[Target]
    kinds: list[KindShown]
    actions: list[ActionShown]
    needs: list[NeedShown]
    asked: list[PlanAskedShown]
    cells: list[CellShown]
    loose: list[str]
    bare: list[Target]
    signs: list[SignShown]
    nudges: list[Nudge]


class OwnWould(Model):
    """Actions of which this phone said that it would do them."""

    actions: list[str]
