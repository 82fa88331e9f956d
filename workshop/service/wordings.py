"""What a facilitator writes for a report before its release: other words for a text, a summary, a reflection."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from workshop.domain.checkpoint import Checkpoint
from workshop.domain.texts import TextRefused, clean, is_blank, tidy
from workshop.outputs.leaving import Leaving, reworded, with_told, without
from workshop.outputs.model import Facts

LONGEST = 600
"""Characters of other words for a text."""
LONGEST_TOLD = 1_200
"""Characters of a summary, or a reflection."""


class Unworded(Exception):
    """A text is to be reworded, and its words are the same."""


@dataclass(frozen=True)
class Wordings:
    """`texts`: the key of a text (outputs/leaving.py) → the facilitator's words for it. `told`: name, of TOLD_BY → what
    the facilitator tells of the session. Made by `wordings`."""

    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    told: Mapping[str, str] = field(default_factory=dict[str, str])

    def applied(self, facts: Facts, kept: Checkpoint, struck: Collection[str]) -> tuple[Facts, Checkpoint]:
        """What leaves, as it would lie in the record: without what is struck, and in these words."""
        facts, kept = reworded(*without(facts, kept, struck), self.texts)
        return facts, with_told(kept, self.told)

    def check(self, asked: Collection[Leaving]) -> None:
        """Raises Unworded."""
        if any(self.texts.get(t.key) == t.text for t in asked):
            raise Unworded


def wordings(texts: Mapping[str, str], told: Mapping[str, str]) -> Wordings:
    """As they are kept: tidy. Raises TextRefused when one is empty or too long; nothing is cut."""
    said = {name: kept for name, text in told.items() if (kept := _told(text))}
    return Wordings({key: clean(text, LONGEST) for key, text in texts.items()}, said)


def _told(text: str) -> str:
    if len(text) > 4 * LONGEST_TOLD + 100 or len(kept := tidy(text, lines=True)) > LONGEST_TOLD:
        raise TextRefused("too_long", "text.too_long", limit=LONGEST_TOLD)
    return "" if is_blank(kept) else kept
