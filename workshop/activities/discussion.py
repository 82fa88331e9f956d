"""Talking about what the board showed: one card in focus, both ends' reasons, a prompt, before and after."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from pydantic import Field

from workshop.activities import board_ledger, board_parts, board_steps
from workshop.activities.base import FACILITATOR, Activity, Change, Command, Model, Names, Refused, Situation
from workshop.activities.base_steps import MOST_CARDS, is_number_of_cards
from workshop.activities.codes import CARD_NOW, NOT_NOW

PICTURE = frozenset({"board", "what_moved", "notes_private"})
NOTHING_SHOWN = Refused("not_now", "discussion.nothing_shown")


class DiscussionSettings(Model):
    cards: int | None = Field(default=None, ge=1, le=MOST_CARDS)


def _written(settings: dict[str, Any], names: Names) -> dict[str, Any]:
    if not is_number_of_cards(settings.get("cards", 1)):
        raise ValueError(f"A discussion takes a number of cards, from 1 to {MOST_CARDS}.")
    return settings


class Focus(Model):
    card: str | None = Field(max_length=40)


class Show(Model):
    show: Literal["all", "focus", "response", "shift", "ledger"]


class Prompt(Model):
    text: str = Field(max_length=300)


def _revealed_here(situation: Situation) -> bool:
    """Whether the room sees results now: a board step's own, or in a discussion those of all rounds so far."""
    head, here = situation.head, situation.head.round_here()
    if head.step.activity == "discussion":
        told = any(r.state == "revealed" and r.cause != "warm_up" for r in head.placings)
        return told and (here is None or here.state in ("revealed", "closed"))
    return head.step.activity == "board" and here is not None and here.state == "revealed"


def _focus(situation: Situation, body: Focus) -> Change | Refused:
    if not _revealed_here(situation):
        return NOTHING_SHOWN
    if body.card is not None and situation.scenario.find_card(body.card) is None:
        return Refused("unknown_card", "discussion.no_card")
    here = situation.head.round_here()
    moved = here is not None and body.card in here.again  # of what was just placed again, the first thing is what moved
    show = "shift" if moved else "focus" if body.card else "all"
    return Change(head=replace(situation.head, focus=body.card, show=show, prompt=""), parts=PICTURE)


def _show(situation: Situation, body: Show) -> Change | Refused:
    if not _revealed_here(situation):
        return NOTHING_SHOWN
    if body.show == "ledger" and not _placed_again(situation):
        return Refused("not_now", "discussion.no_ledger")
    if body.show in ("focus", "response", "shift") and situation.head.focus is None:
        return Refused("not_now", "discussion.no_focus")
    if body.show == "response" and not _responded(situation):
        return Refused("not_now", "discussion.no_response")
    return Change(head=replace(situation.head, show=body.show), parts=PICTURE)


def _responded(situation: Situation) -> bool:
    """Whether the card in focus was shown with a second question."""
    return any(r.state == "revealed" and situation.head.focus in r.second for r in situation.head.placings)


def _placed_again(situation: Situation) -> bool:
    return any(r.state == "revealed" and r.again for r in situation.head.placings)


def _prompt(situation: Situation, body: Prompt) -> Change | Refused:
    """Only the case study's own prompts are shown: nobody types onto the projector in the heat of a discussion."""
    card = situation.scenario.find_card(situation.head.focus or "")
    if body.text and (card is None or body.text not in card.notes.prompts):
        return Refused("invalid", "discussion.no_prompt")
    return Change(head=replace(situation.head, prompt=body.text), parts=PICTURE)


ACTIVITY = Activity(
    name="discussion",
    settings=DiscussionSettings,
    commands=(
        Command("discussion.focus", Focus, FACILITATOR, _focus, CARD_NOW),
        Command("discussion.show", Show, FACILITATOR, _show, NOT_NOW),
        Command("discussion.prompt", Prompt, FACILITATOR, _prompt),
    ),
    parts=(board_parts.BOARD, board_parts.PROGRESS, board_ledger.LEDGER),
    written=_written,
    ahead=board_steps.ahead_of_talk,
)
