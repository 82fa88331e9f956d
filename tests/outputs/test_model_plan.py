"""What is asked of a plan that leaves: whether there is any, and whether the room used the grid."""

from workshop.domain.plan import Cell
from workshop.outputs.model_plan import ActionOutput, NeededOutput, PlanOutput, SignOutput

ACTION = ActionOutput("family", "Ring them", "", None, "", "", "")
NEED = NeededOutput(1, "To belong", "family", "safe", met=False)


def test_a_plan_with_any_word_of_the_rooms_is_not_empty():
    assert PlanOutput(cells=(Cell("family", "safe", 0, "open"),), bare=("family",)).is_empty
    sign = SignOutput("Again", "")
    for made in (PlanOutput((ACTION,)), PlanOutput(needs=(NEED,)), PlanOutput(up=(sign,)), PlanOutput(review=sign)):
        assert not made.is_empty


def test_the_grid_is_told_when_a_need_a_kind_or_a_hand_has_touched_it():
    assert not PlanOutput((ACTION,), cells=(Cell("family", "safe", 0, "open"),)).is_mapped
    assert PlanOutput(needs=(NEED,)).is_mapped and PlanOutput(cells=(Cell("family", "safe", 0, "aside"),)).is_mapped
    assert PlanOutput((ActionOutput("family", "Ring them", "", None, "", "", "", kind="safe"),)).is_mapped
    assert PlanOutput(needs=(NEED, NeededOutput(2, "A", "family", "safe", met=True))).unmet == (NEED,)
