"""The door's part for placing rounds: revealed ones only, each card with what may be told of it."""

from __future__ import annotations

from workshop.domain import disclosure
from workshop.domain.placements import REASONS, TOPICS, WHYS, queue
from workshop.domain.results import Camp, CardResult, RoundResult
from workshop.domain.scenario import Scenario
from workshop.outputs.model import CardOutput, Earlier, Facts, RoundOutput, Side


def rounds_told(scenario: Scenario, closed: list[RoundResult], facts: Facts) -> tuple[RoundOutput, ...]:
    """Every revealed round but the warm-up, in order; a card's figures stand beside those told of it before."""
    information = {i.id: i.text for i in scenario.information}
    told: dict[str, Earlier] = {}
    outputs: list[RoundOutput] = []
    for r in closed:
        if not r.revealed or r.cause == "warm_up":
            continue
        cards = {c.card: _card(scenario, c, told.get(c.card), facts) for c in r.cards}
        order = [*queue(r.cards), *sorted(c.card for c in r.cards if c.withheld)]
        text = information.get(r.information or "", "")
        outputs.append(RoundOutput(r.round, r.cause, r.information, text, tuple(cards[c] for c in order)))
        told |= {
            c.card: Earlier(r.round, c.tallies, c.need_to_know or 0, c.label, c.median) for c in r.cards if c.tallies
        }
    return tuple(outputs)


def _card(scenario: Scenario, result: CardResult, earlier: Earlier | None, facts: Facts) -> CardOutput:
    card = scenario.find_card(result.card)
    unsure = result.need_to_know
    if result.withheld:
        unsure = disclosure.unsure_of_withheld(unsure, facts.delegates, facts.k)
    many_unsure = disclosure.told(unsure, facts.k) is not None
    moved = disclosure.movement(result.movement) if earlier else None
    return CardOutput(
        card=result.card,
        text=card.text if card else result.card,
        short=card.short_text if card else result.card,
        withheld=result.withheld,
        placed=result.placed,
        need_to_know=unsure,
        tallies=result.tallies,
        median=result.median,
        agreement=result.agreement,
        label=result.label,
        missing=tuple(TOPICS[t] for t, _ in result.missing) if many_unsure else (),
        low=_side(result.low, facts.k),
        high=_side(result.high, facts.k),
        shared_reason=_shared(result, facts.k),
        movement=moved,
        whys=tuple(WHYS[w] for w, n in result.whys if n >= facts.k) if moved else (),
        earlier=None if result.withheld else earlier,
    )


def _side(camp: Camp | None, k: int) -> Side | None:
    """A camp of fewer than k keeps its reasons to itself; its size is the strip's."""
    if camp is None:
        return None
    reasons = tuple(REASONS[r] for r in camp.reasons) if camp.n >= k else ()
    return Side(camp.first, camp.last, camp.n, reasons)


def _shared(result: CardResult, k: int) -> str | None:
    both = result.low is not None and result.high is not None and min(result.low.n, result.high.n) >= k
    return REASONS[result.shared_reason] if both and result.shared_reason else None
