"""The plan that leaves: numbers for ids, holes, signs, and plans of an earlier version."""

from tests.helpers.case import CASE
from tests.helpers.output import checkpoint, told, written
from workshop.domain.plan import TARGETS
from workshop.outputs.anonymise_plan import plan_told

OLD = {
    "target": "safety",
    "action": "Ask",
    "why": "So",
    "note": None,
    "who": "",
    "by_when": "",
    "review": "",
    "version": 1,
}


def test_notes_and_actions_are_numbers_and_holes_name_them():
    made = told(kept=written("Ask first")).plan
    assert [(n.note, n.met) for n in made.needs] == [(1, True), (2, False)]
    (action,) = made.actions
    assert (action.number, action.note, action.kind, action.would) == (1, 1, "safe", 3)
    assert (made.loose, [n.note for n in made.unmet]) == ((), [2])
    assert {(c.target, c.kind): c.state for c in made.cells}["family", "safe"] == "aside"
    assert made.bare == TARGETS[1:] and (len(made.up), len(made.down), made.review.who) == (1, 1, "Ask first")


def test_below_three_nobody_would_do_it():
    kept = written("Ask first")
    kept.support["a1"] = 2
    assert told(kept=kept).plan.actions[0].would is None


def test_a_need_is_told_under_the_note_that_its_own_went_into():
    note = {"section": "needs", "text": "To belong", "version": 2, "merged": ["old"]}
    action = {**OLD, "note": "old"}
    kept = checkpoint(notes={"n": note}, actions={"a": action}, marked={"old": {"target": "harmed", "kind": "safe"}})
    made = told(kept=kept).plan
    assert (made.needs[0].text, made.needs[0].met, made.actions[0].note) == ("To belong", True, 1)


def test_what_an_earlier_version_kept_is_told_without_a_grid_of_its_own():
    made = plan_told(CASE, checkpoint(actions={"a": OLD}), {})
    assert not made.is_mapped and not made.is_empty and made.actions[0].kind == "" and made.review is None
