"""Situations for every command: how the room came there, what is sent, by whom. For the properties in this folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.helpers.table import STEPS, Table

Before = Callable[[Table], Any]


@dataclass(frozen=True)
class Case:
    """`before` brings a table there and returns the command's body; `who` "" is the facilitator."""

    name: str
    told: str
    before: Before
    who: str = ""
    step: str = "welcome"


CASES: list[Case] = []
STAGES = ["expected", "expected", "expected", "violent", "violent", "violent"]


def case(name: str, told: str = "", who: str = "", step: str = "welcome") -> Callable[[Before], Before]:
    """Adds a case."""

    def add(before: Before) -> Before:
        CASES.append(Case(name, told, before, who, step))
        return before

    return add


def body(name: str, value: Any, *cases: str, who: str = "", step: str = "welcome") -> None:
    """Cases that need no more than a step."""
    for told in cases or ("",):
        case(name, told, who, step)(lambda table: value)


body("session.next", {"from_step": "s1"})
body("session.next", {"from_step": "s11"}, "into a step that asks", step="after")
body("session.back", {"from_step": "s2"}, step="confidence")
body("session.start", {})
body("session.start", {}, "in mid-session, refused", step="board")
body("session.lock", {"locked": True})
body("session.curtain", {"curtain": "pause"})
body("session.timer", {"seconds": 60})
body("session.show_case", {"shown": True}, step="board")
body("session.word", {}, who="d1")
for there in STEPS:
    body("session.go", {"step": STEPS[there]}, f"to {there}", step="formulation")
    body("session.end", {}, f"in {there}", step=there)
body("welcome.agree", {}, who="d1")
body("board.open", {}, step="board")
body("board.open", {}, "warm-up", step="warm_up")
body("board.open", {}, "information", step="information")
body("questions.ask", {"text": "Held?"}, "it waits", who="d1")
body("questions.ask", {"text": "A question?"}, "where everybody answers", who="d1", step="questions")
body("questions.ask", {"text": ""}, "nothing to ask", who="d1", step="break")
body("formulation.add", {"section": "known", "text": "A note"}, who="d1", step="formulation")
ITSELF = {"sure": "told", "voice": "harmed", "ground": "c1"}
body(
    "formulation.add",
    {"section": "known", "text": "A note", **ITSELF},
    "saying what it is",
    who="d1",
    step="formulation",
)
body("formulation.add", {"section": "needs", "text": "A need"}, "in another step", who="d1", step="plan")
body("formulation.explain", {"part": "rival", "text": "Or else…", "base": 0}, step="formulation")
body("formulation.lane", {"section": "rival"}, step="formulation")
body("formulation.lane", {"section": "around"}, "an area", step="formulation")
body("formulation.phase", {"phase": "say"}, step="formulation")
body("formulation.collect", {}, step="formulation")
body("plan.add", {"target": "safety", "note": None, "action": "A", "why": "", "who": "", "by_when": "", "review": ""},
     who="d1", step="plan")  # fmt: skip
NOW = {"round": "q1", "item": "ask", "asked": "now", "value": 4}
body("confidence.answer", NOW, who="d1", step="confidence")
body("confidence.close", {"round": "q1"}, "empty", step="confidence")
body("reflection.say", {"round": "q1", "field": "will_do", "text": "Read"}, who="d1", step="reflection")
body("reflection.need", {"round": "q1", "tags": ["law"]}, who="d1", step="reflection")


def behind(table: Table) -> dict[str, str]:
    """Four minutes more than the step has, in the board."""
    table.later((table.head.step.minutes + 4) * 60)
    return {"from_step": table.head.step.id}


@case("session.fit", step="board")
def _(table: Table) -> Any:
    return behind(table)


@case("session.unfit", step="board")
def _(table: Table) -> Any:
    table.must("session.fit", behind(table))
    return {}


@case("session.timer", "stopped")
def _(table: Table) -> Any:
    table.must("session.timer", {"seconds": 60})
    return {"seconds": None}


@case("session.lock", "opened again")
def _(table: Table) -> Any:
    table.must("session.lock", {"locked": True})
    return {"locked": False}


@case("session.offer")
def _(table: Table) -> Any:
    table.must("session.word", {}, "d1")
    return {"offer": "break"}


@case("session.go", "to questions that were held")
def _(table: Table) -> Any:
    table.must("questions.ask", {"text": "Held?"}, "d1")
    return {"step": STEPS["questions"]}


@case("confidence.answer", "looking back", who="d1", step="after")
def _(table: Table) -> Any:
    table.must("confidence.answer", {**NOW, "round": "q1"}, "d1")
    return {**NOW, "asked": "looking_back"}


@case("confidence.close", step="confidence")
@case("reflection.close", "of another kind is refused", step="confidence")
def _(table: Table) -> Any:
    for n in range(1, 7):
        table.must("confidence.answer", NOW, f"d{n}")
    return {"round": "q1"}


@case("confidence.reopen", step="confidence")
def _(table: Table) -> Any:
    table.must("confidence.answer", NOW, "d1")
    table.must("confidence.close", {"round": "q1"})
    return {"round": "q1"}


# ---------------------------------------------------------------- the board


def placing(table: Table) -> str:
    """The first round, open and placed."""
    table.must("board.open", {})
    table.all_place("r1", {"c1": STAGES, "c2": ["abusive"] * 6, "c3": [None] * 6}, reasons=["power"])
    return "r1"


@case("board.place", who="d1", step="board")
@case("board.place", "the last card", who="d2", step="board")
def _(table: Table) -> Any:
    placing(table)
    return {"round": "r1", "card": "c4", "stage": "abusive", "reasons": ["law"], "certainty": 2}


@case("board.again", step="board")
@case("board.again", "the warm-up", step="warm_up")
def _(table: Table) -> Any:
    table.must("board.open", {})
    here = table.head.round_here()
    assert here is not None
    table.must("board.close", {"round": here.id})
    return {"round": here.id}


@case("board.skip", who="d1", step="board")
def _(table: Table) -> Any:
    table.must("board.open", {})
    return {"round": "r1", "card": "c1"}


@case("board.place", "again", who="d1", step="board")
@case("board.place", "again, from need to know more", who="d2", step="board")
def _(table: Table) -> Any:
    placing(table)
    table.must("board.reveal", {"round": "r1"})
    table.must("board.reopen", {"cards": ["c3"], "cause": "discussion"})
    back = {"earlier": None, "direction": "from_unsure", "why": ["heard"]}
    return {"round": "r2", "card": "c3", "stage": "abusive", **back}


@case("board.close", step="board")
@case("board.reveal", step="board")
def _(table: Table) -> Any:
    return {"round": placing(table)}


@case("board.reveal", "after it was closed", step="board")
def _(table: Table) -> Any:
    placing(table)
    table.must("board.close", {"round": "r1"})
    return {"round": "r1"}


@case("board.reveal", "refused", step="board")
def _(table: Table) -> Any:
    table.must("board.open", {})
    return {"round": "r1"}


def revealed(table: Table) -> None:
    """The first round, shown, and the room discusses it."""
    placing(table)
    table.must("board.reveal", {"round": "r1"})


@case("board.reopen", step="board")
def _(table: Table) -> Any:
    revealed(table)
    return {"cards": ["c1"], "cause": "discussion"}


@case("board.reopen", "in the discussion, a card in focus", step="board")
def _(table: Table) -> Any:
    revealed(table)
    table.go("discussion")
    table.must("discussion.focus", {"card": "c1"})
    return {"cards": ["c1", "c2"], "cause": "information", "information": "i1"}


@case("board.reveal", "placed again", step="board")
def _(table: Table) -> Any:
    revealed(table)
    table.go("discussion")
    table.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    table.all_place("r2", {"c1": ["abusive"] * 6})
    return {"round": "r2"}
