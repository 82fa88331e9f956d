"""The shapes of the board's parts, as docs/contract.md lists them. Types only."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from workshop.activities.base import Model, OneOf
from workshop.domain.agreement import LABELS
from workshop.domain.live import RoundState
from workshop.domain.next_moves import ASKS, COMPARED
from workshop.domain.placements import REASONS, TOPICS, WHYS

Label = Annotated[str, OneOf(LABELS)]
ReasonId = Annotated[str, OneOf(REASONS)]
TopicId = Annotated[str, OneOf(TOPICS)]
WhyId = Annotated[str, OneOf(WHYS)]
CauseShown = Annotated[str, OneOf(("warm_up", "first", "discussion", "information"))]
StateShown = Annotated[str, OneOf(("ready", *get_args(RoundState)))]
SHOWS = ("all", "focus", "response", "shift", "wanted", "panel", "ledger")
Show = Annotated[str, OneOf(SHOWS)]
AskId = Annotated[str, OneOf(ASKS)]
Mode = Annotated[str, OneOf(("technology", "offline", "dual", "unclear"))]

ShownWhy = Literal["few", "unsure", "stands", "aside"]


ComparedId = Annotated[str, OneOf(COMPARED)]


class StageShown(Model):
    id: str
    name: str
    definition: str


class ScaleShown(Model):
    id: str
    title: str
    ends: list[str]
    acknowledgement: str
    stages: list[StageShown]


class NewInformationShown(Model):
    id: str
    kind: str
    text: str


class RoundShown(Model):
    """`state` is `ready` before the step's round is open; `number` counts placing rounds from 1, 0 for warm-up.

    `showable`: it was closed without being shown, after enough had finished, so it can still be.
    """

    id: str
    cause: CauseShown
    number: int
    state: StateShown
    showable: bool


class AgainShown(Model):
    """Of a card that was placed before: the round of its first placing, the round after which a phone says where it
    stood, and the round of the picture since which it says which way it moved. What a phone said of it before `first`,
    and in the rounds `uncounted` since, was never counted."""

    first: str
    stood: str
    told: str
    uncounted: list[str]


class SecondAsked(Model):
    """Of a card of which the second question is asked too; `again` as of the card, null where it is asked first."""

    again: AgainShown | None


class CardText(Model):
    """`second`: null where there is no second question of it, or none is being placed."""

    id: str
    text: str
    short: str
    mode: Mode
    content_note: str
    again: AgainShown | None
    second: SecondAsked | None


class TopicCount(Model):
    """`n` is null where the number is not told."""

    topic: TopicId
    n: int | None


class WhyCount(Model):
    why: WhyId
    n: int | None


class CampShown(Model):
    first: int
    last: int
    n: int
    reasons: list[ReasonId]


class Camps(Model):
    low: CampShown
    high: CampShown


class ReasonsShown(Model):
    """What three phones of a side named: below the median stage, on it, above it; `all` of the room where no side did.

    Empty for a split with two ends: those have theirs in `camps`.
    """

    below: list[ReasonId]
    between: list[ReasonId]
    above: list[ReasonId]
    all: list[ReasonId]


class NextMoveShown(Model):
    """What the room asks itself next of this card. `low`, `high`: what the side nearer each end of the scale named.

    `missing_first`: it begins with what those lack who need to know more.
    """

    ask: AskId
    low: ReasonId | None
    high: ReasonId | None
    missing_first: bool


class MovementShown(Model):
    same: int
    typical: int
    harmful: int
    to_unsure: int
    from_unsure: int


class CertaintyShown(Model):
    """`median`: 1 to 5. `not_certain`: how many said 1 or 2; null where that is not told."""

    median: int
    not_certain: int | None


class BeforeShown(Model):
    round: str
    tallies: list[int]
    need_to_know: int
    median: str | None
    agreement: float | None
    label: Label | None


class ResponseShown(Model):
    """A second question's own figures, which say nothing of who placed the card where.

    As of the card: `why`, `answered`, and the rest null where it is withheld. `compared`: its kind beside the card's.
    """

    withheld: bool
    why: ShownWhy | None
    answered: int | None
    placed: int | None
    need_to_know: int | None
    tallies: list[int] | None
    label: Label | None
    before: BeforeShown | None
    movement: MovementShown | None
    compared: ComparedId | None


class CardShown(Model):
    """`why`: what kept the newest placing of the card from being told; the figures are then those told last.

    `few` and `unsure` (most need to know more): too few placed it; `stands`: fewer than three moved; `aside`: too many
    stood aside; null: the figures are those of the newest placing. `withheld`: there are no figures to show.
    `answered`: how many answered it again, from k.
    """

    card: str
    withheld: bool
    why: ShownWhy | None
    answered: int | None
    placed: int | None
    need_to_know: int | None
    tallies: list[int] | None
    median: str | None
    agreement: float | None
    label: Label | None
    missing: list[TopicCount]
    certainty: CertaintyShown | None
    camps: Camps | None
    shared_reason: ReasonId | None
    reasons: ReasonsShown
    next: NextMoveShown | None
    before: BeforeShown | None
    movement: MovementShown | None
    whys: list[WhyCount]
    response: ResponseShown | None


class BoardPart(Model):
    """`talk`: the room talks about the cards without placing them; `focus` is the one it talks about, if any.

    `wanted`: what phones want to know, over all cards of the first placing shown last; commonest first.
    `second`: the scale of the second question, where one is asked here or was answered.
    `most`: of how many cards a discussion means to talk; null for all.
    """

    scale: ScaleShown
    second: ScaleShown | None
    round: RoundShown | None
    information: NewInformationShown | None
    question: str
    talk: bool
    cards: list[CardText]
    reasons: list[ReasonId]
    topics: list[TopicId]
    whys: list[WhyId]
    show: Show
    focus: str | None
    prompt: str
    results: list[CardShown] | None
    queue: list[str]
    wanted: list[TopicCount]
    most: int | None


class ProgressPart(Model):
    """`answered` and `finished` rise in steps of k. `enough`: the round can be shown."""

    answered: int
    finished: int
    devices: int
    enough: bool
