"""What the room says, jotted down by the facilitator: one text for each card, and one for each step.

It is saved as one types, like the shared explanation, and two desks may write at once. A text is on the screen while it
is pinned there, until the room is somewhere else; it leaves with the report only if a facilitator ticked it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import Field

from workshop.activities.base import (
    FACILITATOR,
    Activity,
    Change,
    Collection,
    Command,
    Model,
    OneOf,
    Part,
    Refused,
    Role,
    Seat,
    Situation,
    SliceRef,
    View,
    not_taken,
)
from workshop.activities.codes import NOT_NOW
from workshop.activities.desks import scene
from workshop.activities.wordings import Wording, restored
from workshop.domain.live import Head
from workshop.domain.scenario import Scenario
from workshop.domain.texts import TextRefused, clean_or_empty
from workshop.domain.wordings import BEFORE, rewritten

LONGEST = 600
ABOUT = ("card", "step")
JOTTINGS = Collection("jottings", kept="chosen")
PARTS = frozenset({"jotter", "pinned"})
UNKNOWN = Refused("not_now", "jotter.unknown")
EMPTY = Refused("not_now", "jotter.empty")
CHANGED = Refused("changed_meanwhile", "jotter.changed")


class Jotted(Model):
    """Which text: of a card of the case study, or of a step of the agenda."""

    about: Literal["card", "step"]
    id: str = Field(min_length=1, max_length=40)


class Write(Jotted):
    """`writing`: a random name for one stretch of typing; what is saved under it is one wording, however often."""

    text: str
    base: int = Field(ge=0)
    writing: str = Field(default="", max_length=40)


class Recall(Jotted):
    version: int = Field(ge=0)


class Keep(Jotted):
    kept: bool


class Pin(Jotted):
    pinned: bool


class JottingShown(Model):
    """`title`: the card's text, or the step's title. `before`: what it said before, the newest first."""

    about: Annotated[str, OneOf(ABOUT)]
    id: str
    title: str
    text: str
    version: int
    kept: bool
    pinned: bool
    before: list[Wording]


class JotterPart(Model):
    jottings: list[JottingShown]


class PinnedPart(Model):
    title: str
    text: str


def _ref(body: Jotted) -> SliceRef:
    return SliceRef(JOTTINGS.name, f"{body.about}:{body.id}")


def _reads(head: Head, body: Jotted, seat: Seat) -> tuple[SliceRef]:
    return (_ref(body),)


def _write(situation: Situation, body: Write) -> Change | Refused:
    if not _title(situation.head, situation.scenario, body.about, body.id):
        return UNKNOWN
    blank = {"about": body.about, "id": body.id, "text": "", "version": 0, "kept": False}
    before = situation.slices[_ref(body)] or blank
    if before["version"] != body.base:
        return CHANGED
    try:
        text = clean_or_empty(body.text, LONGEST)
    except TextRefused as refused:
        return not_taken(refused)
    return Change(put={_ref(body): rewritten(before, {"text": text}, body.writing)}, parts=PARTS)


def _recall(situation: Situation, body: Recall) -> Change | Refused:
    return restored(situation, _ref(body), body.version, PARTS)


def _keep(situation: Situation, body: Keep) -> Change | Refused:
    found = situation.slices[_ref(body)]
    if found is None or (body.kept and not found["text"]):
        return EMPTY
    return Change(put={_ref(body): {**found, "kept": body.kept}}, parts=PARTS)


def _pin(situation: Situation, body: Pin) -> Change | Refused:
    """Taking off what is not there changes nothing: another desk was first."""
    found, key, head = situation.slices[_ref(body)], _ref(body).key, situation.head
    if not body.pinned:
        return Change(head=replace(head, pinned=""), parts=PARTS) if head.pinned == key else Change()
    if found is None or not found["text"]:
        return EMPTY
    return Change(head=replace(head, pinned=key), parts=PARTS)


def unpinned(before: Head, change: Change) -> Change:
    """The change; where the room is somewhere else by it, what was pinned there is taken off the screen."""
    after = change.head
    if after is None or not after.pinned or scene(before) == scene(after):
        return change
    return replace(change, head=replace(after, pinned=""), parts=change.parts | PARTS)


def _title(head: Head, scenario: Scenario, about: str, id: str) -> str:
    """Of what it is, in words; "" where the session has no such thing."""
    if about == "card":
        card = scenario.find_card(id)
        return card.text if card else ""
    return next((step.title for step in head.steps if step.id == id), "")


def _jotter(view: View, role: Role) -> JotterPart:
    found = sorted(view.collection(JOTTINGS.name).items())
    return JotterPart(jottings=[_shown(view, key, jotting) for key, jotting in found])


def _shown(view: View, key: str, jotting: Mapping[str, Any]) -> JottingShown:
    about, id = jotting["about"], jotting["id"]
    earlier = reversed(jotting.get(BEFORE, ()))
    return JottingShown(
        about=about,
        id=id,
        title=_title(view.head, view.scenario, about, id),
        text=jotting["text"],
        version=jotting["version"],
        kept=jotting["kept"],
        pinned=view.head.pinned == key,
        before=[Wording(version=w["version"], text=str(w["words"]["text"])) for w in earlier],
    )


def _pinned(view: View, role: Role) -> PinnedPart | None:
    found = view.collection(JOTTINGS.name).get(view.head.pinned)
    if found is None or not found["text"]:
        return None
    return PinnedPart(title=_title(view.head, view.scenario, found["about"], found["id"]), text=found["text"])


JOTTER = Activity(
    name="jotter",
    commands=(
        Command(
            "jotter.write",
            Write,
            FACILITATOR,
            _write,
            ("not_now", "too_long", "changed_meanwhile"),
            reads=_reads,
            durable=True,
            texts={"text": LONGEST},
        ),
        Command("jotter.recall", Recall, FACILITATOR, _recall, NOT_NOW, reads=_reads, durable=True),
        Command("jotter.keep", Keep, FACILITATOR, _keep, NOT_NOW, reads=_reads, durable=True),
        Command("jotter.pin", Pin, FACILITATOR, _pin, NOT_NOW, reads=_reads),
    ),
    parts=(
        Part("jotter", JotterPart, _jotter, audiences=FACILITATOR, needs=lambda head: (JOTTINGS.name,)),
        Part(
            "pinned",
            PinnedPart,
            _pinned,
            audiences=frozenset({"screen"}),
            needs=lambda head: (JOTTINGS.name,) if head.pinned else (),
        ),
    ),
    collections=(JOTTINGS,),
)
"""No step is one: it is there in every step."""
