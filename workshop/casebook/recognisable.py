"""What in a case study could be taken for a real person, school, place or day: cautions for its author, never a gate.

Names of schools and places are found by how they are written and by a short list, which finds many and not all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field

from workshop.casebook.reading import Place
from workshop.casebook.written import Plain, WrittenFile

Looks = Callable[[str, Iterable[str]], str]
"""What else a text looks like, in words ("a name"), or "". Given the names that the case uses."""
Word = Annotated[str, Field(min_length=2, max_length=40), Plain]
Words = Annotated[list[Word], Field(max_length=400)]
NAME = r"[A-Z][\w’'-]+"
YEAR = re.compile(r"\b(?:19|20)\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
SAINT = re.compile(rf"\bSt\.? (?P<name>{NAME})")
WHERE = re.compile(rf"\b(?:at|from|near|outside|behind) (?P<name>{NAME})")
WORDS = re.compile(r"[^\W\d_]+")
BEGINNING = """
The A An Another His Her Their Our This That At From Near In Outside Behind Of To For With
"""
"""Words with a capital that begin a sentence, and no name."""


class RecognisableFile(WrittenFile):
    """`shared/recognisable.yaml`."""

    kinds: Words
    places: Words
    dates: Words
    ordinary: Words


@dataclass(frozen=True)
class Recogniser:
    """Finds what a list names, and what is written like a name of its kinds."""

    listed: RecognisableFile

    @cached_property
    def _institution(self) -> re.Pattern[str]:
        return re.compile(
            rf"\b(?!(?:{_any(BEGINNING.split())})\b)(?P<name>{NAME})(?: {NAME}){{0,2}} (?:{_any(self.listed.kinds)})\b"
        )

    @cached_property
    def _place(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{_any(self.listed.places)})\b")

    @cached_property
    def _date(self) -> re.Pattern[str]:
        return re.compile(rf"(?<=[\w,;] )(?:{_any(self.listed.dates)})\b|{YEAR.pattern}")

    def finds(self, text: str, known: Iterable[str]) -> Iterator[tuple[str, str]]:
        """All such things, each as what it looks like and how it is written. `known`: names that the case uses."""
        taken: list[tuple[int, int]] = []
        for looks, (start, end) in self._candidates(text, {name.casefold() for name in known}):
            if all(end <= first or last <= start for first, last in taken):
                taken.append((start, end))
                yield looks, text[start:end]

    def _candidates(self, text: str, known: set[str]) -> Iterator[tuple[str, tuple[int, int]]]:
        """What it looks like, and where it stands; the surest first, since a place may be part of a school's name."""
        names = {name.casefold() for name in (*self.listed.ordinary, *self.listed.dates, *BEGINNING.split())} | known
        for found in (*self._institution.finditer(text), *SAINT.finditer(text)):
            if _bare(found["name"]) not in names:
                yield "a real school or institution", found.span()
        for found in self._place.finditer(text):
            yield "a real place", found.span()
        for found in WHERE.finditer(text):
            if _bare(found["name"]) not in names:
                yield "a real school or place", found.span("name")
        for found in self._date.finditer(text):
            yield "a date", found.span()


def names_of(file: dict[str, Any]) -> list[str]:
    """What the people of a case are called."""
    people = file.get("people")
    ids = [str(p.get("id")) for p in people if isinstance(p, dict)] if isinstance(people, list) else []
    return [word for id_ in ids for word in WORDS.findall(id_)]


TOLD = ("title", "opening", "content_note", "question", "note", "text", "short", "why", "words", "prompts")
"""Fields that tell the case."""
NOT_TOLD = frozenset(
    {"evidence", "law", "glossary", "resources", "scale", "formulation", "agendas", "warm_up", "needs"}
)
"""Where real names are meant."""


def told(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text of a case study that tells the case, with its place."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name not in NOT_TOLD:
                yield from told(item, (*place, name))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from told(item, (*place, number))
    elif isinstance(value, str) and any(step in TOLD for step in place[-2:]):
        yield place, value


def _bare(name: str) -> str:
    return re.sub(r"['’]s$", "", name).casefold()


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)
