"""The plan: what will be done, for whom, why, by whom, by when. Safety first, then those harmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TARGETS = {
    "safety": "Immediate safety",
    "harmed": "Those harmed",
    "young_person": "The young person",
    "family": "Family and carers",
    "environment": "The wider environment",
}
ASKING = ("needs", "harmed", "perpetuating", "environment", "risk_strengths")
"""Sections whose notes ask for an action."""
MOST_NEEDS = 12


@dataclass(frozen=True)
class Action:
    """One line of the plan. `note`: the formulation note that it answers, if any."""

    id: str
    target: str
    action: str
    why: str
    note: str | None
    who: str
    by_when: str
    review: str


@dataclass(frozen=True)
class Need:
    """A note of the formulation that asks for an action."""

    note: str
    text: str
    section: str
    support: int


def unmet(needs: Iterable[Need], actions: Sequence[Action]) -> list[Need]:
    """Needs that no action answers yet, the best supported first."""
    met = {a.note for a in actions if a.note}
    open_needs = [n for n in needs if n.section in ASKING and n.note not in met]
    return sorted(open_needs, key=lambda n: (-n.support, n.text, n.note))[:MOST_NEEDS]


def nudges(actions: Sequence[Action]) -> list[str]:
    """What a plan usually lacks and this one does."""
    if not actions:
        return []
    used = {a.target for a in actions}
    missing = [f"Nothing yet for: {name.lower()}." for target, name in TARGETS.items() if target not in used]
    loose = sum(1 for a in actions if not a.who or not a.by_when)
    if loose:
        missing.append(
            "One action has no name of a role or no date."
            if loose == 1
            else f"{loose} actions have no role or no date."
        )
    if not any(a.review for a in actions):
        missing.append("No review yet: when will we look at this again, and what would change it?")
    return missing
