"""Of an anonymised session, its talk: practitioners' reasons that the room was shown; what a facilitator noted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PanelReasonOutput:
    """An author's words. `topic`: in words; `end`: nearer which end of the scale, `low` or `high`, or "".

    `named`: what was told of the room named the topic too.
    """

    topic: str
    text: str
    end: str
    named: bool


@dataclass(frozen=True)
class PanelOutput:
    """One card's panel. `by`: whose reasons they are."""

    card: str
    text: str
    by: str
    reasons: tuple[PanelReasonOutput, ...]


@dataclass(frozen=True)
class JottingOutput:
    """What a facilitator noted and ticked. `title`: of what it is, the card's text or the step's title."""

    about: str
    id: str
    title: str
    text: str
