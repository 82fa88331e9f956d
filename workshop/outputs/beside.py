"""Two to four released sessions of one case study side by side: what each of them tells, card by card, and no sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.outputs.overview import same_words
from workshop.outputs.told_figures import ToldCard, ToldFigures

LEAST, MOST = 2, 4


class NotAlike(ValueError):
    """Not two to four sessions, or not of one case study with one scale."""


@dataclass(frozen=True)
class BesideCard:
    """A card, and what each session tells of it; None: it was not placed there, or is not told."""

    text: str
    told: tuple[ToldCard | None, ...]


@dataclass(frozen=True)
class Beside:
    """`confidence`: (words, (start, end) of each session or None)."""

    stages: tuple[str, ...]
    sessions: tuple[ToldFigures, ...]
    cards: tuple[BesideCard, ...]
    confidence: tuple[tuple[str, tuple[tuple[int, int] | None, ...]], ...]

    @property
    def piles(self) -> list[tuple[int, ...]]:
        """Of all strips, so that one dot is as large in each."""
        return [(*t.tallies, t.unsure) for card in self.cards for t in card.told if t is not None]


def beside(sessions: Sequence[ToldFigures]) -> Beside:
    """In the order of their days. Raises NotAlike."""
    if not LEAST <= len(sessions) <= MOST or len({(s.scenario, s.stages) for s in sessions}) > 1:
        raise NotAlike
    held = sorted(sessions, key=lambda s: (s.held_on, s.title))
    by_words = [{same_words(c.text): c for c in s.cards} for s in held]
    texts = {words: card.text for found in by_words for words, card in found.items()}
    cards = [BesideCard(text, tuple(found.get(words) for found in by_words)) for words, text in texts.items()]
    asked = {item: words for s in held for item, words, _, _ in s.confidence}
    ends = [{item: (start, end) for item, _, start, end in s.confidence} for s in held]
    return Beside(
        stages=tuple(name for _, name in held[0].stages),
        sessions=tuple(held),
        cards=tuple(sorted(cards, key=lambda c: (-sum(t is not None for t in c.told), c.text))),
        confidence=tuple((words, tuple(e.get(item) for e in ends)) for item, words in asked.items()),
    )
