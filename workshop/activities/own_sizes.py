"""How long a phone's own placements can be: what the frames of every phone are filled up to."""

from __future__ import annotations

from typing import get_args

from workshop.activities.base import View
from workshop.activities.board_bodies import Direction, OwnBoard, OwnPlacement, OwnResponse
from workshop.activities.board_parts import round_scale
from workshop.domain.live import Round
from workshop.domain.placements import REASONS, TOPICS, WHYS

LONGEST_WAY = max(get_args(Direction), key=len)


def largest_board(view: View) -> OwnBoard | None:
    """Every card of the open round, with all that can be said of one. None where no phone has an own part."""
    here = view.head.round_here()
    if here is None or here.kind != "board" or here.state != "open":
        return None
    stages = [s.id for s in round_scale(view.scenario, here).stages]
    longest = max(["xx", *stages], key=len)  # without a stage it is `null`, as long as a stage of two letters
    said = {card: _placed(longest, card in here.again, _response(view, here, card)) for card in here.cards}
    return OwnBoard(round=here.id, placements=said)


def _response(view: View, here: Round, card: str) -> OwnResponse | None:
    """Of a card without a second question there is none: `null`, in everybody's frame."""
    if card not in here.second or view.scenario.second is None:
        return None
    longest = max(["xx", *(s.id for s in view.scenario.second.stages)], key=len)
    again = here.second[card] is not None
    return OwnResponse(level=longest, earlier=longest if again else None, direction=LONGEST_WAY if again else None)


def _placed(stage: str, again: bool, response: OwnResponse | None) -> OwnPlacement:
    return OwnPlacement(
        stage=stage,
        missing=list(TOPICS),
        reasons=list(REASONS),
        certainty=None,
        skipped=False,
        earlier=stage if again else None,
        direction=LONGEST_WAY if again else None,
        why=list(WHYS) if again else [],
        response=response,
    )
