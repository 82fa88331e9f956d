"""The door's part for placing rounds: revealed ones only, each card with what was told of it."""

from __future__ import annotations

from workshop.domain.placements import queue
from workshop.domain.results import Camp, CardResult, RoundResult
from workshop.domain.scenario import Scenario
from workshop.outputs.model import CardOutput, Earlier, RoundOutput, Side
from workshop.words import Words


def rounds_told(scenario: Scenario, closed: list[RoundResult], words: Words) -> tuple[RoundOutput, ...]:
    """Every revealed round but the warm-up, in order; a card's figures stand beside those told of it before.

    What the room was told was decided when the round closed, and is not decided again. Only rounds that a version
    before counted (schema 1) are looked at here: their re-placings were placings of their own, and one person more or
    less between two of them can be read off; so only the first is told.
    """
    information = {i.id: i.text for i in scenario.information}
    told: dict[str, Earlier] = {}
    outputs: list[RoundOutput] = []
    for r in closed:
        if not r.revealed or r.cause == "warm_up":
            continue
        results = [_older(c) if r.schema == 1 and c.card in told else c for c in r.cards]
        cards = {c.card: _card(scenario, c, told.get(c.card), words) for c in results}
        order = [*queue(results), *sorted(c.card for c in results if c.withheld)]
        text = information.get(r.information or "", "")
        outputs.append(RoundOutput(r.round, r.cause, r.information, text, tuple(cards[c] for c in order)))
        told |= {
            c.card: Earlier(r.round, c.tallies, c.need_to_know or 0, c.label, c.median) for c in results if c.tallies
        }
    return tuple(outputs)


def _older(result: CardResult) -> CardResult:
    return CardResult(result.card, withheld=True, again=True, why="earlier_version")


def _card(scenario: Scenario, result: CardResult, earlier: Earlier | None, words: Words) -> CardOutput:
    card = scenario.find_card(result.card)
    return CardOutput(
        card=result.card,
        text=card.text if card else result.card,
        short=card.short_text if card else result.card,
        withheld=result.withheld,
        why=result.why if earlier or result.why not in ("stands", "aside") else "few",
        answered=result.answered,
        placed=result.placed,
        need_to_know=result.need_to_know,
        tallies=result.tallies,
        median=result.median,
        agreement=result.agreement,
        label=result.label,
        missing=tuple(words.say(f"names.topic.{topic}") for topic, _ in result.missing),
        certainty=result.certainty,
        low=_side(result.low, words),
        high=_side(result.high, words),
        shared_reason=_reason(result.shared_reason, words) if result.shared_reason else None,
        movement=result.movement,
        whys=tuple(words.say(f"names.why.{why}") for why, _ in result.whys),
        earlier=None if result.withheld else earlier,
    )


def _side(camp: Camp | None, words: Words) -> Side | None:
    if camp is None:
        return None
    return Side(camp.first, camp.last, camp.n, tuple(_reason(r, words) for r in camp.reasons))


def _reason(id: str, words: Words) -> str:
    return words.say(f"names.reason.{id}")
