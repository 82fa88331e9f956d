"""The plan: what will be done, for whom, why, by whom, by when. Safety first, then those harmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TARGETS = ("safety", "harmed", "young_person", "family", "environment")
NUDGES = (*TARGETS, "loose", "review")
"""What may be lacking: an action for a target, a role or a date, a review."""
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


def nudges(actions: Sequence[Action]) -> list[tuple[str, int]]:
    """What a plan usually lacks and this one does: which of NUDGES, and how many actions lack it (0: all there are)."""
    if not actions:
        return []
    used = {a.target for a in actions}
    missing = [(target, 0) for target in TARGETS if target not in used]
    loose = sum(1 for a in actions if not a.who or not a.by_when)
    if loose:
        missing.append(("loose", loose))
    if not any(a.review for a in actions):
        missing.append(("review", 0))
    return missing
