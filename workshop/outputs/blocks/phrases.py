"""How a report says days, numbers, lists, kinds and causes: its sentences come from the catalogue, and from here only.

Plain words, never right or wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from workshop.domain.agreement import LABELS
from workshop.drawing.strip_words import commas, lowered, movement_parts
from workshop.outputs.blocks.model import Kind, Run, Text
from workshop.outputs.model import AnonymisedSession, CardOutput, Facts, ResponseOutput, RoundOutput
from workshop.words import Words

IN_WORDS = range(1, 13)
DOT, DASH = " · ", "–"
HERE = "\0"
"""Stands in a message while the place of a value is looked for; no text that is shown holds one."""


@dataclass(frozen=True)
class Phrases:
    """The sentences of one language."""

    words: Words

    def say(self, id: str, **values: object) -> str:
        """A message of the report."""
        return self.words.say(f"report.{id}", **values)

    def all(self, id: str) -> tuple[str, ...]:
        """The messages of a list of the report."""
        return tuple(self.words.all(f"report.{id}"))

    def with_strong(self, id: str, strong: str, **values: object) -> Text:
        """A message in which `{strong}` stands out."""
        before, _, after = self.say(id, strong=HERE, **values).partition(HERE)
        return (Run(before), Run(strong, strong=True), Run(after))

    def number(self, n: int) -> str:
        """Small numbers in words."""
        return self.words.say(f"common.number.{n}") if n in IN_WORDS else self.words.number(n)

    def several(self, id: str, n: int) -> str:
        """ "eight cards", by a message that has its number in words."""
        return self.say(id, n=n, number=self.number(n))

    def listed(self, parts: Sequence[str]) -> str:
        """a; a and b; a, b and c."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say("and", rest=commas(parts[:-1], self.words), last=parts[-1])

    def kind(self, id: str | None) -> Kind | None:
        """A kind with its name; None when there is none."""
        return Kind(id, self.words.say(f"common.labels.{id}")) if id in LABELS else None

    def lead(self, session: AnonymisedSession) -> str:
        """What, when, how many."""
        facts = session.facts
        case = self.say("fictional", case=facts.scenario_title) if facts.fictional else facts.scenario_title
        cards = len({c.card for r in session.rounds for c in r.cards})
        people = self.say("people", n=facts.delegates) if facts.delegates else ""
        shown = self.several("cards", cards) if cards else ""
        return dotted(case, self.words.day(facts.held_on), people, lowered(facts.agenda), shown)

    def heading(self, shown: RoundOutput, n: int) -> str:
        """Round 2: after discussion."""
        return self.say(f"round.{shown.cause}", n=n)

    def happened(self, shown: RoundOutput) -> str:
        """One line of what happened."""
        n = len(shown.cards)
        return capital(self.say(f"happened.{shown.cause}", n=n, number=self.number(n)))

    def moved(
        self, told: CardOutput | ResponseOutput, ends: tuple[str, str], levels: bool = False
    ) -> tuple[tuple[str, str], ...]:
        """The sentence of movement in parts: (number or "", words). `ends`: of its scale."""
        if told.movement is None:
            return (("", self.say("movement_not_told")),)
        parts = movement_parts(asdict(told.movement), ends, self.words, levels)
        said = tuple(("" if p.n is None else self.words.number(p.n), p.text) for p in parts)
        return said or ((self.words.number(0), self.words.say("common.strip.moved")),)

    def not_told(self, facts: Facts, card: CardOutput | ResponseOutput) -> str:
        """Why a card's figures are not here, or those of its second question."""
        return self.say(f"not_told.{card.why or 'few'}", k=self.number(facts.k))

    def stages(self, session: AnonymisedSession) -> str:
        """1 Developmentally expected · 2 Inappropriate …"""
        return dotted(*numbered(session))


def plain(text: str) -> Text:
    """Words without emphasis."""
    return (Run(text),)


def agreement(value: float | None) -> str:
    """Two decimals and a real minus; a dash where it is not told."""
    return DASH if value is None else f"{value:.2f}".replace("-", "−")


def dotted(*parts: str) -> str:
    """Parts of a line that stand side by side; empty ones are left out."""
    return DOT.join(part for part in parts if part)


def numbered(session: AnonymisedSession) -> list[str]:
    """Every stage as "1 Developmentally expected"."""
    return [f"{n} {s.name}" for n, s in enumerate(session.stages, 1)]


def capital(words: str) -> str:
    """The first letter large."""
    return words[:1].upper() + words[1:]
