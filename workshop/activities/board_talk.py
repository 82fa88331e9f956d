"""The talk-only way: cards and prompts on the screen, nothing on phones, no figures (docs/decisions/025).

A room of fewer than k reaches no quorum, and would stand before a round that cannot be shown. While the room only
talks no placing is open and none is taken. Turning it on or off destroys every placing that is open or was not shown;
a card that was talked about so is not placed in this session any more: four who said aloud where they stand, and a
fifth who comes, would have told where that one does.
"""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from workshop.activities.base import Change, CloseRound, Model, Refused, Situation
from workshop.activities.board_open import MOVED, without_unseen
from workshop.activities.board_parts import talk_cards, talks

CLOSING = Refused("not_now", "board.talk_closing")
NOT_TALKING = Refused("not_now", "board.not_talking")
NO_CARD = Refused("unknown_card", "discussion.no_card")


class Talk(Model):
    talk: bool


class TalkAbout(Model):
    card: str | None = Field(max_length=40)


def talk(situation: Situation, body: Talk) -> Change | Refused:
    """Turn it on or off. Whether that can be done, and what it does, goes by no phone and no answer."""
    head = situation.head
    if head.talk == body.talk:
        return Change()
    if any(r.state == "closing" for r in head.placings):
        return CLOSING
    opened = [r for r in head.placings if r.state == "open"]
    head, gone, then = without_unseen(head, [card for r in head.placings for card in r.cards])
    for r in opened:
        head = head.with_round(replace(r, state="closing", reveal=False, quorum=False))
    there = replace(head, talk=body.talk)
    if talks(there) != talks(situation.head):
        there = replace(there, focus=None, show="all", prompt="")
    closes = tuple(CloseRound(r.id, reveal=False) for r in opened)
    return Change(head=there, put=gone, parts=MOVED | {"session"}, then=(*then, *closes))


def talk_about(situation: Situation, body: TalkAbout) -> Change | Refused:
    """Put a card of this step on the screen, with its first prompt."""
    head, scenario = situation.head, situation.scenario
    if not talks(head):
        return NOT_TALKING
    if body.card is None:
        return Change(head=replace(head, focus=None, show="all", prompt=""), parts=MOVED)
    card = scenario.find_card(body.card)
    if card is None or body.card not in talk_cards(head, scenario):
        return NO_CARD
    talked = head.talked if body.card in head.talked else (*head.talked, body.card)
    prompt = card.notes.prompts[0] if card.notes.prompts else ""
    there = replace(head, focus=body.card, show="focus", prompt=prompt, talked=talked)
    return Change(head=there, parts=MOVED | {"case"})
