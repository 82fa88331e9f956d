"""Talking about what the board showed: one card in focus, both ends' reasons, a prompt, before and after; how
practitioners reasoned; over all cards, what the room wants to know and what moved it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from pydantic import Field

from workshop.activities import board_ledger, board_panel, board_parts, board_steps
from workshop.activities.base import (
    FACILITATOR,
    Activity,
    Change,
    Command,
    Model,
    Names,
    Read,
    Refused,
    Seat,
    Situation,
    Whole,
)
from workshop.activities.base_kept import RESULTS
from workshop.activities.base_steps import MOST_CARDS, is_number_of_cards
from workshop.activities.board_stood import wanted
from workshop.activities.codes import CARD_NOW, NOT_NOW
from workshop.activities.jotter import PARTS as NOTED
from workshop.domain.live import Head
from workshop.domain.panel import may_be_shown
from workshop.domain.scenario import Scenario

PICTURE = frozenset({"board", "what_moved", "practitioners", "notes_private"}) | NOTED
OPENS = ("wanted", "ledger")
NOTHING_SHOWN = Refused("not_now", "discussion.nothing_shown")


class DiscussionSettings(Model):
    """`cards`: how many the console leads to before it goes on. `opens`: with what, if there is such."""

    cards: int | None = Field(default=None, ge=1, le=MOST_CARDS)
    opens: Literal["wanted", "ledger"] | None = None


def _written(settings: dict[str, Any], names: Names) -> dict[str, Any]:
    if not is_number_of_cards(settings.get("cards", 1)):
        raise ValueError(f"A discussion takes a number of cards, from 1 to {MOST_CARDS}.")
    if settings.get("opens", OPENS[0]) not in OPENS:
        raise ValueError("A discussion opens with wanted (what the room wants to know) or ledger (what moved it).")
    return settings


def _enter(head: Head, scenario: Scenario) -> Head:
    """What moved the room, or what it wants to know, is on the screen from the beginning, where there is such."""
    opens = head.step.settings.get("opens")
    there = _placed_again(head) if opens == "ledger" else opens == "wanted" and _told(head)
    return replace(head, show=opens) if there and head.focus is None and head.show == "all" else head


class Focus(Model):
    card: str | None = Field(max_length=40)


class Show(Model):
    show: Literal["all", "focus", "response", "shift", "wanted", "panel", "ledger"]


class Prompt(Model):
    text: str = Field(max_length=300)


def _revealed_here(situation: Situation) -> bool:
    """Whether the room sees results now: a board step's own, or in a discussion those of all rounds so far."""
    head, here = situation.head, situation.head.round_here()
    if head.step.activity == "discussion":
        return _told(head) and (here is None or here.state in ("revealed", "closed"))
    return head.step.activity == "board" and here is not None and here.state == "revealed"


def _told(head: Head) -> bool:
    return any(r.state == "revealed" and r.cause != "warm_up" for r in head.placings)


def _focus(situation: Situation, body: Focus) -> Change | Refused:
    if not _revealed_here(situation):
        return NOTHING_SHOWN
    if body.card is not None and situation.scenario.find_card(body.card) is None:
        return Refused("unknown_card", "discussion.no_card")
    here = situation.head.round_here()
    moved = here is not None and body.card in here.again  # of what was just placed again, the first thing is what moved
    show = "shift" if moved else "focus" if body.card else "all"
    return Change(head=replace(situation.head, focus=body.card, show=show, prompt="", pinned=""), parts=PICTURE)


def _show(situation: Situation, body: Show) -> Change | Refused:
    if not _revealed_here(situation):
        return NOTHING_SHOWN
    head = situation.head
    if lacks := _lacks(situation, body.show):
        return lacks
    focus = head.focus or ""
    first = body.show == "panel" and focus not in head.panels
    panels = (*head.panels, focus) if first else head.panels
    there = replace(head, show=body.show, panels=panels, pinned="")  # also where it is under what is pinned
    return Change(head=there, parts=PICTURE)


def _lacks(situation: Situation, show: str) -> Refused | None:
    """Why there is nothing of that to show; None where there is."""
    head, card = situation.head, situation.scenario.find_card(situation.head.focus or "")
    if show == "ledger" and not _placed_again(head):
        return Refused("not_now", "discussion.no_ledger")
    if show == "wanted" and not wanted(head, situation.wholes[RESULTS]):
        return Refused("not_now", "discussion.no_wanted")
    if show in ("focus", "response", "shift", "panel") and card is None:
        return Refused("not_now", "discussion.no_focus")
    if show == "response" and not _responded(head):
        return Refused("not_now", "discussion.no_response")
    if show == "panel" and not may_be_shown(head, card):
        return Refused("not_now", "discussion.no_panel")
    return None


def _reads_results(head: Head, body: Show, seat: Seat) -> tuple[Read, ...]:
    return (Whole(RESULTS),) if body.show == "wanted" else ()


def _placed_again(head: Head) -> bool:
    return any(r.state == "revealed" and r.again for r in head.placings)


def _responded(head: Head) -> bool:
    """Whether the card in focus was shown with a second question."""
    return any(r.state == "revealed" and head.focus in r.second for r in head.placings)


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
        Command("discussion.show", Show, FACILITATOR, _show, NOT_NOW, reads=_reads_results),
        Command("discussion.prompt", Prompt, FACILITATOR, _prompt),
    ),
    parts=(board_parts.BOARD, board_parts.PROGRESS, board_ledger.LEDGER, board_panel.PANEL),
    enter=_enter,
    written=_written,
    ahead=board_steps.ahead_of_talk,
)
