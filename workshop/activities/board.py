"""The continuum board: place in private, change until the close, reveal all at once, place again.

A first placing lies in `placements.<round>` under one slot of the seat. Of a card that is placed again three things
come in one message and lie in one commit under three unrelated slots: the new place there, the earlier one (and
whether it was left) in `earlier.<round>`, the direction in `moves.<round>`. The server never holds which belong
together. So it is with a second question (`responses.<round>`…). Before the reveal nothing but counts is built, in
steps.
"""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities import board_ledger, board_panel, board_parts, own_sizes
from workshop.activities.base import (
    DELEGATE,
    FACILITATOR,
    Activity,
    Change,
    CloseRound,
    Command,
    Nothing,
    OwnPart,
    Refused,
    Situation,
    Slice,
    round_scope,
)
from workshop.activities.board_bodies import (
    BoardSettings,
    CardInRound,
    OneRound,
    OwnBoard,
    Place,
    Reopen,
    Reveal,
)
from workshop.activities.board_open import MOVED, TALKING, entered, open_round, reads_standing
from workshop.activities.board_own import AGAIN, HELD, SECOND, own, reads_own, reads_slots, slots
from workshop.activities.board_second import response_refused, sheets_of
from workshop.activities.board_standing import STANDING, UNSEEN
from workshop.activities.board_steps import ahead, is_about_information, written
from workshop.activities.board_talk import Talk, TalkAbout, talk, talk_about
from workshop.activities.board_tally import ROUNDS
from workshop.activities.closing import NEVER, closable, ending, revealing
from workshop.activities.codes import CARD_NOW, NO_SUCH_CARD, NOT_NOW, PLACED
from workshop.domain import quorum
from workshop.domain.live import COUNTING
from workshop.domain.placements import REASONS, TOPICS, WHYS

CLOSED = Refused("round_closed", "board.closed")
SKIPPED: Slice = {"stage": None, "missing": [], "reasons": [], "certainty": None, "skipped": True}


def _open(situation: Situation, body: Nothing) -> Change | Refused:
    head = situation.head
    if head.step.activity != "board":
        return Refused("not_now", "board.elsewhere")
    if head.round_here() is not None:
        return Refused("not_now", "board.opened")
    settings = BoardSettings.model_validate(dict(head.step.settings))
    cards = board_parts.step_cards(situation.scenario, settings.round, settings.information, settings.cards)
    return open_round(situation, settings.round, cards, settings.information)


def _reopen(situation: Situation, body: Reopen) -> Change | Refused:
    head, known = situation.head, {c.id for c in situation.scenario.cards}
    if head.step.activity not in ("board", "discussion"):
        return Refused("not_now", "board.again_elsewhere")
    if any(r.state in COUNTING for r in head.placings):
        return Refused("not_now", "board.another_open")
    if not known.issuperset(body.cards):
        return Refused("unknown_card", "board.no_such_card")
    if (body.cause == "information") != (body.information is not None):
        return Refused("invalid", "board.cause")
    if body.information and not any(i.id == body.information for i in situation.scenario.information):
        return Refused("invalid", "board.no_information")
    cards = tuple(c.id for c in situation.scenario.cards if c.id in body.cards)
    return open_round(situation, body.cause, cards, body.information)


def _again(situation: Situation, body: OneRound) -> Change | Refused:
    """A round of this step that was closed without being shown, opened again as it was: a slip is put right."""
    head = situation.head
    found = head.round_here()
    if found is None or (found.id, found.kind, found.state) != (body.round, "board", "closed"):
        return Refused("not_now", "board.not_again")
    return open_round(situation, found.cause, found.cards, found.information)


def _place(situation: Situation, body: Place) -> Change | Refused:
    if body.stage is not None and body.missing:
        return Refused("invalid", "board.missing")
    found = situation.head.rounds.get(body.round)
    stages = board_parts.round_scale(situation.scenario, found)
    known = {None, *(s.id for s in stages.stages)}
    if body.stage not in known or body.earlier not in known:
        return Refused("unknown_stage", "board.no_stage")
    again = found is not None and body.card in found.again
    if again and body.direction is None:
        return Refused("invalid", "board.placed_before")
    if not again and (body.direction is not None or body.earlier is not None or body.why):
        return Refused("invalid", "board.first_time")
    if no := response_refused(situation.scenario.second, found, body):
        return no
    return _put(situation, body, {**_sheets(body, again), **sheets_of(body.response)})


def _sheets(body: Place, again: bool) -> dict[str, Slice | None]:
    """What a place leaves in each collection of AGAIN."""
    kept = {"stage": body.stage, "missing": body.missing, "reasons": body.reasons, "certainty": body.certainty}
    left = {"stage": body.earlier, "left": body.stage != body.earlier}
    return {
        "placements": {**kept, "skipped": False},
        "earlier": left if again else None,
        "moves": {"direction": body.direction, "why": body.why} if again else None,
    }


def _skip(situation: Situation, body: CardInRound) -> Change | Refused:
    """Passed over; or looked on at, by a phone that had not answered the card before. Either way it is a tap."""
    return _put(situation, body, {"placements": SKIPPED})


def _put(situation: Situation, body: Place | CardInRound, said: Mapping[str, Slice | None]) -> Change | Refused:
    """One card of this seat's sheets for the round, and the two counters, exactly. `said`: collection → of the card."""
    found = situation.head.rounds.get(body.round)
    if situation.head.talk or found is None or found.kind != "board" or found.state != "open":
        return CLOSED
    if body.card not in found.cards:
        return Refused("unknown_card", "board.not_in_round")
    refs = slots(situation.head, body.round, situation.seat)
    before = situation.slices[refs[0]] or {}
    sheets = {ref: _with(situation.slices[ref] or {}, body.card, said.get(ref.name)) for ref in refs}
    after = sheets[refs[0]]
    count = {
        f"{found.id}:answered": int(not before),
        f"{found.id}:finished": int(len(after) == len(found.cards)) - int(len(before) == len(found.cards)),
    }
    # No part moves, so no revision does, which everybody reads in every ack: it would tell of each single tap. What is
    # told of the counts, in steps, the clock sends (realtime/frames.py).
    return Change(
        put=sheets,
        count={name: delta for name, delta in count.items() if delta},
    )


def _with(sheet: Slice, card: str, value: Slice | None) -> Slice:
    rest = {c: v for c, v in sheet.items() if c != card}
    return rest if value is None else {**rest, card: value}


def _close(situation: Situation, body: OneRound) -> Change | Refused:
    """Freeze without showing. Below quorum nothing is kept of it, and it is never told."""
    head = situation.head
    found = closable(head, body.round, "board")
    if isinstance(found, Refused):
        return found
    reached = quorum.reached(head, situation.counts, found.id)
    return ending(head, found, False, found.quorum if found.state == "closing" else reached, MOVED)


def _reveal(situation: Situation, body: Reveal) -> Change | Refused:
    head = situation.head
    if head.talk:
        return TALKING
    found = head.rounds.get(body.round)
    if found is not None and found.kind == "board" and found.state == "closed":
        return Change(then=(CloseRound(found.id, True),)) if found.quorum else NEVER
    found = closable(head, body.round, "board")
    return found if isinstance(found, Refused) else revealing(situation, found, body.idle_out, MOVED)


ACTIVITY = Activity(
    name="board",
    settings=BoardSettings,
    commands=(
        Command("board.open", Nothing, FACILITATOR, _open, NOT_NOW, reads=reads_standing, durable=True),
        Command("board.place", Place, DELEGATE, _place, PLACED, reads=reads_slots, scope=round_scope),
        Command("board.skip", CardInRound, DELEGATE, _skip, NO_SUCH_CARD, reads=reads_slots, scope=round_scope),
        Command("board.close", OneRound, FACILITATOR, _close, NOT_NOW, durable=True),
        Command("board.reveal", Reveal, FACILITATOR, _reveal, ("not_now", "too_few"), durable=True),
        Command("board.again", OneRound, FACILITATOR, _again, NOT_NOW, reads=reads_standing, durable=True),
        Command("board.talk", Talk, FACILITATOR, talk, NOT_NOW, reads=reads_standing, durable=True),
        Command("board.talk_about", TalkAbout, FACILITATOR, talk_about, CARD_NOW, durable=True),
        Command("board.reopen", Reopen, FACILITATOR, _reopen, CARD_NOW, reads=reads_standing, durable=True),
    ),
    parts=(board_parts.BOARD, board_parts.PROGRESS, board_ledger.LEDGER, board_panel.PANEL),
    own=(OwnPart("own_board", OwnBoard, reads_own, own, own_sizes.largest_board, HELD),),
    written=written,
    enter=entered,
    needs_information=is_about_information,
    ahead=ahead,
    rounds=ROUNDS,
    names={"reason": REASONS, "topic": TOPICS, "why": WHYS},
    collections=(*AGAIN, *SECOND, STANDING, UNSEEN),
)
