"""Rooms worth a picture: for each activity a few moments, from which the examples in tests/messages are made."""

from __future__ import annotations

from collections.abc import Callable

from tests.activities.commands_written import notes
from tests.helpers.table import Table
from workshop.service.adjust import adjust
from workshop.service.desks import came
from workshop.service.perform import Sender, perform
from workshop.service.setup import Setup

Moment = Callable[[Table], None]
ROOMS: dict[str, dict[str, Moment]] = {}
ALSO: dict[Moment, str] = {}
"""The step more that a moment needs, where it is not its activity's."""
PROMPT = "What would move you one stage?"


def moment(activity: str, told: str, also: str = "") -> Callable[[Moment], Moment]:
    """Adds a moment of an activity, at a table that has a step more."""

    def add(come: Moment) -> Moment:
        ROOMS.setdefault(activity, {})[told] = come
        ALSO[come] = also or activity
        return come

    return add


def at(activity: str, told: str, step: str) -> None:
    """A moment that needs no more than its step."""
    moment(activity, told)(lambda table: table.go(step))


@moment("session", "just opened")
def _(table: Table) -> None:
    table.go("welcome")


@moment("session", "with a ground rule of its own")
def _(table: Table) -> None:
    rules = ("We begin again on time.",)
    adjust(table.context, table.session, Setup("test-case", "all", table.k, rules=rules), None)


@moment("session", "busy")
def _(table: Table) -> None:
    table.first_round({"c1": ["abusive"] * 6})
    table.must("discussion.focus", {"card": "c1"})
    table.must("session.lock", {"locked": True})
    table.must("session.timer", {"seconds": 300})
    table.must("session.offer", {"offer": "support"})
    table.must("session.word", {}, "d2")
    table.must("session.curtain", {"curtain": "pause"})


@moment("session", "behind the plan")
def _(table: Table) -> None:
    table.go("board")
    table.later(25 * 60)
    table.must("session.fit", {"from_step": table.head.step.id})
    table.go("discussion")
    table.later(45 * 60)


@moment("session", "a card was placed again")
def _(table: Table) -> None:
    table.first_round({"c1": ["abusive"] * 6})
    table.go("discussion")
    table.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    table.all_place("r2", {"c1": ["violent"] * 6})
    table.must("board.reveal", {"round": "r2"})


@moment("session", "cards are being placed")
def _(table: Table) -> None:
    table.go("board")
    table.must("board.open", {})


@moment("session", "several desks")
def _(table: Table) -> None:
    for who in ("account 0a1b2c3d4e5f", "account 5f4e3d2c1b0a", "link 1a2b3c4d5e6f"):
        came(table.context, table.session, "worker", who)
    table.must("board.talk", {"talk": True})
    moves = Sender("facilitator", who="account 5f4e3d2c1b0a")
    perform(table.context, table.session, moves, "session.go", {"step": "s5"}, "operation-moves-the-room-1")


@moment("session", "ended")
def _(table: Table) -> None:
    table.must("session.end", {})


@moment("welcome", "some have agreed")
def _(table: Table) -> None:
    for n in range(1, 7):
        table.must("welcome.agree", {}, f"d{n}")
    table.moment("counts")


@moment("welcome", "locked, nobody has agreed")
def _(table: Table) -> None:
    table.must("session.lock", {"locked": True})


@moment("confidence", "before")
def _(table: Table) -> None:
    table.go("confidence")
    for n in range(1, 7):
        table.must("confidence.answer", {"round": "q1", "item": "recognise", "asked": "now", "value": 6}, f"d{n}")
    table.moment("counts")


@moment("confidence", "after, with looking back")
def _(table: Table) -> None:
    table.go("after")
    for asked, value in (("now", 8), ("looking_back", None)):
        table.must("confidence.answer", {"round": "q1", "item": "ask", "asked": asked, "value": value}, "d1")


@moment("confidence", "closed, and nobody had answered")
def _(table: Table) -> None:
    table.go("confidence")
    table.must("confidence.close", {"round": "q1"})


@moment("confidence", "closed")
def _(table: Table) -> None:
    table.go("confidence")
    for n in range(1, 7):
        table.must("confidence.answer", {"round": "q1", "item": "plan", "asked": "now", "value": n}, f"d{n}")
    table.must("confidence.close", {"round": "q1"})


@moment("confidence", "opened again")
def _(table: Table) -> None:
    table.go("confidence")
    table.must("confidence.close", {"round": "q1"})
    table.must("confidence.reopen", {"round": "q1"})


at("questions", "none yet", "questions")


@moment("questions", "one waits, which nothing shows")
def _(table: Table) -> None:
    table.must("questions.ask", {"text": "May I ask something else?"}, "d1")


@moment("questions", "enough have answered")
def _(table: Table) -> None:
    table.go("questions")
    for n in range(1, 7):
        table.must("questions.ask", {"text": ""}, f"d{n}")
    table.moment("counts")


@moment("questions", "in every state")
def _(table: Table) -> None:
    table.go("questions")
    table.asked(*(f"Question {n}?" for n in range(1, 6)))
    for n, state in enumerate(("inbox", "shown", "answered", "parked", "hidden"), 1):
        id = next(q["id"] for q in table.part("questions", "facilitator")["inbox"] if q["text"] == f"Question {n}?")
        table.must("questions.mark", {"question": id, "state": state})
        table.must("questions.keep", {"question": id, "kept": n % 2 == 0, "theme": "families" if n == 2 else ""})


at("formulation", "an empty wall", "formulation")


@moment("formulation", "notes that are joined")
def _(table: Table) -> None:
    table.go("formulation")
    first, second = notes(table)
    for text, section in (("A new school", "precipitating"), ("A teacher who listens", "protective")):
        table.must("formulation.add", {"section": section, "text": text}, "d2")
    id = {n["text"]: n["id"] for n in table.part("formulation")["notes"]}
    for source, target, kind in (
        (first, id["A new school"], "because"),
        (id["A teacher who listens"], second, "eases"),
        (second, id["A new school"], "alternative"),
    ):
        table.must("formulation.link", {"source": source, "target": target, "kind": kind}, "d1")
    for who in ("d1", "d2", "d3", "d4"):
        table.must("formulation.support", {"note": second, "on": True}, who)
    table.moment("support")
    table.must("formulation.edit", {"note": first, "text": "One, in better words", "base": 1}, "d5")
    table.must("formulation.restore", {"note": first, "version": 1})
    table.must("formulation.edit", {"note": second, "text": "Two, in other words", "base": 0}, "d4")
    third = next(n for n in table.part("formulation")["notes"] if n["beside"])
    table.must("formulation.add", {"section": "needs", "text": "Two again"}, "d5")
    again = next(n["id"] for n in table.part("formulation")["notes"] if n["text"] == "Two again")
    body = {"note": again, "into": third["id"], "text": third["text"], "base": 1, "note_base": 1}
    table.must("formulation.merge", body)
    for base, text in enumerate(("It began.", "It began with a move.")):
        table.must("formulation.explain", {"part": "because", "text": text, "base": base})
    table.must("formulation.lane", {"section": "needs"})


@moment("reflection", "open, with words of one's own")
def _(table: Table) -> None:
    table.go("reflection")
    table.must("reflection.say", {"round": "q1", "field": "will_do", "text": "Read the guidance"}, "d1")
    table.must("reflection.say", {"round": "q1", "field": "still_need", "text": "Practice"}, "d1")
    for n in range(1, 7):
        table.must("reflection.need", {"round": "q1", "tags": ["law", "families"]}, f"d{n}")
    table.moment("counts")


@moment("reflection", "closed")
def _(table: Table) -> None:
    table.go("reflection")
    for n in range(1, 7):
        table.must("reflection.need", {"round": "q1", "tags": ["law"]}, f"d{n}")
    for field in ("will_do", "still_need"):
        table.must("reflection.say", {"round": "q1", "field": field, "text": f"Words for {field}"}, "d1")
    table.must("reflection.close", {"round": "q1"})
    for text in table.part("reflection", "facilitator")["texts"][:1]:
        table.must("reflection.keep", {"text": text["id"], "kept": True})


@moment("reflection", "opened again")
def _(table: Table) -> None:
    table.go("reflection")
    table.must("reflection.close", {"round": "q1"})
    table.must("reflection.reopen", {"round": "q1"})


@moment("reflection", "closed by too few")
def _(table: Table) -> None:
    table.go("reflection")
    table.must("reflection.need", {"round": "q1", "tags": ["law"]}, "d1")
    table.must("reflection.close", {"round": "q1"})
