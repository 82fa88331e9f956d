"""The second question of a card, what would you do: asked with the stage, kept apart from it, and counted by itself.

It comes in the message of the stage, of everybody who places or needs to know more, and lies under slots that have
nothing to do with those of the stage. So nobody can say of anybody's answer where its writer placed the card.
"""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities.base import Refused, Situation, Slice
from workshop.activities.board_bodies import OwnResponse, Place, Response
from workshop.activities.board_standing import second_of
from workshop.domain.live import Round
from workshop.domain.scenario import Scale
from workshop.domain.standing import Standing

Since = tuple[str, str]


def since(standing: Standing) -> Since:
    """The newest round that counted, and the one of the picture told last: what a phone goes by."""
    return standing.round, standing.reference


def asked_too(situation: Situation, cards: tuple[str, ...], before: Mapping[str, Standing]) -> dict[str, Since | None]:
    """Of which cards a new round asks it: those of which it was asked before; in a step that asks it, first ones."""
    if situation.scenario.second is None:
        return {}
    asks = situation.head.step.settings.get("second") == situation.scenario.second.id
    stood = {card: before.get(second_of(card)) for card in cards}
    return {c: since(at) if at else None for c, at in stood.items() if at or (asks and c not in before)}


def response_refused(scale: Scale | None, found: Round | None, body: Place) -> Refused | None:
    """Why an answer to it is not taken; None where it is, or where there is none."""
    said = body.response
    if said is None:
        return None
    if scale is None or found is None or body.card not in found.second:
        return Refused("invalid", "board.no_second")
    known = {None, *(s.id for s in scale.stages)}
    if said.level not in known or said.earlier not in known:
        return Refused("unknown_stage", "board.no_stage")
    again = found.second[body.card] is not None
    if again and said.direction is None:
        return Refused("invalid", "board.placed_before")
    if not again and (said.direction is not None or said.earlier is not None):
        return Refused("invalid", "board.first_time")
    return None


def sheets_of(said: Response | None) -> dict[str, Slice | None]:
    """What it leaves in each of its collections: nothing where it was passed over, or is asked for the first time."""
    moved = said is not None and said.direction is not None
    return {
        "responses": {"stage": said.level} if said else None,
        "responses_earlier": {"stage": said.earlier, "left": said.level != said.earlier} if said and moved else None,
        "responses_moves": {"direction": said.direction} if said and moved else None,
    }


def own_response(sheets: Mapping[str, Slice], card: str) -> OwnResponse | None:
    """What a phone gets back of its own answer."""
    said = sheets.get("responses", {}).get(card)
    if said is None:
        return None
    moved = sheets.get("responses_moves", {}).get(card)
    if moved is None:
        return OwnResponse(level=said["stage"])
    earlier = sheets["responses_earlier"][card]["stage"]
    return OwnResponse(level=said["stage"], earlier=earlier, direction=moved["direction"])
