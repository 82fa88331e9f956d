"""Placements of one round, and the tally that freezes them.

A placement is one seat's answer for one card: a stage, or *need to know more* (stage None), or skipped. The tally
turns all of them into whole-room figures, once, and withholds what fewer than k people said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workshop.domain import agreement as rules
from workshop.domain.results import Camp, CardResult, Movement

REASONS = {
    "consent": "Consent",
    "power": "Power or age gap",
    "pressure": "Pressure",
    "frequency": "How often",
    "secrecy": "Secrecy",
    "impact": "Effect on others",
    "setting": "Setting",
    "motive": "Motive",
    "law": "The law",
}
TOPICS = {
    "age": "Age and stage",
    "consent": "Consent",
    "power": "Power",
    "frequency": "How often",
    "impact": "Effect on others",
    "context": "What led up to it",
    "source": "Who says so",
}
WHYS = {
    "information": "The new information",
    "heard": "Something I heard",
    "reread": "I read the card again",
    "reasons": "I weigh the reasons differently",
    "not_relevant": "Not relevant to this card",
    "not_enough": "Not enough to move",
    "already": "I had already assumed it",
}
DIRECTIONS = ("typical", "same", "harmful")
CAMP_FLOOR = 3
"""Reasons are never shown from a camp of fewer than three people, and topics never when fewer than three named one."""
SHOWN_REASONS = 3


@dataclass(frozen=True)
class Placement:
    """One seat's answer for one card. `stage` None and not skipped: need to know more, with what is `missing`."""

    stage: str | None
    missing: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    certainty: int | None = None
    skipped: bool = False


@dataclass(frozen=True)
class Move:
    """One phone's own comparison with its earlier placing of a card."""

    direction: str
    why: tuple[str, ...] = ()


def tally_card(
    card: str, stages: Sequence[str], placements: Iterable[Placement], moves: Iterable[Move], k: int
) -> CardResult:
    """The frozen figures of one card. Fewer than k placed: withheld, and *need to know more* only when k said it."""
    answers = [p for p in placements if not p.skipped]
    placed = [p for p in answers if p.stage is not None]
    unsure = [p for p in answers if p.stage is None]
    if len(placed) < k:
        return _withheld(card, unsure, k)
    tallies = tuple(sum(p.stage == s for p in placed) for s in stages)
    low, high = _camps(tallies, stages, placed)
    said = list(moves)
    shown = movement(Counter(m.direction for m in said), k)
    median = rules.lower_median(tallies)
    return CardResult(
        card=card,
        withheld=False,
        placed=len(placed),
        need_to_know=len(unsure),
        tallies=tallies,
        median=None if median is None else stages[median],
        agreement=round(rules.agreement(tallies), 7) if len(stages) >= 3 else None,
        label=rules.label(tallies),
        missing=_commonest((p.missing for p in unsure), TOPICS),
        certainty=_certainty(placed, k),
        low=low,
        high=high,
        shared_reason=_shared(low, high),
        movement=shown,
        whys=_commonest((m.why for m in said), WHYS) if shown else (),
    )


def movement(directions: Mapping[str, int], k: int) -> Movement | None:
    """Directions as they may be shown; None below k phones. One or two of a direction are joined with the other."""
    typical, same, harmful = (directions.get(d, 0) for d in DIRECTIONS)
    if typical + same + harmful < k:
        return None
    moved = typical + harmful
    if 0 < moved < CAMP_FLOOR:
        return Movement(same=same, few=True)
    if any(0 < n < CAMP_FLOOR for n in (typical, harmful)):
        return Movement(same=same, moved=moved)
    return Movement(same=same, typical=typical, harmful=harmful)


def queue(results: Iterable[CardResult], shifts: Mapping[str, float] | None = None) -> list[str]:
    """Cards in the order in which they are worth discussing; withheld ones are left out.

    Least agreement first, then the ones that moved furthest (`shifts`: card → size), then by id.
    """
    moved = shifts or {}
    shown = [r for r in results if not r.withheld]

    def worth(r: CardResult) -> tuple[float, float, str]:
        return (1.0 if r.agreement is None else r.agreement, -moved.get(r.card, 0.0), r.card)

    return [r.card for r in sorted(shown, key=worth)]


def _withheld(card: str, unsure: list[Placement], k: int) -> CardResult:
    enough = len(unsure) >= k
    missing = _commonest((p.missing for p in unsure), TOPICS) if enough else ()
    return CardResult(card=card, withheld=True, need_to_know=len(unsure) if enough else None, missing=missing)


def _camps(tallies: tuple[int, ...], stages: Sequence[str], placed: list[Placement]) -> tuple[Camp | None, Camp | None]:
    found = rules.camps(tallies)
    if found is None:
        return None, None
    low, high = (_camp(first, last, tallies, stages, placed) for first, last in found)
    return low, high


def _camp(first: int, last: int, tallies: tuple[int, ...], stages: Sequence[str], placed: list[Placement]) -> Camp:
    n, members = sum(tallies[first : last + 1]), stages[first : last + 1]
    reasons = _commonest((p.reasons for p in placed if p.stage in members), REASONS, floor=1)
    shown = tuple(reason for reason, _ in reasons[:SHOWN_REASONS]) if n >= CAMP_FLOOR else ()
    return Camp(first=first, last=last, n=n, reasons=shown)


def _shared(low: Camp | None, high: Camp | None) -> str | None:
    """The commonest reason of the lower end that the higher end names too: the best prompt there is."""
    if low is None or high is None:
        return None
    return next((reason for reason in low.reasons if reason in high.reasons), None)


def _certainty(placed: list[Placement], k: int) -> tuple[int, ...] | None:
    given = Counter(p.certainty for p in placed if p.certainty is not None)
    return tuple(given.get(n, 0) for n in range(1, 6)) if given.total() >= k else None


def _commonest(
    named: Iterable[Iterable[str]], known: Mapping[str, str], floor: int = CAMP_FLOOR
) -> tuple[tuple[str, int], ...]:
    """(id, how many people) commonest first, ties in the order of the closed list: never in order of arrival.

    One phone counts once for what it names, however often it names it.
    """
    counts = Counter(name for one in named for name in set(one))
    order = {name: i for i, name in enumerate(known)}
    ranked = sorted((i for i in counts if counts[i] >= floor), key=lambda i: (-counts[i], order.get(i, len(order))))
    return tuple((i, counts[i]) for i in ranked)
