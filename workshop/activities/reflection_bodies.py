"""What the reflection's commands carry and what its parts hold. Types only."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from workshop.activities.base import Model, OneOf
from workshop.activities.questionnaire import State
from workshop.activities.session_parts import ResourceShown
from workshop.domain.reflection import NEEDS

Need = Literal[
    "recognising", "families", "harmed", "law", "technology", "planning", "formulation", "talking", "agencies", "myself"
]


NeedId = Annotated[str, OneOf(NEEDS)]


class Say(Model):
    round: str = Field(min_length=1, max_length=20)
    field: Literal["will_do", "still_need"]
    text: str


class NameNeeds(Model):
    round: str = Field(min_length=1, max_length=20)
    tags: list[Need] = Field(max_length=len(NEEDS))


class Keep(Model):
    text: str = Field(min_length=1, max_length=40)
    kept: bool


class NeedCount(Model):
    """`n` is null where the number is not told."""

    tag: NeedId
    n: int | None


class TextShown(Model):
    id: str
    field: Annotated[str, OneOf(("will_do", "still_need"))]
    text: str
    kept: bool


class ReflectionPart(Model):
    """`few`: it has closed, fewer than k phones had sent anything, and their words were erased unread.

    `reopens`: the round that was opened again as this one.
    """

    round: str
    reopens: str
    state: State
    tags: list[NeedId]
    answered: int
    resources: list[ResourceShown]
    tallies: list[NeedCount] | None
    few: bool
    texts: list[TextShown]


class OwnReflection(Model):
    round: str
    will_do: str
    still_need: str
    tags: list[NeedId]
