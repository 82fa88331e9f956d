"""Rating one's own confidence, in private. The round opens with its step and closes when the facilitator says."""

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
    Names,
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
from workshop.domain.confidence import ASKED, HIGHEST, ITEMS, summarise
from workshop.domain.disclosure_steps import told
from workshop.domain.live import Head, Round
from workshop.domain.results import AnswersResult, Closing
from workshop.domain.scenario import Scenario

Item = Literal["recognise", "ask", "explain", "formulate", "plan", "advice"]


class ConfidenceSettings(Model):
    asking: Literal["before", "after"] = "before"


class Answer(Model):
    round: str = Field(min_length=1, max_length=20)
    item: Item
    asked: Literal["now", "looking_back"]
    value: int | None = Field(ge=0, le=HIGHEST)


ItemId = Annotated[str, OneOf(ITEMS)]


class ConfidencePart(Model):
    """`few`: it has closed, and fewer than k had answered. `reopens`: the round that was opened again as this one."""

    round: str
    reopens: str
    state: State
    asking: Annotated[str, OneOf(("before", "after"))]
    items: list[ItemId]
    answered: int
    few: bool


class OwnAnswer(Model):
    now: int | None
    looking_back: int | None


class OwnConfidence(Model):
    round: str
    answers: dict[ItemId, OwnAnswer]


HELD = Held("confidence", "round", names=("item",))


def _written(settings: dict[str, Any], names: Names) -> dict[str, Any]:
    if settings.get("asking", "before") not in ("before", "after"):
        raise ValueError("A confidence step asks before or after.")
    return settings


def _enter(head: Head, scenario: Scenario) -> Head:
    asking = ConfidenceSettings.model_validate(dict(head.step.settings)).asking
    return open_on_entering(head, "confidence", asking)


def _reads(head: Head, body: Answer, seat: Seat) -> tuple[SliceRef]:
    return (ANSWERS.ref(seat, body.round),)


def _answer(situation: Situation, body: Answer) -> Change | Refused:
    found = situation.head.rounds.get(body.round)
    if found is None or found.kind != "confidence" or found.state != "open":
        return CLOSED
    if body.asked == "looking_back" and found.cause != "after":
        return Refused("invalid", "confidence.looking_back")
    (ref,) = _reads(situation.head, body, situation.seat)
    before = situation.slices[ref]
    after = {**(before or {}), f"{body.item}:{body.asked}": body.value}
    return answered(found, ref, before, after)


def _part(view: View, role: Role) -> ConfidencePart | None:
    here = view.head.round_here()
    if here is None or here.kind != "confidence":
        return None
    closed = view.collection(RESULTS).get(here.id) if here.state == "closed" else None
    return ConfidencePart(
        round=here.id,
        reopens=view.head.opened_again().get(here.id, ""),
        state=here.state,
        asking=here.cause,
        items=list(ITEMS),
        answered=told(view.counts, f"{here.id}:answered", view.head.k),
        few=closed is not None and answers_result(closed).answered is None,
    )


def _reads_own(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    here = head.round_here()
    if here is None or here.kind != "confidence" or here.state != "open":
        return ()
    return (ANSWERS.ref(seat, here.id),)


def _own(view: View, slices: Mapping[SliceRef, Slice | None]) -> OwnConfidence | None:
    here = view.head.round_here()
    if here is None or not slices:
        return None
    sheet = next(iter(slices.values())) or {}
    answers = {
        item: OwnAnswer(now=sheet.get(f"{item}:now"), looking_back=sheet.get(f"{item}:looking_back"))
        for item in ITEMS
        if f"{item}:now" in sheet or f"{item}:looking_back" in sheet
    }
    return OwnConfidence(round=here.id, answers=answers)


def _largest(view: View) -> OwnConfidence | None:
    """Every item looked at and left empty: `null` is longer than any number."""
    here = view.head.round_here()
    if here is None or here.kind != "confidence" or here.state != "open":
        return None
    return OwnConfidence(round=here.id, answers={item: OwnAnswer(now=None, looking_back=None) for item in ITEMS})


def _simulated(part: Mapping[str, Any], chance: Callable[..., Random]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Rather unsure at first; at the end surer, and looking back a little less sure than they said then."""
    for item in part["items"]:
        before = chance("confidence", item).randint(2, 6)
        said = {"now": before}
        if part["asking"] == "after":
            gain, back = chance("gain", item).randint(0, 3), chance("back", item).randint(0, 2)
            said = {"now": min(HIGHEST, before + gain), "looking_back": max(0, before - back)}
        for asked, value in said.items():
            yield "confidence.answer", {"round": part["round"], "item": item, "asked": asked, "value": value}


def tally(
    head: Head,
    scenario: Scenario,
    closing: Round,
    answers: Answers,
    new_id: Callable[[], str],
    shuffle: Callable[[list[Any]], None],
) -> Closing:
    """Each item as it was asked, withheld where fewer than k answered it."""
    asked = ASKED if closing.cause == "after" else ASKED[:1]
    sheets = list(answers.answers.values())
    items = tuple(
        summarise(item, when, (s[f"{item}:{when}"] for s in sheets if s.get(f"{item}:{when}") is not None), head.k)
        for when in asked
        for item in ITEMS
    )
    n = len(sheets) if len(sheets) >= head.k else None
    return Closing(AnswersResult(closing.id, closing.step, "confidence", closing.cause, n, items=items), slices={})


ACTIVITY = Activity(
    name="confidence",
    settings=ConfidenceSettings,
    commands=(
        Command("confidence.answer", Answer, DELEGATE, _answer, LATE, reads=_reads, scope=round_scope),
        Command("confidence.close", OneRound, FACILITATOR, closing("confidence"), NOT_NOW, durable=True),
        Command(
            "confidence.reopen",
            OneRound,
            FACILITATOR,
            reopening("confidence"),
            NOT_NOW,
            reads=reads_result,
            durable=True,
        ),
    ),
    parts=(Part("confidence", ConfidencePart, _part, needs=lambda head: (RESULTS,), counts=answered_here),),
    own=(OwnPart("own_confidence", OwnConfidence, _reads_own, _own, _largest, HELD),),
    written=_written,
    enter=_enter,
    rounds=Rounds(tally),
    names={"item": ITEMS},
    simulated=_simulated,
    collections=(ANSWERS,),
)
