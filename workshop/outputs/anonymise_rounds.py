"""The door's part for placing rounds: revealed ones only, each card with what was told of it."""

from __future__ import annotations

from dataclasses import replace

from workshop.domain.moved import MovedCard, what_moved_us
from workshop.domain.next_moves import compared
from workshop.domain.placements import queue
from workshop.domain.results import Camp, CardResult, RoundResult, Why
from workshop.domain.scenario import Scenario
from workshop.outputs.model import (
    CardOutput,
    Earlier,
    LedgerOutput,
    MovedOutput,
    ResponseOutput,
    RoundOutput,
    Side,
    Sides,
    WantedOutput,
)
from workshop.words import Words


def rounds_told(scenario: Scenario, closed: list[RoundResult], words: Words) -> tuple[RoundOutput, ...]:
    """Every revealed round but the warm-up, in order; a card's figures stand beside those told of it before.

    What the room was told was decided when the round closed, and is not decided again. Only rounds that a version
    before counted (schema 1) are looked at here: their re-placings were placings of their own, and one person more or
    less between two of them can be read off; so only the first is told.
    """
    information = {i.id: i.text for i in scenario.information}
    told: dict[str, Earlier] = {}
    before: dict[str, Earlier] = {}
    outputs: list[RoundOutput] = []
    for r in closed:
        if not r.revealed or r.cause == "warm_up":
            continue
        results = [_older(c) if r.schema == 1 and c.card in told else c for c in r.cards]
        asked = {c.card: _response(c, before.get(c.card)) for c in r.responses}
        cards = {c.card: _card(scenario, c, told.get(c.card), asked.get(c.card), words) for c in results}
        talk = queue(results)
        order = [*talk, *sorted(c.card for c in results if c.card not in talk)]
        text = information.get(r.information or "", "")
        wanted = tuple(WantedOutput(t, words.say(f"names.topic.{t}"), n) for t, n in r.wanted)
        outputs.append(RoundOutput(r.round, r.cause, r.information, text, tuple(cards[c] for c in order), wanted))
        told |= {c.card: found for c in results if (found := _earlier(r.round, c))}
        before |= {c.card: found for c in r.responses if (found := _earlier(r.round, c))}
    return tuple(outputs)


def ledger_told(scenario: Scenario, closed: list[RoundResult]) -> tuple[LedgerOutput, ...]:
    """What moved the room: every re-placing. Those that a version before counted are not told as movements."""
    effects = {i.id: i.effects for i in scenario.information}
    numbers = {i.id: n for n, i in enumerate(scenario.information, 1)}
    return tuple(
        LedgerOutput(
            row.round,
            row.cause,
            row.information,
            numbers.get(row.information or "", 0),
            tuple(_moved(scenario, card) for card in row.cards),
        )
        for row in what_moved_us([r for r in closed if r.schema > 1], effects)
    )


def _moved(scenario: Scenario, moved: MovedCard) -> MovedOutput:
    card = scenario.find_card(moved.card)
    before, after = (None if c is None else _earlier("", c) for c in (moved.before, moved.after))
    short = card.short_text if card else moved.card
    return MovedOutput(moved.card, short, before, after, moved.movement, moved.expected, moved.happened)


def _earlier(round_id: str, result: CardResult) -> Earlier | None:
    """A told picture; None when there is none."""
    if not result.tallies:
        return None
    return Earlier(round_id, result.tallies, result.need_to_know or 0, result.label, result.median)


def _older(result: CardResult) -> CardResult:
    return CardResult(result.card, withheld=True, again=True, why="earlier_version")


def _card(
    scenario: Scenario, result: CardResult, earlier: Earlier | None, response: ResponseOutput | None, words: Words
) -> CardOutput:
    card = scenario.find_card(result.card)
    return CardOutput(
        card=result.card,
        text=card.text if card else result.card,
        short=card.short_text if card else result.card,
        withheld=result.withheld,
        why=_why(result, earlier),
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
        reasons=Sides(
            **{side: tuple(_reason(r, words) for r in named) for side, named in vars(result.reasons).items()}
        ),
        response=None if response is None else replace(response, compared=compared(result.label, response.kind)),
    )


def _why(result: CardResult, earlier: Earlier | None) -> Why | None:
    """A picture that was never told cannot stand: then too few had answered."""
    return result.why if earlier or result.why not in ("stands", "aside") else "few"


def _response(found: CardResult, earlier: Earlier | None) -> ResponseOutput:
    """As it was told; nothing is said of who placed the card where."""
    return ResponseOutput(
        why=_why(found, earlier),
        answered=found.answered,
        placed=found.placed,
        need_to_know=found.need_to_know,
        tallies=found.tallies,
        median=found.median,
        agreement=found.agreement,
        kind=found.label,
        movement=found.movement,
        compared=None,
        earlier=None if found.withheld else earlier,
    )


def _side(camp: Camp | None, words: Words) -> Side | None:
    if camp is None:
        return None
    return Side(camp.first, camp.last, camp.n, tuple(_reason(r, words) for r in camp.reasons))


def _reason(id: str, words: Words) -> str:
    return words.say(f"names.reason.{id}")
