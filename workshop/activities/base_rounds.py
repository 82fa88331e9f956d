"""What an activity says of its rounds: how one is counted when it closes, and what becomes of what it came to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from workshop.activities.base_changes import Slice
from workshop.activities.codec import answers_result
from workshop.domain.live import Head, Round
from workshop.domain.results import AgreedResult, AnswersResult, Closing, Result, RoundResult, Told
from workshop.domain.scenario import Scenario


class Answers(NamedTuple):
    """What a closing round collected: the seats' sheets; and, by collection, what lies apart from them and what was
    there before. `people`: the most who ever held a seat, None when that is not known.
    """

    answers: Mapping[str, Slice]
    besides: Mapping[str, Mapping[str, Slice]] = MappingProxyType({})
    people: int | None = None


Made = Mapping[str, Mapping[str, Slice]]
"""Collection → key → what a tally makes besides the result."""
Tally = Callable[[Head, Scenario, Round, Answers, Callable[[], str], Callable[[list[Any]], None]], Closing]
"""(head, scenario, round, answers, new_id, shuffle) → the frozen result and slices that it makes."""


@dataclass(frozen=True)
class Rounds:
    """An activity's rounds; the kind of each is the activity's name.

    `reads`: collections that the tally sees besides the answers. `by_reveal`: they are told by a reveal and from a
    quorum; below it nothing is counted, and what was never shown is destroyed at the end. `as_told`: what a tally made
    besides, put right by the result that was recorded before the live store lost some of the answers. `waits`: (where
    what a tally makes lies until its round is shown, as one slice a round; the collection of the room where it goes
    then). `shown_in`: parts that move when a round is shown that had closed before. `result`, `read`: its result's
    type, and how that comes back from a slice or the record. `tells`: what leaves with the report, None for nothing: of
    rounds for which `outputs/` has no chapter of its own.
    """

    tally: Tally
    reads: tuple[str, ...] = ()
    by_reveal: bool = False
    as_told: Callable[[Any, Closing], Made] = lambda result, fresh: fresh.slices
    waits: tuple[str, str] | None = None
    shown_in: frozenset[str] = frozenset()
    result: type[RoundResult] | type[AnswersResult] | type[AgreedResult] = AnswersResult
    read: Callable[[Mapping[str, Any]], Result] = answers_result
    tells: Callable[[AnswersResult], Told | None] = lambda result: None
