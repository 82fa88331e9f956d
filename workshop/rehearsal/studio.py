"""What a simulated room writes together: the explanation, phase by phase, and the plan."""

from __future__ import annotations

import time
from collections.abc import Mapping
from random import Random
from typing import TYPE_CHECKING, Any, Protocol

from workshop.activities.formulation_bodies import SLOTS
from workshop.domain.agreed import SENTENCES
from workshop.domain.disclosure_steps import SUPPORT_FLOOR
from workshop.domain.note_kinds import SURE, VOICES
from workshop.rehearsal import bank, saying
from workshop.rehearsal.sureness import asked_of
from workshop.rehearsal.wire import Line, Refusal
from workshop.service.support import APART

if TYPE_CHECKING:
    from workshop.rehearsal.company import Company
    from workshop.rehearsal.delegate import SimulatedDelegate

Body = dict[str, Any]


class Desk(Protocol):
    """What leads: a simulated facilitator."""

    line: Line

    def send(self, name: str, body: Body) -> None:
        """One command, until it is answered. Raises Refusal."""
        ...


def all_notes(sections: set[str]) -> list[tuple[str, str]]:
    """(section, text) for the sections that the template has: first notes of all sections before second ones."""
    depth = max(len(texts) for texts in bank.NOTES.values())
    return [(s, texts[i]) for i in range(depth) for s, texts in bank.NOTES.items() if s in sections and i < len(texts)]


def envelope(part: Body, who: int) -> Body:
    """One phone's, with at most one note in it."""
    mine = all_notes({s["id"] for s in part["sections"]})[who : who + 1]
    itself = {"sure": SURE[who % len(SURE)], "voice": VOICES[who % len(VOICES)] if who % 2 else ""}
    slots: list[Body] = [{"section": section, "text": text, **itself} for section, text in mine]
    slots += [{"section": "", "text": ""}] * (SLOTS - len(slots))
    return {"gathering": part["gathering"]["number"], "slots": slots, "pad": ""}


def _join_up(delegate: SimulatedDelegate, among: int) -> None:
    """One phone says a link that is there already, once there are so many."""
    parts = delegate.line.wait_for(lambda parts: len(parts["formulation"]["links"]) >= among)
    delegate.outbox.send("formulation.link", _link(parts["formulation"], delegate.policy.chance("join up")))


def _link(part: Body, chance: Random) -> Body:
    """One of the links that are there, chosen by their words."""
    words = {n["id"]: n["text"] for n in part["notes"]}
    links = sorted(part["links"], key=lambda x: (words.get(x["source"], ""), words.get(x["target"], ""), x["kind"]))
    said = chance.choice(links)
    return {field: said[field] for field in ("source", "target", "kind")}


def action(who: int, notes: Mapping[str, str]) -> Body:
    """One phone's action. `notes`: words → id, for the need that it answers."""
    target, what, why, role = bank.ACTIONS[who]
    _, kind = bank.NEEDS.get(why, ("", ""))
    dates = {"by_when": "Within two weeks", "review": "Next meeting"}
    about = {"why": why, "note": notes.get(why), "kind": kind, "known": bank.KNOWN}
    return {"target": target, "action": what, "who": role, **about, **dates}


def formulation(desk: Desk, company: Company, step: Body) -> None:
    """All notes are gathered, supported and joined, the explanation is written, and asked about."""
    company.wait_until(f"{step['id']} formulation")
    sections = {s["id"] for s in desk.line.parts["formulation"]["sections"]}
    read_out = all_notes(sections)[: len(company.delegates)]
    expected = len(read_out)
    _gather(desk, company, step, read_out)
    company.everyone(lambda delegate: delegate.support(expected))
    found = desk.line.wait_for(lambda parts: len(parts["formulation"]["notes"]) >= expected)["formulation"]["notes"]
    notes = {n["section"]: n["id"] for n in sorted(found, key=lambda n: n["text"])}
    links = [link for link in bank.LINKS if {link[0], link[1]} <= notes.keys()]
    for source, target, kind in links:
        desk.send("formulation.link", {"source": notes[source], "target": notes[target], "kind": kind})
    if links:
        company.everyone(lambda delegate: _join_up(delegate, len(links)))
    for phase in desk.line.parts["formulation"]["phases"][1:]:
        desk.send("formulation.phase", {"phase": phase})
        if phase == "say":
            saying.say_it(desk, company, step)
        elif phase == "another":
            saying.compare(desk)
    _how_sure(desk, company)


def _gather(desk: Desk, company: Company, step: Body, read_out: list[tuple[str, str]]) -> None:
    """Every phone's envelope; where they are too few, what is read out is written down."""
    desk.send("formulation.collect", {})
    found = desk.line.wait_for(lambda parts: parts["formulation"]["gathering"]["number"] > 0)
    if found["formulation"]["gathering"]["state"] == "called":
        company.wait_until(f"{step['id']} envelope {found['formulation']['gathering']['number']}")
        desk.send("formulation.uncover", {})
        found = desk.line.wait_for(lambda parts: parts["formulation"]["gathering"]["state"] != "called")
    if found["formulation"]["gathering"]["state"] == "few":
        for section, text in read_out:
            desk.send("formulation.add", {"section": section, "text": text})


def _how_sure(desk: Desk, company: Company) -> None:
    """Ask what holds, wait for everybody, and show it; below k it is closed without being shown."""
    desk.line.wait_for(lambda parts: set(SENTENCES) <= set(parts["agreed"]["askable"]))
    for body in asked_of(desk.line.parts["formulation"]):
        desk.send("formulation.ask", body)
        here = desk.line.wait_for(lambda parts: parts["agreed"]["state"] == "open")["agreed"]["round"]
        company.wait_until(here)
        try:
            desk.send("formulation.reveal", {"round": here})
        except Refusal as refused:
            if refused.code != "too_few":
                raise
            desk.send("formulation.close", {"round": here})
        desk.line.wait_for(lambda parts: parts["agreed"]["state"] in ("revealed", "closed"))


def plan(desk: Desk, company: Company, step: Body) -> None:
    """Everybody has written; needs are marked, places set aside, signs agreed, and what phones would do is told."""
    company.wait_until(f"{step['id']} plan")
    expected = min(len(company.delegates), len(bank.ACTIONS))
    found = desk.line.wait_for(lambda parts: len(parts["plan"]["actions"]) >= expected)["plan"]
    kinds = {k["id"] for k in found["kinds"]}
    for note in sorted(found["asked"], key=lambda n: n["text"]):
        target, kind = bank.NEEDS.get(note["text"], ("", ""))
        if kind in kinds:
            desk.send("plan.need", {"note": note["note"], "target": target, "kind": kind, "on": True})
    for target, kind in bank.ASIDE:
        if kind in kinds:
            desk.send("plan.aside", {"target": target, "kind": kind, "on": True})
    for side, text, who in bank.SIGNS:
        desk.send("plan.sign", {"id": None, "side": side, "text": text, "who": who, "base": 0})
    company.everyone(lambda delegate: delegate.would_do(expected))
    _gather_would(desk, len(company.delegates))


def _gather_would(desk: Desk, phones: int) -> None:
    """Tell what phones would do: not before it may be told again, and not at all in a room in which it never is."""
    told = False
    ends = time.monotonic() + APART + 5
    while phones >= SUPPORT_FLOOR and not told and time.monotonic() < ends:
        desk.send("formulation.gather", {})
        try:
            desk.line.wait_for(lambda parts: any(a["would"] for a in parts["plan"]["actions"]), 2)
            told = True
        except TimeoutError:
            continue
