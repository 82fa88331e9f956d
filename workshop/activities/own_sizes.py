"""How long a phone's own placements can be: what the frames of every phone are filled up to."""

from __future__ import annotations

from typing import get_args

from workshop.activities.base import View
from workshop.activities.board_bodies import Direction, OwnBoard, OwnPlacement
from workshop.activities.board_parts import round_scale
from workshop.domain.placements import REASONS, TOPICS, WHYS


def largest_board(view: View) -> OwnBoard | None:
    """Every card of the open round, with all that can be said of one. None where no phone has an own part."""
    here = view.head.round_here()
    if here is None or here.kind != "board" or here.state != "open":
        return None
    stages = [s.id for s in round_scale(view.scenario, here).stages]
    longest = max(["xx", *stages], key=len)  # without a stage it is `null`, as long as a stage of two letters
    return OwnBoard(round=here.id, placements={card: _placed(longest, card in here.again) for card in here.cards})


def _placed(stage: str, again: bool) -> OwnPlacement:
    return OwnPlacement(
        stage=stage,
        missing=list(TOPICS),
        reasons=list(REASONS),
        certainty=None,
        skipped=False,
        earlier=stage if again else None,
        direction=max(get_args(Direction), key=len) if again else None,
        why=list(WHYS) if again else [],
    )
