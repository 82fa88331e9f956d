"""Placements of one round, and the tally that freezes them.

A placement is one seat's answer for one card: a stage, or *need to know more* (stage None), or skipped. The tally
turns all of them into whole-room figures, once, as far as `disclosure.py` lets them be told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workshop.domain import agreement as rules
from workshop.domain import disclosure
from workshop.domain.results import Camp, CardResult, Named, Reasons, Why
from workshop.domain.standing import Standing, first, piles_of

REASONS = (
    *("consent", "age", "norms", "power", "pressure", "frequency", "secrecy", "impact", "setting", "motive", "law"),
)
"""`age`: age or stage of development; `norms`: usual among peers."""
TOPICS = ("age", "consent", "power", "frequency", "impact", "context", "source")
WHYS = ("information", "heard", "reread", "reasons", "not_relevant", "not_enough", "already")
SHOWN_REASONS = 3
"""Of an end of a split; of any other side two are shown."""
SIDE_REASONS = 2


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
    """One phone's own comparison with where it stood in the picture that was told before."""

    direction: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Flows:
    """What came in for a re-placing, each by itself: nothing says which of them came from one phone."""

    now: tuple[str | None, ...]
    earlier: tuple[str | None, ...]
    left: tuple[str | None, ...]
    """The earlier places of those who did not stay there."""
    moves: tuple[Move, ...]


def tally_first(
    round_id: str, card: str, stages: Sequence[str], placements: Iterable[Placement], people: int | None, k: int
) -> tuple[CardResult, Standing]:
    """A card's first figures, frozen, and where the room stands. `people`: the most who ever held a seat, if known."""
    answers = [p for p in placements if not p.skipped]
    placed = [p for p in answers if p.stage is not None]
    unsure = [p for p in answers if p.stage is None]
    standing = first(round_id, piles_of(stages, (p.stage for p in answers)))
    why = disclosure.first_picture(len(placed), len(unsure), people, k)
    missing = disclosure.named((p.missing for p in unsure), TOPICS, len(unsure), k)
    if why is not None:
        unsure_card = CardResult(card, withheld=True, why=why, label=rules.UNSURE, missing=missing)
        return unsure_card if why == "unsure" else CardResult(card, withheld=True, why=why), standing
    picture = _picture(card, stages, standing.piles, k)
    low, high = _camps(standing.piles[:-1], stages, placed) if picture.label == rules.SPLIT else (None, None)
    said = replace(
        picture,
        missing=missing,
        certainty=disclosure.certainty([p.certainty for p in placed if p.certainty is not None], k),
        low=low,
        high=high,
        shared_reason=_shared(low, high),
        reasons=Reasons() if low else _reasons(picture.median, stages, placed),
    )
    return said, standing


def tally_again(
    round_id: str, card: str, stages: Sequence[str], standing: Standing, flows: Flows, k: int
) -> tuple[CardResult, Standing]:
    """A re-placing: the picture told before, with those moved who answered again; and where the room stands now.

    What may not be told yet lies in the standing, and goes into the next picture that may.
    """
    answered = disclosure.withhold(len(flows.moves), k)
    after = _after(round_id, stages, standing, flows)
    directions = Counter(m.direction for m in flows.moves)
    why: Why | None = "stands" if after is None else disclosure.next_picture(after, directions, k)
    if after is None or why is not None:
        return CardResult(card, withheld=True, again=True, why=why, answered=answered), after or standing
    whys = disclosure.named((m.why for m in flows.moves), WHYS, len(flows.moves), k)
    whole = standing.reference == standing.round  # else it would leave out who moved untold and is away now
    shown = disclosure.movement(directions, k) if whole else None
    picture = _picture(card, stages, after.piles, k)
    return replace(picture, again=True, answered=answered, movement=shown, whys=whys), after.told()


def wanted(sheets: Iterable[Iterable[Placement]], cards: Iterable[CardResult], k: int) -> Named:
    """What phones want to know over all cards of a first placing; `sheets`: what each phone answered of them.

    A phone counts once for a topic. No number is told that, beside the number of one card, leaves a few.
    """
    asked = [{t for p in sheet if p.stage is None and not p.skipped for t in p.missing} for sheet in sheets]
    beside = [dict(card.missing) for card in cards]
    said = disclosure.named(asked, TOPICS, len(asked), k)
    return tuple((t, disclosure.beside(n, (card.get(t) for card in beside), k)) for t, n in said)


def queue(results: Iterable[CardResult], shifts: Mapping[str, float] | None = None) -> list[str]:
    """Cards in the order in which they are worth discussing; of those that are withheld only where most want to know.

    By kind, as LABELS has them; within a kind least agreement first, then most who need to know more, then the ones
    that moved furthest (`shifts`: card → size), then by id.
    """
    moved = shifts or {}

    def worth(r: CardResult) -> tuple[int, float, int, float, str]:
        known = 1.0 if r.agreement is None else r.agreement
        return (
            rules.LABELS.index(r.label or rules.SETTLED),
            known,
            -(r.need_to_know or 0),
            -moved.get(r.card, 0),
            r.card,
        )

    return [r.card for r in sorted((r for r in results if not r.withheld or r.label), key=worth)]


def _after(round_id: str, stages: Sequence[str], standing: Standing, flows: Flows) -> Standing | None:
    """None when the flows are not whole: a part of them was lost."""
    if not len(flows.now) == len(flows.earlier) == len(flows.moves):
        return None
    lifted, put, left = (piles_of(stages, places) for places in (flows.earlier, flows.now, flows.left))
    return standing.moved(round_id, lifted, put, left)


def _picture(card: str, stages: Sequence[str], piles: Sequence[int], k: int) -> CardResult:
    tallies = tuple(piles[:-1])
    median = rules.lower_median(tallies)
    return CardResult(
        card=card,
        withheld=False,
        placed=sum(tallies),
        need_to_know=piles[-1],
        tallies=tallies,
        median=None if median is None else stages[median],
        agreement=round(rules.agreement(tallies), 7) if len(stages) >= 3 else None,
        label=rules.kind(tallies, piles[-1], k),
    )


def _camps(tallies: tuple[int, ...], stages: Sequence[str], placed: list[Placement]) -> tuple[Camp | None, Camp | None]:
    found = rules.camps(tallies)
    if found is None:
        return None, None
    low, high = (_camp(first, last, tallies, stages, placed) for first, last in found)
    return low, high


def _camp(first: int, last: int, tallies: tuple[int, ...], stages: Sequence[str], placed: list[Placement]) -> Camp:
    """One side, with what at least three of its phones named."""
    n, members = sum(tallies[first : last + 1]), stages[first : last + 1]
    reasons = disclosure.named((p.reasons for p in placed if p.stage in members), REASONS, n, n + 1)
    return Camp(first=first, last=last, n=n, reasons=tuple(reason for reason, _ in reasons[:SHOWN_REASONS]))


def _reasons(median: str | None, stages: Sequence[str], placed: list[Placement]) -> Reasons:
    """By side of the median stage, what at least three of its phones named; else what three of the whole room did."""
    if median is None:
        return Reasons()
    middle = stages.index(median)
    below, between, above = (
        _side(p for p in placed if p.stage in members)
        for members in (stages[:middle], stages[middle : middle + 1], stages[middle + 1 :])
    )
    if below or above:
        return Reasons(below, between, above)
    return Reasons(all=_side(placed))


def _side(placed: Iterable[Placement]) -> tuple[str, ...]:
    said = [p.reasons for p in placed]
    return tuple(reason for reason, _ in disclosure.named(said, REASONS, len(said), len(said) + 1)[:SIDE_REASONS])


def _shared(low: Camp | None, high: Camp | None) -> str | None:
    """The commonest reason of the lower end that the higher end names too: the best prompt there is."""
    if low is None or high is None:
        return None
    return next((reason for reason in low.reasons if reason in high.reasons), None)
