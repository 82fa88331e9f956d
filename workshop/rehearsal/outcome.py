"""What a rehearsal leaves behind: what was sent, what the report says, and whether the two agree."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from workshop.rehearsal.company import Company
from workshop.rehearsal.delegate import SimulatedDelegate

Json = dict[str, Any]


def answers(scenario: str, company: Company) -> Json:
    """What each simulated delegate sent and the server acknowledged, in the order sent; one entry a seat."""
    return {"scenario": scenario, "seats": [_seat(d) for d in company.delegates]}


def _seat(delegate: SimulatedDelegate) -> Json:
    placements = [{name: said for name, said in vars(s).items() if name != "flows"} | s.flows for s in delegate.sent]
    return {"token": delegate.policy.token(), "placements": placements, "holds": delegate.holds.said}


def differences(sent: Json, report: Json) -> list[str]:
    """Where the report's pictures are not what was sent: one line each, none when all agree.

    A first placing is its picture; a later one is the picture before, without where people were, with where they went.
    """
    last = {(p["round"], p["card"], number): p for number, seat in enumerate(sent["seats"]) for p in seat["placements"]}
    piles: dict[str, Counter[str | None]] = {}
    found: list[str] = []
    for shown in report["rounds"]:
        for card in shown["cards"]:
            pile = piles.setdefault(card["card"], Counter())
            for (round_id, about, _), p in last.items():
                if (round_id, about) == (shown["round"], card["card"]):
                    pile[p["stage"]] += 1
                    if "earlier" in p:
                        pile[p["earlier"]] -= 1
            found += _card_differences(shown["round"], card, pile)
    return found


def _card_differences(round_id: str, card: Json, counted: Counter[str | None]) -> list[str]:
    if card["tallies"] is None:
        return []
    tallies = {stage: counted.get(stage, 0) for stage in card["tallies"]}
    checks = (
        ("tallies", card["tallies"], tallies),
        ("placed", card["placed"], sum(tallies.values())),
        ("need_to_know", card["need_to_know"], counted.get(None, 0)),
    )
    return [f"{round_id} {card['card']}: {name} is {a}, sent were {b}" for name, a, b in checks if a != b]


def write(out: Path, sent: Json, files: dict[str, bytes]) -> None:
    """`answers.json` and the report's files."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "answers.json").write_text(json.dumps(sent, indent=1, ensure_ascii=False) + "\n", "utf-8")
    for name, content in files.items():
        (out / name).write_bytes(content)
