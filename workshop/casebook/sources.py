"""The schema of what a case study takes from elsewhere: evidence, law, terms, support; each may be shared by all."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from workshop.activities.base import OneOf
from workshop.casebook.written import (
    Address,
    Checked,
    EachOnce,
    Id,
    Line,
    MaybeLine,
    Nations,
    Note,
    Plain,
    ReviewBy,
    Text,
    Written,
    WrittenFile,
    unique,
)
from workshop.domain.picture import AREAS, BAND

Number = Annotated[str, Field(max_length=24, pattern=r"^(\+?\d[\d ]{1,22}\d)?$", description="As people read it.")]


class EvidenceFile(Written):
    text: Text
    source: Line
    checked: Checked
    review_by: ReviewBy = ""


class LawFile(Written):
    """A law or guidance. `nations`: where it holds; none stands for all."""

    name: Line
    text: Text
    nations: Nations = Field(default=[])
    source: Line
    checked: Checked
    review_by: ReviewBy = ""


class TermFile(Written):
    """A word and what it means here. `formerly`: what it was called, until `since`."""

    term: Annotated[str, Field(min_length=1, max_length=60), Plain]
    meaning: Annotated[str, Field(min_length=1, max_length=300), Plain]
    formerly: MaybeLine = ""
    since: Annotated[str, Field(max_length=40), Plain] = ""
    source: Line
    checked: Checked


class ResourceFile(Written):
    """Support. `number`: telephone; `hours`: when somebody answers; `nations`: for whom; none stands for all."""

    title: Line
    text: Note
    url: Address = ""
    number: Number = ""
    hours: Annotated[str, Field(max_length=60), Plain] = ""
    nations: Nations = Field(default=[])


class NudgeFile(Written):
    """What an explanation may lack. `of`: sections, or a voice; `opens`: the area that is opened for it."""

    id: Id
    words: Line
    when: Literal["lacks", "unjoined", "unheard", "ungrounded", "only"]
    of: Annotated[list[Id], Field(max_length=20), EachOnce] = Field(default=[])
    opens: Annotated[str, OneOf(("", *AREAS, BAND))] = ""
    source: Line
    url: Address = ""
    checked: Checked


Terms = Annotated[list[TermFile], Field(max_length=60), unique("term")]
Laws = Annotated[list[LawFile], Field(max_length=40), unique("name")]
Resources = Annotated[list[ResourceFile], Field(min_length=1, max_length=20)]


class ResourcesFile(WrittenFile):
    """`shared/resources.yaml`."""

    resources: Resources


class GlossaryFile(WrittenFile):
    """`shared/glossary.yaml`."""

    glossary: Terms


class NudgesFile(WrittenFile):
    """`shared/nudges.yaml`."""

    nudges: Annotated[list[NudgeFile], Field(max_length=30), unique("id")]


class LawsFile(WrittenFile):
    """`shared/law.yaml`."""

    law: Laws
