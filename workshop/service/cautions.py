"""What somebody who reads a text before its release is to look at: everything in it that may point at somebody real.

More than a phone is told before it sends (identifying.py), which names the first thing only: here a word too many costs
a second look, and one too few a person. Patterns and a short list of words, and no register of schools. Hints, never a
gate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from workshop.domain.graphemes import is_boundary
from workshop.domain.scenario import Scenario
from workshop.service.identifying import LOOKS, ORDINARY, Span, spans

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


def cautions(text: str, known: Iterable[str] = ()) -> Mapping[str, tuple[Span, ...]]:
    """What it looks like, each of `office.leaving.looks`, in one order; and which of its words do.

    `known`: names that the case study uses.
    """
    ordinary = ORDINARY | {word.casefold() for word in known}
    found = {kind: list(finds(text, ordinary)) for kind, finds in LOOKS}
    for kind, pattern in (("class", CLASS), ("day", DAY), ("case", OURS)):
        found.setdefault(kind, []).extend(spans(pattern, text))
    found["school"].extend(_places(text, ordinary))
    if not found["name"] and not found["school"]:
        found["name"].extend(_capitals(text, ordinary))
    return {kind: tuple(found[kind]) for kind in ORDER if found[kind]}


def pieces(text: str, looked_at: Iterable[Span]) -> tuple[tuple[str, bool], ...]:
    """The text in stretches, which together are the text again; and of each, whether it is to be looked at.

    No stretch begins or ends within a character as people see it.
    """
    whole = [(_outwards(text, start, -1), _outwards(text, end, 1)) for start, end in looked_at]
    made, at = list[tuple[str, bool]](), 0
    for start, end in _merged(whole):
        made += [(text[at:start], False), (text[start:end], True)]
        at = end
    return tuple(piece for piece in (*made, (text[at:], False)) if piece[0])


def _merged(found: Iterable[Span]) -> Iterator[Span]:
    """In order, and what overlaps or touches as one."""
    now: Span | None = None
    for start, end in sorted(found):
        if now is not None and start > now[1]:
            yield now
            now = None
        now = (start, end) if now is None else (now[0], max(now[1], end))
    if now is not None:
        yield now


def _outwards(text: str, at: int, step: int) -> int:
    """The next place from here on where a character ends."""
    while 0 < at < len(text) and not is_boundary(text, at):
        at += step
    return at


def names_in(scenario: Scenario) -> tuple[str, ...]:
    """Words of a case study: its people and places are nobody real."""
    people = (f"{p.id} {p.note}" for p in scenario.people)
    return tuple(LETTERS.findall(" ".join([scenario.title, scenario.opening, *people])))


def _is_name(word: str, ordinary: frozenset[str]) -> bool:
    """Written with a capital for no other reason than that it is a name. What is all capitals is none."""
    plain = re.sub(r"['’]s$", "", word)
    return plain[:1].isupper() and plain[1:2].islower() and plain.casefold() not in ordinary


def _places(text: str, ordinary: frozenset[str]) -> Iterator[Span]:
    """A name before a word for a place."""
    for m in FOLLOWED.finditer(text):
        if m["next"].casefold() in PLACES and _is_name(m["word"], ordinary):
            yield m.start("word"), m.end("next")


def _capitals(text: str, ordinary: frozenset[str]) -> Iterator[Span]:
    """A capital within a sentence."""
    return (m.span("word") for m in CAPITAL.finditer(text) if _is_name(m["word"], ordinary))


ORDER = (*(kind for kind, _ in LOOKS), "class", "day")
