"""A poll of the room's pace: too fast, about right, too slow. Private; when it closes, the commonest answer is told.

It is told in words, to everybody alike and without a number, where it leads clearly (`disclosure.commonest`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Annotated, Any, Literal

from pydantic import Field

from workshop.activities.base import (
    DELEGATE,
    FACILITATOR,
    Activity,
    Answers,
    Change,
    Command,
    Held,
    Model,
    OneOf,
    OwnPart,
    Part,
    Refused,
    Role,
    Rounds,
    Seat,
    Situation,
    Slice,
    SliceRef,
    View,
    round_scope,
)
from workshop.activities.base_kept import RESULTS
from workshop.activities.codec import answers_result
from workshop.activities.codes import LATE, NOT_NOW
from workshop.activities.questionnaire import (
    ANSWERS,
    CLOSED,
    OneRound,
    State,
    answered,
    answered_here,
    closing,
    open_on_entering,
    reads_result,
    reopening,
)
from workshop.domain import disclosure
from workshop.domain.disclosure_steps import told
from workshop.domain.live import Head, Round
from workshop.domain.results import AnswersResult, Closing, Told
from workshop.domain.scenario import Scenario

PACES = ("too_fast", "right", "too_slow")
DIVIDED = "divided"
"""What is told when enough have answered and no answer leads clearly."""
SAID = (*PACES, DIVIDED)


class Say(Model):
    round: str = Field(min_length=1, max_length=20)
    pace: Literal["too_fast", "right", "too_slow"]


class PacePart(Model):
    """`told`: once it has closed, the commonest answer, or that the room is divided; null before, and below k.

    `few`: it has closed, and fewer than k had answered. `reopens`: the round that was opened again as this one.
    """

    round: str
    reopens: str
    state: State
    answered: int
    told: Annotated[str, OneOf(SAID)] | None
    few: bool


class OwnPace(Model):
    round: str
    pace: Annotated[str, OneOf(PACES)] | None


def _open_here(head: Head) -> Round | None:
    here = head.round_here()
    return here if here is not None and (here.kind, here.state) == ("pace", "open") else None


def _reads(head: Head, body: Say, seat: Seat) -> tuple[SliceRef]:
    return (ANSWERS.ref(seat, body.round),)


def _say(situation: Situation, body: Say) -> Change | Refused:
    found = situation.head.rounds.get(body.round)
    if found is None or found.kind != "pace" or found.state != "open":
        return CLOSED
    (ref,) = _reads(situation.head, body, situation.seat)
    return answered(found, ref, situation.slices[ref], {"pace": body.pace})


def _part(view: View, role: Role) -> PacePart | None:
    here = view.head.round_here()
    if here is None or here.kind != "pace":
        return None
    closed = view.collection(RESULTS).get(here.id) if here.state == "closed" else None
    result = answers_result(closed) if closed is not None else None
    return PacePart(
        round=here.id,
        reopens=view.head.opened_again().get(here.id, ""),
        state=here.state,
        answered=told(view.counts, f"{here.id}:answered", view.head.k),
        told=next((pace for pace, _ in result.tags), None) if result else None,
        few=result is not None and result.answered is None,
    )


def _reads_own(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    here = _open_here(head)
    return (ANSWERS.ref(seat, here.id),) if here else ()


def _own(view: View, slices: Mapping[SliceRef, Slice | None]) -> OwnPace | None:
    here = _open_here(view.head)
    sheet = next(iter(slices.values()), None)
    return OwnPace(round=here.id, pace=sheet["pace"] if sheet else None) if here else None


def _largest(view: View) -> OwnPace | None:
    here = _open_here(view.head)
    return OwnPace(round=here.id, pace=max(PACES, key=len)) if here else None


def tally(
    head: Head,
    scenario: Scenario,
    closing: Round,
    answers: Answers,
    new_id: Callable[[], str],
    shuffle: Callable[[list[Any]], None],
) -> Closing:
    """What is told, and of how many; neither below k. No count of an answer is kept."""
    said = [sheet["pace"] for sheet in answers.answers.values()]
    n = disclosure.withhold(len(said), head.k)
    tags = ((disclosure.commonest(said, head.k) or DIVIDED, None),) if n is not None else ()
    return Closing(AnswersResult(closing.id, closing.step, "pace", closing.cause, n, tags=tags), slices={})


def _tells(result: AnswersResult) -> Told:
    return Told("report.pace", tuple((f"names.pace.{pace}", None) for pace, _ in result.tags), result.answered)


def _was_told(result: Slice) -> Refused | None:
    """Two pictures of one question would tell of whoever answered once."""
    return Refused("not_now", "pace.told") if result and answers_result(result).answered is not None else None


def _simulated(part: Mapping[str, Any], chance: Callable[..., Random]) -> Iterator[tuple[str, dict[str, Any]]]:
    pace = chance("pace", part["round"]).choices(PACES, (3, 5, 2))[0]
    yield "pace.say", {"round": part["round"], "pace": pace}


ACTIVITY = Activity(
    name="pace",
    commands=(
        Command("pace.say", Say, DELEGATE, _say, LATE, reads=_reads, scope=round_scope),
        Command("pace.close", OneRound, FACILITATOR, closing("pace"), NOT_NOW, durable=True),
        Command(
            "pace.reopen",
            OneRound,
            FACILITATOR,
            reopening("pace", _was_told),
            NOT_NOW,
            reads=reads_result,
            durable=True,
        ),
    ),
    parts=(Part("pace", PacePart, _part, needs=lambda head: (RESULTS,), counts=answered_here),),
    own=(OwnPart("own_pace", OwnPace, _reads_own, _own, _largest, Held("pace", "round", names=("pace",))),),
    enter=lambda head, scenario: open_on_entering(head, "pace", "pace"),
    rounds=Rounds(tally, tells=_tells),
    names={"pace": (*SAID, "pace")},
    simulated=_simulated,
    collections=(ANSWERS,),
)
