"""What a closed round leaves behind: whole-room figures, made once and frozen.

Stage figures are tuples in the order of the scale. `None` means not told. Nothing is in here that `disclosure.py` does
not let be told: these are the only figures that reach the screens, the record and the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from workshop.domain.live import Cause

Label = str  # one of agreement.LABELS
Why = Literal["few", "unsure", "stands", "aside", "earlier_version"]
"""Why a picture is not told: too few placed; so, and most need to know more; fewer than three moved; too many stood
aside; or an earlier version of this program counted it in a way that could tell of one person."""
Named = tuple[tuple[str, int | None], ...]
"""(id, how many phones named it), commonest first. The number is None where it is not told."""


@dataclass(frozen=True)
class Camp:
    """One end of a split: stages `first`..`last` (positions from 0), how many, and their commonest reasons."""

    first: int
    last: int
    n: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Reasons:
    """Why people placed a card where they did, commonest first: below its median stage, on it, and above it.

    `all`: the whole room's, where no side may be told of. Of a split with two ends, those ends have theirs (`Camp`).
    """

    below: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    all: tuple[str, ...] = ()


@dataclass(frozen=True)
class Movement:
    """How many of those who answered again moved since the picture that was told before, and which way.

    `to_unsure` and `from_unsure`: to and from *need to know more*. Each is 0 or at least three.
    """

    same: int
    typical: int
    harmful: int
    to_unsure: int = 0
    from_unsure: int = 0


@dataclass(frozen=True)
class Certainty:
    """How certain the room is, 1 to 5. `not_certain`: how many said 1 or 2; None where that is not told."""

    median: int
    not_certain: int | None


@dataclass(frozen=True)
class CardResult:
    """One card of one closed round.

    `withheld`: the stage figures are None, and `why` says for what reason. `again`: a re-placing; its picture is the
    one told before, with those moved who answered again. `answered`: how many answered again, from k.
    """

    card: str
    withheld: bool
    placed: int | None = None
    need_to_know: int | None = None
    tallies: tuple[int, ...] | None = None
    median: str | None = None
    agreement: float | None = None
    label: Label | None = None
    missing: Named = ()
    certainty: Certainty | None = None
    low: Camp | None = None
    high: Camp | None = None
    shared_reason: str | None = None
    reasons: Reasons = Reasons()
    movement: Movement | None = None
    whys: Named = ()
    again: bool = False
    why: Why | None = None
    answered: int | None = None


@dataclass(frozen=True)
class RoundResult:
    """A closed placing round. `revealed` false: it was frozen without being shown, so no output may show it.

    `schema`: 1 for what a version before wrote, which counted a re-placing as a placing of its own.
    `wanted`: what phones want to know, over all the cards of a first placing; a phone counts once for a topic.
    `responses`: the second question of cards of which it was asked, on the scale `second`; tallied by itself.
    """

    round: str
    step: str
    cause: Cause
    information: str | None
    scale: str
    revealed: bool
    cards: tuple[CardResult, ...]
    schema: int = 2
    wanted: Named = ()
    second: str = ""
    responses: tuple[CardResult, ...] = ()


@dataclass(frozen=True)
class ItemResult:
    """Answers 0..10 to one confidence item, as they may be told: `bands` are low, middle, high, or None.

    `counts` is read from what a version before wrote, all eleven places of it, and never written.
    """

    item: str
    asked: str  # "now" | "looking_back"
    n: int | None
    median: int | None
    quartiles: tuple[int, int] | None
    bands: tuple[int | None, ...] | None = None
    counts: tuple[int, ...] | None = None


@dataclass(frozen=True)
class AnswersResult:
    """A closed questionnaire of the activity `kind`. `items`: answers by value; `tags`: what was chosen → how many."""

    round: str
    step: str
    kind: str
    cause: Cause
    answered: int | None
    items: tuple[ItemResult, ...] = ()
    tags: Named = ()


@dataclass(frozen=True)
class Asked:
    """A link, a sentence or a question about the explanation, in the words that it had when it was asked.

    `subject`: what it is about, whatever its words; `key`: a digest of those. Of a link `kind`, both notes' words and
    their sections in `places`; of a sentence `first`, and its part as `kind`;
    of a question none: its words are the catalogue's.
    """

    id: str
    what: Literal["link", "sentence", "question"]
    subject: str
    key: str
    kind: str = ""
    first: str = ""
    second: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class AgreedItem:
    """How many said yes, partly and no to one thing, and how many cannot say. `why`: these are not its figures.

    Then there are none, or (`stands`) those that were told of its former words. `yes`, `no`: reasons of both sides.
    """

    asked: Asked
    why: Why | None
    tallies: tuple[int, ...] | None = None
    cannot: int | None = None
    split: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(frozen=True)
class AgreedResult:
    """A closed asking of what the room wrote; `cause`: items or questions. What is not shown is not counted at all."""

    round: str
    step: str
    cause: Cause
    items: tuple[AgreedItem, ...]
    revealed: bool = True


Result = RoundResult | AnswersResult | AgreedResult
"""What a closed round came to."""


@dataclass(frozen=True)
class Told:
    """What a closed questionnaire tells in a report, by ids of the catalogue: its title; each thing that was said, and
    how many said it (None: that is not told); and of how many people (None: fewer than k, and then nothing leaves).
    """

    title: str
    rows: Named
    answered: int | None


@dataclass(frozen=True)
class Closing:
    """What a tally hands over: the result, and slices that it makes (collection → key → value): texts to approve."""

    result: Result
    slices: Mapping[str, Mapping[str, Mapping[str, object]]]
