"""More situations, of the commands about what people write: questions, notes, plan, reflection."""

from __future__ import annotations

from typing import Any

from tests.activities.commands import case
from tests.helpers.table import STEPS, Table


@case("questions.ask", "one more of the same phone", who="d1")
def _(table: Table) -> Any:
    table.must("questions.ask", {"text": "Why?"}, "d1")
    return {"text": "How?"}


@case("questions.gather", step="break")
@case("questions.gather", "in the questions step", step="questions")
def _(table: Table) -> Any:
    for n in range(1, 7):
        table.must("questions.ask", {"text": "Why?" if n == 1 else ""}, f"d{n}")
    table.moment("counts")
    return {}


def question(table: Table) -> str:
    """One question in the inbox."""
    table.go("questions")
    table.asked("Why?")
    return table.part("questions", "facilitator")["inbox"][0]["id"]


@case("questions.mark")
def _(table: Table) -> Any:
    return {"question": question(table), "state": "shown"}


@case("questions.mark", "away from the screen")
def _(table: Table) -> Any:
    id = question(table)
    table.must("questions.mark", {"question": id, "state": "shown"})
    table.go("break")
    return {"question": id, "state": "hidden"}


@case("session.next", "from a question on the screen", step="questions")
def _(table: Table) -> Any:
    table.must("questions.mark", {"question": question(table), "state": "shown"})
    return {"from_step": STEPS["questions"]}


@case("questions.keep")
def _(table: Table) -> Any:
    return {"question": question(table), "kept": True}


@case("questions.keep", "under a theme")
def _(table: Table) -> Any:
    return {"question": question(table), "kept": True, "theme": "families"}


def notes(table: Table) -> tuple[str, str]:
    """Two notes that ask for an action, joined, the first with support."""
    for text in ("One", "Two"):
        table.must("formulation.add", {"section": "needs", "text": text}, "d1")
    first, second = (n["id"] for n in table.part("formulation")["notes"])
    table.must("formulation.link", {"source": first, "target": second, "kind": "because"}, "d2")
    table.must("formulation.support", {"note": first, "on": True}, "d3")
    return first, second


@case("formulation.add", "in silence, refused", who="d1", step="formulation")
def _(table: Table) -> Any:
    table.must("formulation.phase", {"phase": "silent"})
    return {"section": "known", "text": "A note"}


@case("formulation.edit", who="d1", step="formulation")
def _(table: Table) -> Any:
    return {"note": notes(table)[0], "text": "Better", "base": 1}


@case("formulation.edit", "saying what it is", who="d1", step="formulation")
def _(table: Table) -> Any:
    return {"note": notes(table)[0], "text": "Better", "base": 1, "sure": "think", "voice": "family", "ground": "c2"}


@case("formulation.edit", "of an older version", who="d1", step="formulation")
def _(table: Table) -> Any:
    return {"note": notes(table)[0], "text": "Mine", "base": 0}


@case("formulation.move", who="d1", step="formulation")
def _(table: Table) -> Any:
    return {"note": notes(table)[0], "section": "known"}


@case("formulation.merge", step="formulation")
def _(table: Table) -> Any:
    first, second = notes(table)
    return {"note": first, "into": second, "text": "One and two", "base": 1, "note_base": 1}


@case("formulation.support", who="d1", step="formulation")
def _(table: Table) -> Any:
    return {"note": notes(table)[1], "on": True}


@case("formulation.support", "taken back", who="d3", step="formulation")
def _(table: Table) -> Any:
    return {"note": notes(table)[0], "on": False}


@case("formulation.link", who="d1", step="formulation")
def _(table: Table) -> Any:
    first, second = notes(table)
    return {"source": second, "target": first, "kind": "eases"}


@case("formulation.unlink", step="formulation")
def _(table: Table) -> Any:
    notes(table)
    return {"link": table.part("formulation")["links"][0]["id"]}


@case("formulation.explain", "over older words", step="formulation")
def _(table: Table) -> Any:
    table.must("formulation.explain", {"part": "because", "text": "x", "base": 0})
    return {"part": "because", "text": "y", "base": 1}


@case("formulation.explain", "while it is typed", step="formulation")
def _(table: Table) -> Any:
    return {"part": "because", "text": "As far as", "base": 0, "writing": "w1"}


@case("formulation.restore", step="formulation")
def _(table: Table) -> Any:
    first, _ = notes(table)
    table.must("formulation.edit", {"note": first, "text": "Written over", "base": 1}, "d1")
    return {"note": first, "version": 1}


@case("formulation.recall", step="formulation")
def _(table: Table) -> Any:
    for n, text in enumerate(("First", "Second")):
        table.must("formulation.explain", {"part": "because", "text": text, "base": n})
    return {"part": "because", "version": 1}


@case("formulation.gather", step="formulation")
@case("formulation.gather", "from three phones", step="formulation")
def _(table: Table) -> Any:
    first, _ = notes(table)
    for who in ("d1", "d2"):
        table.must("formulation.support", {"note": first, "on": True}, who)
    return {}


@case("formulation.hide", step="formulation")
def _(table: Table) -> Any:
    return {"note": notes(table)[0]}


def seen_from_the_plan(table: Table) -> tuple[str, str]:
    """The notes, while the room is at its plan."""
    found = notes(table)
    table.go("plan")
    return found


@case("formulation.hide", "while the room plans", step="formulation")
def _(table: Table) -> Any:
    return {"note": seen_from_the_plan(table)[0]}


@case("formulation.support", "while the room plans", who="d1", step="formulation")
def _(table: Table) -> Any:
    return {"note": seen_from_the_plan(table)[1], "on": True}


@case("formulation.merge", "while the room plans", step="formulation")
def _(table: Table) -> Any:
    first, second = seen_from_the_plan(table)
    return {"note": first, "into": second, "text": "One and two", "base": 1, "note_base": 1}


@case("reflection.close", step="reflection")
def _(table: Table) -> Any:
    for n in range(1, 7):
        table.must("reflection.need", {"round": "q1", "tags": ["law"]}, f"d{n}")
    table.must("reflection.say", {"round": "q1", "field": "will_do", "text": "Read"}, "d1")
    return {"round": "q1"}


@case("reflection.reopen", step="reflection")
@case("confidence.reopen", "of another kind is refused", step="reflection")
def _(table: Table) -> Any:
    table.must("reflection.say", {"round": "q1", "field": "will_do", "text": "Read"}, "d1")
    table.must("reflection.close", {"round": "q1"})
    return {"round": "q1"}


@case("reflection.keep", step="reflection")
def _(table: Table) -> Any:
    for n in range(1, 7):
        table.must("reflection.say", {"round": "q1", "field": "will_do", "text": "Read"}, f"d{n}")
    table.must("reflection.close", {"round": "q1"})
    return {"text": table.part("reflection", "facilitator")["texts"][0]["id"], "kept": True}
