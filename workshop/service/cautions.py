"""What somebody who reads a text before its release is to look at: everything in it that may point at somebody real.

More than a phone is told before it sends (identifying.py), which names the first thing only: here a word too many costs
a second look, and one too few a person. Patterns and a short list of words, and no register of schools. Hints, never a
gate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from workshop.domain.scenario import Scenario
from workshop.service.identifying import LOOKS, ORDINARY

CLASS = re.compile(
    r"\b(?:[1-9]|1[0-3])\s?[A-HJ-NP-Z]\b|\b(?:class|form|tutor group)\s+\d{1,2}\s?[A-Z]?\b", re.IGNORECASE
)
DAY = re.compile(r"\b(?:on|last|this|next)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\byesterday\b", re.IGNORECASE)
OURS = re.compile(
    r"\b(?:when|the last time|last time)\s+(?:we|i)\s+(?:last\s+)?(?:had|saw|did)\b"
    r"|\bhappened\s+(?:to us|here|at ours)\b"
    r"|\bat\s+(?:my|our)\s+\w+\b",
    re.IGNORECASE,
)
PLACES = frozenset(
    [
        "school",
        "academy",
        "college",
        "primary",
        "secondary",
        "infants",
        "infant",
        "junior",
        "juniors",
        "grammar",
        "comprehensive",
        "nursery",
        "preschool",
        "prep",
        "sixth",
        "campus",
        "unit",
        "pru",
        "house",
        "home",
        "centre",
        "hostel",
        "refuge",
        "estate",
        "park",
        "church",
        "mosque",
        "temple",
        "surgery",
        "hospital",
        "clinic",
        "ward",
        "hub",
        "club",
        "trust",
        "federation",
    ]
)
"""Words that come after the name of a school, or of a place where children are."""
CAPITAL = re.compile(r"(?<![.!?:;\"“‘(])\s(?P<word>[^\W\d_]\w*(?:['’-]\w+)*)")
LETTERS = re.compile(r"[^\W\d_]+")
FOLLOWED = re.compile(r"\b(?P<word>[^\W\d_]\w*(?:['’]s)?)\s+(?=(?P<next>\w+))")


def cautions(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """What it looks like, each of `office.leaving.looks`, in one order. `known`: names that the case study uses."""
    ordinary = ORDINARY | {word.casefold() for word in known}
    found = {kind for kind, looks in LOOKS if looks(text, ordinary)}
    found |= {kind for kind, pattern in (("class", CLASS), ("day", DAY), ("case", OURS)) if pattern.search(text)}
    if _place(text, ordinary):
        found.add("school")
    if not found & {"name", "school"} and _capital(text, ordinary):
        found.add("name")
    return tuple(kind for kind in ORDER if kind in found)


def names_in(scenario: Scenario) -> tuple[str, ...]:
    """Words of a case study: its people and places are nobody real."""
    people = (f"{p.id} {p.note}" for p in scenario.people)
    return tuple(LETTERS.findall(" ".join([scenario.title, scenario.opening, *people])))


def _is_name(word: str, ordinary: frozenset[str]) -> bool:
    """Written with a capital for no other reason than that it is a name. What is all capitals is none."""
    plain = re.sub(r"['’]s$", "", word)
    return plain[:1].isupper() and plain[1:2].islower() and plain.casefold() not in ordinary


def _place(text: str, ordinary: frozenset[str]) -> bool:
    """A name before a word for a place."""
    pairs = ((m["word"], m["next"]) for m in FOLLOWED.finditer(text))
    return any(second.casefold() in PLACES and _is_name(first, ordinary) for first, second in pairs)


def _capital(text: str, ordinary: frozenset[str]) -> bool:
    """A capital within a sentence."""
    return any(_is_name(m["word"], ordinary) for m in CAPITAL.finditer(text))


ORDER = (*(kind for kind, _ in LOOKS), "class", "day")
