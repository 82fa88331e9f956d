"""How a simulated room says its explanation: wordings of phones, which they prefer, and sentences by hand."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING, Any

from workshop.domain.formulation import SAID
from workshop.rehearsal import bank

if TYPE_CHECKING:
    from workshop.rehearsal.company import Company
    from workshop.rehearsal.studio import Desk

Body = dict[str, Any]


def sheet(offers: Body, who: int) -> Body:
    """One phone's: a wording of one sentence, or of none when all that the bank has are taken."""
    said: dict[str, str] = dict.fromkeys(SAID, "")
    mine = [(part, texts[i]) for i in range(2) for part, texts in bank.WORDINGS.items() if i < len(texts)][who:]
    said.update(mine[:1])
    return {"gathering": offers["number"], **said, "pad": ""}


def choices(offers: Body, chance: Random) -> Iterator[Body]:
    """What one phone prefers: a wording of each sentence that has any, chosen by their words."""
    for part in SAID:
        of = sorted(offers["parts"][part], key=lambda one: one["text"])
        if of:
            yield {"part": part, "wording": chance.choice(of)["id"]}


def say_it(desk: Desk, company: Company, step: Body) -> None:
    """In the phase "say": what phones offer is gathered, shown and chosen among; then the sentences are written."""
    desk.send("formulation.ask_wordings", {})
    number = desk.line.wait_for(lambda parts: parts["offers"]["number"] > 0)["offers"]["number"]
    if desk.line.parts["offers"]["state"] == "called":
        company.wait_until(f"{step['id']} wordings {number}")
        desk.send("formulation.show_wordings", {})
        desk.line.wait_for(lambda parts: parts["offers"]["state"] != "called")
    if desk.line.parts["offers"]["choosing"]:
        company.everyone(lambda delegate: delegate.prefer())
        desk.send("formulation.close_wordings", {})
        desk.line.wait_for(lambda parts: not parts["offers"]["choosing"])
    _write(desk, {part: _best(desk, part) for part in SAID})


def compare(desk: Desk) -> None:
    """In the phase "another": what each of the two leaves open, and what would tell them apart."""
    _write(desk, bank.LEFT_OPEN)


def _best(desk: Desk, part: str) -> str:
    """The wording of a phone that most prefer; ties by its words. The bank's where no number is told."""
    told = [one for one in desk.line.parts["offers"]["parts"][part] if one["support"] and not one["made"]]
    best = sorted(told, key=lambda one: (-one["support"], one["text"]))[:1]
    return str(best[0]["text"]) if best else bank.EXPLANATION[part]


def _write(desk: Desk, texts: dict[str, str]) -> None:
    for part, text in texts.items():
        base = desk.line.parts["formulation"]["explanation"][part]["version"]
        desk.send("formulation.explain", {"part": part, "text": text, "base": base})
