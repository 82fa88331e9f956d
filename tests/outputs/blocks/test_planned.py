"""The plan's chapter: actions safety first, then its holes, then its signs; no grid for a plan without one."""

from dataclasses import replace
from itertools import pairwise

from tests.helpers.output import WORDS, told, written
from workshop.outputs.blocks.model import Bullets, Heading, Paragraph, Table
from workshop.outputs.blocks.phrases import Phrases, plain
from workshop.outputs.blocks.planned import plan
from workshop.outputs.model_plan import ActionOutput, PlanOutput

SAID = Phrases(WORDS)
WRITTEN = told(kept=written("Ask first"))
FAMILY = ActionOutput("family", "Ring them", "", None, "", "", "", number=2)


def headed(blocks):
    """What stands under each heading of a list."""
    return {h.text: b for h, b in pairwise(blocks) if isinstance(h, Heading)}


def test_nothing_made_is_no_section():
    assert plan(told(), SAID) is None


def test_the_plan_is_a_table_by_target_safety_first():
    made = replace(WRITTEN.plan, actions=(FAMILY, *WRITTEN.plan.actions))
    table, *_ = plan(replace(WRITTEN, plan=made), SAID).blocks
    assert isinstance(table, Table) and not table.row_heads
    assert [g.title for g in table.groups] == ["Immediate safety", "Family and carers"]
    known = "Ask first; do more if: Ask first; do less if: Ask first"
    row = ("Ask first (3 would do this)", "Ask first (note 1)", "Ask first", "Ask first", known, "Ask first")
    assert table.groups[0].rows == (row,)
    assert table.groups[1].rows == (("Ring them", "–", "–", "–", "–", "–"),)


def test_where_it_reaches_is_told_in_places_with_its_holes_in_words():
    made = replace(WRITTEN.plan, actions=(*WRITTEN.plan.actions, FAMILY), loose=(2,), bare=("environment",))
    blocks = plan(replace(WRITTEN, plan=made), SAID).blocks
    reach = next(b for b in blocks[1:] if isinstance(b, Table))
    assert reach.caption == "1 of 9 places have an action; 8 to fill." and reach.heads == ("For", "Safe now", "Heard")
    rows = {first: rest for first, *rest in reach.groups[0].rows}
    assert (rows["Immediate safety"], rows["Family and carers"]) == (["1", "None yet"], ["–", "None yet"])
    found = headed(blocks)
    assert found["Needs without an action"] == Bullets((plain("Ask first (note 2)"),))
    assert found["Actions without a need: what would each be for?"] == Bullets((plain("Ring them"),))
    assert found["No action yet for"] == Bullets((plain("The wider environment"),))
    assert any(isinstance(b, Paragraph) and b.role == "legend" for b in blocks)


def test_signs_stand_by_side_and_the_review_last():
    blocks = plan(WRITTEN, SAID).blocks
    texts = [h.text for h in blocks if isinstance(h, Heading)][-3:]
    assert texts == ["Signs to step up", "Signs to step down", "Review"]
    assert headed(blocks)["Review"] == Bullets((plain("Ask first (Ask first)"),))


def test_a_plan_of_an_earlier_version_is_its_actions_and_nothing_else():
    (table,) = plan(replace(WRITTEN, plan=PlanOutput(actions=(FAMILY,), loose=(2,))), SAID).blocks
    assert isinstance(table, Table)
