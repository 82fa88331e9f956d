"""An anonymised session: all that any format ever sees. Whole-room figures that the room was shown, and kept words.

There is no field here for a seat, a token, an operation or a time finer than the day, and no id that was random:
notes and actions are numbered in a canonical order, so that the same session is always the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

from workshop.domain.disclosure import Cells
from workshop.domain.results import Certainty, Movement, Why


@dataclass(frozen=True)
class Facts:
    """What identifies the session. `delegates` None: fewer than k, and then no total is shown either.

    `scenario_sha256`: of the copy of the case study that was made with the session. `rehearsal`: its people are
    invented; nothing of it is added to anything.
    """

    title: str
    scenario: str
    scenario_title: str
    scenario_version: int
    agenda: str
    held_on: str
    k: int
    delegates: int | None
    reviewed: bool
    fictional: bool = True
    scenario_sha256: str = ""
    rehearsal: bool = False


@dataclass(frozen=True)
class Side:
    """One end of a split, in words: stages `first`..`last` (positions), how many, up to three reasons."""

    first: int
    last: int
    n: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Earlier:
    """The same card's last told placing."""

    round: str
    tallies: tuple[int, ...]
    need_to_know: int
    label: str | None
    median: str | None


@dataclass(frozen=True)
class CardOutput:
    """One card of one revealed round. Withheld: every figure is None or empty, and `why` says for what reason.

    Of a re-placing the figures are the picture told: everybody who first placed it, where they stand now. `answered`:
    how many answered again, from k. `missing` (what people would need to know) and `whys` (why they moved or not) are
    named, commonest first, without counts. `movement` None: nobody was asked, or it would tell of one or two.
    """

    card: str
    text: str
    short: str
    withheld: bool
    why: Why | None
    answered: int | None
    placed: int | None
    need_to_know: int | None
    tallies: tuple[int, ...] | None
    median: str | None
    agreement: float | None
    label: str | None
    missing: tuple[str, ...]
    certainty: Certainty | None
    low: Side | None
    high: Side | None
    shared_reason: str | None
    movement: Movement | None
    whys: tuple[str, ...]
    earlier: Earlier | None


@dataclass(frozen=True)
class RoundOutput:
    """One revealed placing of the case's cards, least agreement first."""

    round: str
    cause: str
    information: str | None
    information_text: str
    cards: tuple[CardOutput, ...]


@dataclass(frozen=True)
class StageOutput:
    """One stage of the scale."""

    id: str
    name: str
    definition: str


@dataclass(frozen=True)
class NoteOutput:
    """A note, numbered. `support`: how many want it kept in sight, None below three, as live."""

    number: int
    section: str
    text: str
    support: int | None


@dataclass(frozen=True)
class LinkOutput:
    """`source` and `target` are note numbers."""

    source: int
    target: int
    kind: str


@dataclass(frozen=True)
class SectionOutput:
    """A section of the template."""

    id: str
    title: str


@dataclass(frozen=True)
class FormulationOutput:
    """The shared explanation."""

    sections: tuple[SectionOutput, ...]
    notes: tuple[NoteOutput, ...]
    links: tuple[LinkOutput, ...]
    explanation: tuple[tuple[str, str], ...]
    sentence: str


@dataclass(frozen=True)
class ActionOutput:
    """One line of the plan; `note` is the number of the note that it answers."""

    target: str
    action: str
    why: str
    note: int | None
    who: str
    by_when: str
    review: str


@dataclass(frozen=True)
class ItemOutput:
    """One confidence item, 0 to 10, of `n` people: what disclosure.ratings lets be told."""

    item: str
    words: str
    asked: str
    n: int | None
    median: int | None
    quartiles: tuple[int, int] | None
    bands: Cells | None


@dataclass(frozen=True)
class ConfidenceOutput:
    """One asking: `before`, or `after` with its looking back."""

    asking: str
    answered: int | None
    items: tuple[ItemOutput, ...]


@dataclass(frozen=True)
class NeedOutput:
    """What at least three people still need. `n` None: how many is not told."""

    need: str
    n: int | None


@dataclass(frozen=True)
class AskedOutput:
    """What the room answered in an activity for which there is no chapter above, in its own words: (words, n or None).

    `answered`: how many people, at least k.
    """

    title: str
    answered: int
    rows: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class ResourceOutput:
    """Support or signposting, from the case study."""

    title: str
    text: str
    url: str
    number: str = ""


@dataclass(frozen=True)
class AnonymisedSession:
    """Everything, once."""

    facts: Facts
    opening: str
    scale_title: str
    ends: tuple[str, str]
    acknowledgement: str
    stages: tuple[StageOutput, ...]
    rounds: tuple[RoundOutput, ...]
    formulation: FormulationOutput
    plan: tuple[ActionOutput, ...]
    confidence: tuple[ConfidenceOutput, ...]
    needs: tuple[NeedOutput, ...]
    kept_texts: tuple[tuple[str, str], ...]
    kept_questions: tuple[str, ...]
    resources: tuple[ResourceOutput, ...]
    asked: tuple[AskedOutput, ...] = ()
