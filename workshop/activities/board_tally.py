"""Counts a placing round that closes: first placings as they are, re-placings as flows on where the room stood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from workshop.activities import board_parts
from workshop.activities.base import Answers, Made, Rounds, Slice
from workshop.activities.base_kept import RESULTS
from workshop.activities.board_standing import STANDING, UNSEEN, as_slice, second_of, standings, told
from workshop.activities.codec import round_result
from workshop.domain.live import Head, Round
from workshop.domain.placements import Flows, Move, Placement, tally_again, tally_first, wanted
from workshop.domain.results import CardResult, Closing, Named, RoundResult
from workshop.domain.scenario import Scale, Scenario
from workshop.domain.standing import Standing


def tally(
    head: Head,
    scenario: Scenario,
    closing: Round,
    answers: Answers,
    new_id: Callable[[], str],
    shuffle: Callable[[list[Any]], None],
) -> Closing:
    """The round's whole-room figures, card by card, in the order of the round; and where the room stands after it.

    Of a round that is not shown, the standing waits in `unseen` until it is, or is destroyed with it.
    """
    scale = board_parts.round_scale(scenario, closing)
    counted = list(_cards(head, closing, answers, [s.id for s in scale.stages]))
    cards = tuple(result for result, _ in counted)
    result = RoundResult(closing.id, closing.step, closing.cause, closing.information, scale.id, closing.reveal, cards)
    if closing.cause == "warm_up":
        return Closing(result, slices={})
    result = replace(result, wanted=_wanted(closing, answers, cards, head.k))
    stands = {result.card: as_slice(standing) for result, standing in counted}
    if closing.second and scenario.second:
        said = list(_responses(head, closing, answers, scenario.second))
        result = replace(result, second=scenario.second.id, responses=tuple(response for response, _ in said))
        stands |= {second_of(response.card): as_slice(standing) for response, standing in said}
    return Closing(result, slices={STANDING.name: stands} if closing.reveal else {UNSEEN.name: {closing.id: stands}})


def as_told(result: RoundResult, fresh: Closing) -> Made:
    """What a tally makes besides, of a round that was recorded before. Where it comes to other figures now, the server
    has lost some of the answers: a card that was told stands as it was told, and of one that was not nothing is known.
    """
    if isinstance(fresh.result, RoundResult) and _figures(fresh.result) == _figures(result):
        return fresh.slices
    stands = {key: as_slice(standing) for key, standing in told(result).items()}
    return {name: stands if name == STANDING.name else {result.round: stands} for name in fresh.slices}


def _figures(result: RoundResult) -> list[object]:
    counted = (*result.cards, *result.responses)
    return [(card.card, card.tallies, card.need_to_know, card.why, card.answered) for card in counted]


def _cards(head: Head, closing: Round, answers: Answers, stages: list[str]) -> Iterator[tuple[CardResult, Standing]]:
    besides = answers.besides
    before = standings(head, besides[STANDING.name], besides[RESULTS])
    left, moved = besides["earlier"], besides["moves"]
    for card in closing.cards:
        sheets = [_placement(p) for p in _of(card, answers.answers)]
        if card not in closing.again or card not in before:
            yield tally_first(closing.id, card, stages, sheets, answers.people, head.k)
            continue
        yield tally_again(closing.id, card, stages, before[card], _flows(card, sheets, left, moved), head.k)


def _responses(head: Head, closing: Round, answers: Answers, scale: Scale) -> Iterator[tuple[CardResult, Standing]]:
    """Each card's second question by itself, by the rules of the first: from nothing but what lies apart for it."""
    stages, besides = [s.id for s in scale.stages], answers.besides
    before = standings(head, besides[STANDING.name], besides[RESULTS])
    for card, since in closing.second.items():
        said, key = [Placement(r["stage"]) for r in _of(card, besides["responses"])], second_of(card)
        if since is None or key not in before:
            yield tally_first(closing.id, card, stages, said, answers.people, head.k)
            continue
        flows = _flows(card, said, besides["responses_earlier"], besides["responses_moves"])
        yield tally_again(closing.id, card, stages, before[key], flows, head.k)


def _flows(card: str, sheets: list[Placement], left: Mapping[str, Slice], moved: Mapping[str, Slice]) -> Flows:
    return Flows(
        now=tuple(p.stage for p in sheets if not p.skipped),
        earlier=tuple(e["stage"] for e in _of(card, left)),
        left=tuple(e["stage"] for e in _of(card, left) if e["left"]),
        moves=tuple(Move(m["direction"], tuple(m.get("why", ()))) for m in _of(card, moved)),
    )


def _wanted(closing: Round, answers: Answers, cards: Iterable[CardResult], k: int) -> Named:
    """What the room asked of the cards that it placed for the first time."""
    new = [card for card in closing.cards if card not in closing.again]
    sheets = [[_placement(sheet[c]) for c in new if c in sheet] for sheet in answers.answers.values()]
    return wanted((sheet for sheet in sheets if sheet), cards, k)


def _of(card: str, sheets: Mapping[str, Slice]) -> Iterator[Mapping[str, Any]]:
    return (sheet[card] for sheet in sheets.values() if card in sheet)


def _placement(value: Mapping[str, Any]) -> Placement:
    return Placement(
        value["stage"], tuple(value["missing"]), tuple(value["reasons"]), value["certainty"], value["skipped"]
    )


ROUNDS = Rounds(
    tally,
    reads=(STANDING.name, RESULTS),
    by_reveal=True,
    as_told=as_told,
    waits=(UNSEEN.name, STANDING.name),
    shown_in=frozenset({"board", "what_moved", "notes_private"}),
    result=RoundResult,
    read=round_result,
)
