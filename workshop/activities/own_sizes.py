"""How long a phone's own placements can be: what the frames of every phone are filled up to."""

from __future__ import annotations

from workshop.activities.base import View
from workshop.activities.board_bodies import OwnBoard, OwnPlacement
from workshop.activities.board_parts import round_scale
from workshop.domain.placements import REASONS, TOPICS


def largest_board(view: View) -> OwnBoard | None:
    """Every card of the open round, with all that can be said of one. None where no phone has an own part."""
    here = view.head.round_here()
    if here is None or here.kind != "board" or here.state != "open":
        return None
    stages = [s.id for s in round_scale(view.scenario, here).stages]
    placed = OwnPlacement(
        stage=max(["xx", *stages], key=len),  # without a stage it is `null`, as long as a stage of two letters
        missing=list(TOPICS),
        reasons=list(REASONS),
        certainty=None,
        skipped=False,
    )
    return OwnBoard(round=here.id, placements=dict.fromkeys(here.cards, placed))
