"""The continuum board: place in private, change until the close, reveal all at once, place again.

Placements lie in `placements.<round>` under one slot of the seat, movements in `moves.<round>` under another: the
server never holds which movement belongs to which placement. Before the reveal nothing but counts is built.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from workshop.activities import board_parts, own_sizes
from workshop.activities.base import (
    DELEGATE,
    FACILITATOR,
    Activity,
    Answers,
    Change,
    CloseRound,
    Command,
    Nothing,
    OwnPart,
    Refused,
    Seat,
    Situation,
    Slice,
    SliceRef,
    View,
    round_scope,
)
from workshop.activities.board_bodies import (
    BoardSettings,
    CardInRound,
    MoveMade,
    OneRound,
    OwnBoard,
    OwnPlacement,
    Place,
    Reopen,
)
from workshop.domain.live import Cause, Head, Round
from workshop.domain.placements import Move, Placement, tally_card
from workshop.domain.results import Closing, RoundResult
from workshop.domain.scenario import Scenario

CLOSED = Refused("round_closed", "This round has closed. What was sent before it closed counts.")


def open_round(head: Head, cause: Cause, cards: tuple[str, ...], information: str | None = None) -> Head:
    """The head with a new placing round in the current step, and the picture set back to all cards.

    A single card that is placed again stays the room's subject: its reveal is its before and after.
    """
    round_id = head.next_round_id("board", cause)
    opened = Round(round_id, head.step.id, "board", cause, cards, information)
    focus = cards[0] if len(cards) == 1 and cause in ("discussion", "information") else None
    return replace(head.with_round(opened), focus=focus, show="shift" if focus else "all", prompt="")


def _open(situation: Situation, body: Nothing) -> Change | Refused:
    head = situation.head
    if head.step.activity != "board":
        return Refused("not_now", "Placing opens in a board step. Go to one first.")
    if head.round_here() is not None:
        return Refused("not_now", "This step's round has been opened already.")
    settings = BoardSettings.model_validate(dict(head.step.settings))
    cards = board_parts.step_cards(situation.scenario, settings.round, settings.information, settings.cards)
    return Change(head=open_round(head, settings.round, cards, settings.information), parts=MOVED)


def _reopen(situation: Situation, body: Reopen) -> Change | Refused:
    head, known = situation.head, {c.id for c in situation.scenario.cards}
    if head.step.activity not in ("board", "discussion"):
        return Refused("not_now", "Cards are placed again in a board or discussion step. Go to one first.")
    if any(r.state in ("open", "closing") for r in head.rounds_of("board")):
        return Refused("not_now", "A round is still open. Reveal or close it first.")
    if not known.issuperset(body.cards):
        return Refused("unknown_card", "One of these cards is not in this case study.")
    if (body.cause == "information") != (body.information is not None):
        return Refused("invalid", "Name the new information if, and only if, it is the cause.")
    if body.information and not any(i.id == body.information for i in situation.scenario.information):
        return Refused("invalid", "This case study has no such new information.")
    cards = tuple(c.id for c in situation.scenario.cards if c.id in body.cards)
    return Change(head=open_round(head, body.cause, cards, body.information), parts=MOVED)


def _reads_placement(head: Head, body: Place | CardInRound, seat: Seat) -> tuple[SliceRef]:
    return (SliceRef(f"placements.{body.round}", seat.slot(body.round, "placements")),)


def _place(situation: Situation, body: Place) -> Change | Refused:
    if body.stage is not None and body.missing:
        return Refused("invalid", "What is missing goes with “need to know more” only.")
    stages = board_parts.round_scale(situation.scenario, situation.head.rounds.get(body.round))
    if body.stage is not None and body.stage not in {s.id for s in stages.stages}:
        return Refused("unknown_stage", "This scale has no such stage. Reload the page and place the card again.")
    kept = {"stage": body.stage, "missing": body.missing, "reasons": body.reasons, "certainty": body.certainty}
    return _put(situation, body, {**kept, "skipped": False})


def _skip(situation: Situation, body: CardInRound) -> Change | Refused:
    return _put(situation, body, {"stage": None, "missing": [], "reasons": [], "certainty": None, "skipped": True})


def _put(situation: Situation, body: Place | CardInRound, placement: dict[str, Any]) -> Change | Refused:
    """One card of this seat's sheet for the round, and the two counters, exactly."""
    found = situation.head.rounds.get(body.round)
    if found is None or found.kind != "board" or found.state != "open":
        return CLOSED
    if body.card not in found.cards:
        return Refused("unknown_card", "This card is not in the round that is open.")
    (ref,) = _reads_placement(situation.head, body, situation.seat)
    before = situation.slices[ref] or {}
    after = {**before, body.card: placement}
    count = {
        f"{found.id}:answered": int(not before),
        f"{found.id}:finished": int(len(after) == len(found.cards)) - int(len(before) == len(found.cards)),
    }
    moved = {n: d for n, d in count.items() if d}
    # The revision goes with the counts and with nothing else: it would tell the desk how often a phone thinks again.
    return Change(put={ref: after}, count=moved, parts=frozenset({"progress"}) if moved else frozenset())


def _reads_move(head: Head, body: MoveMade, seat: Seat) -> tuple[SliceRef]:
    return (SliceRef(f"moves.{body.round}", seat.slot(body.round, "moves")),)


def _move(situation: Situation, body: MoveMade) -> Change | Refused:
    found = situation.head.rounds.get(body.round)
    if found is None or found.kind != "board" or found.state != "open":
        return CLOSED
    if body.card not in found.cards:
        return Refused("unknown_card", "This card is not in the round that is open.")
    (ref,) = _reads_move(situation.head, body, situation.seat)
    after = {**(situation.slices[ref] or {}), body.card: {"direction": body.direction, "why": body.why}}
    return Change(put={ref: after})


def _reads_result(head: Head, body: OneRound, seat: Seat) -> tuple[SliceRef]:
    return (SliceRef("results", body.round),)


def _enough(situation: Situation, body: OneRound) -> bool:
    """Whether k placed, by the count; when that was lost with the live state, by what a close has frozen.

    No more than there are phones: a seat that was given back just before the round opened may still answer once.
    """
    counts, head = situation.counts, situation.head
    if f"{body.round}:answered" in counts:
        return min(counts[f"{body.round}:answered"], head.devices(counts, body.round)) >= head.k
    frozen = situation.slice("results", body.round)
    return frozen is not None and any(not card["withheld"] for card in frozen["cards"])


def _closing(reveal: bool) -> Callable[[Situation, OneRound], Change | Refused]:
    def apply(situation: Situation, body: OneRound) -> Change | Refused:
        head, found = situation.head, situation.head.rounds.get(body.round)
        if (
            found is None
            or found.kind != "board"
            or found.state == "revealed"
            or (found.state == "closed" and not reveal)
        ):
            return Refused("not_now", "This round is not open.")
        if reveal and not _enough(situation, body):
            return _too_few(head)
        if found.state == "closed":
            return Change(then=(CloseRound(found.id, reveal),))
        closing = head.with_round(replace(found, state="closing", reveal=reveal))
        return Change(head=closing, parts=MOVED, then=(CloseRound(found.id, reveal),))

    return apply


def _too_few(head: Head) -> Refused:
    return Refused("too_few", f"Nothing is shown until {head.k} people have placed. Wait, or close without showing.")


def _reads_own(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    here = head.round_here()
    if here is None or here.kind != "board" or here.state != "open":
        return ()
    return (SliceRef(f"placements.{here.id}", seat.slot(here.id, "placements")),)


def _own(view: View, slices: Mapping[SliceRef, Slice | None]) -> OwnBoard | None:
    here = view.head.round_here()
    if here is None or not slices:
        return None
    placements = next(iter(slices.values())) or {}
    return OwnBoard(round=here.id, placements={card: OwnPlacement(**p) for card, p in placements.items()})


def tally(
    head: Head,
    scenario: Scenario,
    closing: Round,
    answers: Answers,
    new_id: Callable[[], str],
    shuffle: Callable[[list[Any]], None],
) -> Closing:
    """The round's whole-room figures, card by card, in the order of the round."""
    scale = board_parts.round_scale(scenario, closing)
    stages = [s.id for s in scale.stages]
    results = tuple(
        tally_card(
            card,
            stages,
            (_placement(sheet[card]) for sheet in answers.answers.values() if card in sheet),
            (Move(m[card]["direction"], tuple(m[card]["why"])) for m in answers.moves.values() if card in m),
            head.k,
        )
        for card in closing.cards
    )
    return Closing(
        RoundResult(closing.id, closing.step, closing.cause, closing.information, scale.id, closing.reveal, results),
        slices={},
    )


def _placement(value: Mapping[str, Any]) -> Placement:
    return Placement(
        value["stage"], tuple(value["missing"]), tuple(value["reasons"]), value["certainty"], value["skipped"]
    )


MOVED = frozenset({"board", "progress", "notes_private"})
ACTIVITY = Activity(
    name="board",
    settings=BoardSettings,
    commands=(
        Command("board.open", Nothing, FACILITATOR, _open, durable=True),
        Command("board.place", Place, DELEGATE, _place, reads=_reads_placement, scope=round_scope),
        Command("board.skip", CardInRound, DELEGATE, _skip, reads=_reads_placement, scope=round_scope),
        Command("board.move", MoveMade, DELEGATE, _move, reads=_reads_move, scope=round_scope),
        Command("board.close", OneRound, FACILITATOR, _closing(reveal=False), durable=True),
        Command("board.reveal", OneRound, FACILITATOR, _closing(reveal=True), reads=_reads_result, durable=True),
        Command("board.reopen", Reopen, FACILITATOR, _reopen, durable=True),
    ),
    parts=(board_parts.BOARD, board_parts.PROGRESS),
    own=(OwnPart("own_board", OwnBoard, _reads_own, _own, own_sizes.largest_board),),
    rounds="board",
    tally=tally,
)
