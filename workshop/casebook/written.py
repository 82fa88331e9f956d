"""What people write in a case study: plain texts of some length, ids, days; and the model that refuses all else."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from workshop.activities.base import OneOf
from workshop.domain.sourced import NATIONS
from workshop.domain.texts import is_blank, tidy

TAG = re.compile(r"<\s*/?\s*[A-Za-z!]")
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")
"""A month or a day."""
NEWEST = 2
"""The newest schema of a file; one that says nothing is of the first."""


def _plain(text: object) -> object:
    """As everything that people write, before its length is looked at."""
    if not isinstance(text, str):
        return text
    kept = tidy(text, lines=True)
    if TAG.search(kept):
        raise ValueError("Write plain text, without HTML tags")
    return "" if is_blank(kept) else kept


def unique(name: str) -> AfterValidator:
    """A list whose items differ in the field of that name, whatever its capitals."""

    def differ(items: list[Any]) -> list[Any]:
        values = [str(getattr(item, name)) for item in items]
        low = [value.casefold() for value in values]
        twice = next((value for n, value in enumerate(values) if low[n] in low[:n]), None)
        if twice is not None:
            raise ValueError(f"The {name} “{twice}” is used twice. Give each its own")
        return items

    return AfterValidator(differ)


def _each_once(items: list[str]) -> list[str]:
    twice = next((item for n, item in enumerate(items) if item in items[:n]), None)
    if twice is not None:
        raise ValueError(f"“{twice}” is named twice. Name it once")
    return items


Plain = BeforeValidator(_plain)
Unique = unique("id")
EachOnce = AfterValidator(_each_once)
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,39}$", description="Lower-case letters, digits, - and _.")]
Line = Annotated[str, Field(min_length=1, max_length=120), Plain]
MaybeLine = Annotated[str, Field(max_length=120), Plain]
Text = Annotated[str, Field(min_length=1, max_length=600), Plain]
Note = Annotated[str, Field(max_length=300), Plain]
Checked = Annotated[str, Field(pattern=r"^\d{4}-\d{2}(-\d{2})?$", description="When somebody last checked it.")]
ReviewBy = Annotated[
    str,
    Field(
        pattern=rf"^({DAY.pattern})?$",
        description="By when somebody is to look again; a year after it was checked when nothing is said.",
    ),
]
Address = Annotated[str, Field(max_length=200, pattern=r"^(https://\S+)?$")]
Nations = Annotated[list[Annotated[str, OneOf(NATIONS)]], Field(max_length=len(NATIONS)), EachOnce]


class Written(BaseModel):
    """Everything a person writes: unknown fields are refused, so that a typing slip is found."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class WrittenFile(Written):
    """A file by itself. `schema`: what of it may be used; `workshop scenario upgrade` brings it to the newest."""

    schema_: Annotated[Literal[1, 2], Field(alias="schema")] = 1
