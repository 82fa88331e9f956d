"""What asking of links and sentences carries, and what is shown of it. Types only."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from workshop.activities.base import Model, OneOf
from workshop.domain.agreed import ANSWERS, MOST_LINKS, MOST_SENTENCES, REASONS

Holds = Literal["yes", "partly", "no", "cannot"]
HoldsBecause = Literal["known", "told", "timing", "age", "enough", "worded"]
Sentence = Literal["because", "kept_going", "eased", "rival"]
ReasonOfSide = Annotated[str, OneOf(REASONS)]
NotTold = Annotated[str, OneOf(("few", "unsure", "stands"))]


class AskWhatHolds(Model):
    """Links by id and sentences by part; or, with `questions`, the eight about the explanation as a whole."""

    links: list[str] = Field([], max_length=MOST_LINKS)
    sentences: list[Sentence] = Field([], max_length=MOST_SENTENCES)
    questions: bool = False


class SayWhatHolds(Model):
    """`answer` null: passed over. `reason` goes with a yes or a no, in the same message."""

    round: str = Field(min_length=1, max_length=20)
    item: str = Field(min_length=1, max_length=40)
    answer: Holds | None
    reason: HoldsBecause | None = None


class AskedShown(Model):
    """Of a link: its kind, both notes' words and sections. Of a sentence: its part and words. Of a question: none."""

    id: str
    what: Annotated[str, OneOf(("link", "sentence", "question"))]
    kind: str
    first: str
    second: str
    places: list[str]


class HoldsShown(Model):
    """`why`: what kept this item's figures from being told. With `stands` they are those of its former words.

    `split`: a third at least said yes, and a third no. Then `yes` and `no` have what three of each side named.
    """

    id: str
    why: NotTold | None
    tallies: list[int] | None
    cannot: int | None
    split: bool
    yes: list[ReasonOfSide]
    no: list[ReasonOfSide]


class AgreedPart(Model):
    """`about`: items or questions. `results`: once shown; `on_screen`: until put away. `askable`: links, by id, and
    sentences that can be asked now; `questions`: whether the eight can. Both are for the facilitator."""

    round: str
    state: Annotated[str, OneOf(("open", "closing", "closed", "revealed", "none"))]
    about: Annotated[str, OneOf(("items", "questions"))]
    on_screen: bool
    items: list[AskedShown]
    reasons: list[ReasonOfSide]
    results: list[HoldsShown] | None
    askable: list[str]
    questions: bool


class OwnHolds(Model):
    answer: Annotated[str, OneOf(ANSWERS)] | None
    reason: ReasonOfSide | None


class OwnAgreed(Model):
    round: str
    answers: dict[str, OwnHolds]
