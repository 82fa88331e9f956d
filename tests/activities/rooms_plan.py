"""Moments of the plan."""

from __future__ import annotations

from tests.activities.commands_plan import WORDS
from tests.activities.commands_written import notes
from tests.activities.rooms import at, moment
from tests.helpers.table import Table

at("plan", "an empty plan", "plan")


@moment("plan", "an action for a need, and a need that is open")
def _(table: Table) -> None:
    table.go("formulation")
    first, _ = notes(table)
    table.go("plan")
    table.must("plan.add", {**WORDS, "note": first, "why": "To belong", "by_when": "Friday", "review": "In June"}, "d1")
    table.must("plan.add", {**WORDS, "target": "harmed", "note": None, "who": ""}, "d2")
    (id,) = [a["id"] for a in table.part("plan")["actions"] if a["target"] == "harmed"]
    table.must("plan.edit", {**WORDS, "target": "harmed", "note": None, "action": "B", "id": id, "base": 1}, "d3")


@moment("plan", "needs, signs, a place set aside, and what phones would do")
def _(table: Table) -> None:
    table.go("formulation")
    first, second = notes(table)
    table.go("plan")
    for note, target, kind in ((first, "safety", "safe"), (second, "harmed", "heard")):
        table.must("plan.need", {"note": note, "target": target, "kind": kind, "on": True}, "d1")
    more = {"kind": "safe", "known": "It is quiet", "step_up": "Again", "step_down": "Calm", "why": "So"}
    table.must("plan.add", {**WORDS, **more, "note": first, "by_when": "Friday", "review": "In June"}, "d1")
    table.must("plan.add", {**WORDS, "target": "family", "action": "B", "note": None}, "d2")
    (id,) = [a["id"] for a in table.part("plan")["actions"] if a["action"] == "A"]
    for who in ("d1", "d2", "d3"):
        table.must("plan.would", {"id": id, "on": True}, who)
    table.moment("support")
    table.must("plan.aside", {"target": "young_person", "kind": "safe", "on": True})
    for side, text in (("up", "It happens again"), ("down", "Lessons are ordinary"), ("review", "In four weeks")):
        table.must("plan.sign", {"id": None, "side": side, "text": text, "who": "Form tutor", "base": 0}, "d2")
    (sign,) = [s["id"] for s in table.part("plan")["signs"] if s["side"] == "up"]
    table.must("plan.sign", {"id": sign, "side": "up", "text": "Once more", "who": "Anybody", "base": 1}, "d3")


@moment("reflection", "with what the group made, to take along")
def _(table: Table) -> None:
    table.must("plan.add", {**WORDS, "note": None, "by_when": "Friday"}, "d1")
    table.must("plan.sign", {"id": None, "side": "up", "text": "It comes again", "who": "", "base": 0}, "d1")
    table.go("formulation")
    table.must("formulation.explain", {"part": "because", "text": "It began with a move.", "base": 0})
    table.go("reflection")
