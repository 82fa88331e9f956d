"""The plan: which notes ask for an action, and what a plan usually lacks."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.plan import ASKING, MOST_NEEDS, NUDGES, TARGETS, Action, Need, nudges, unmet

WHOLE = [Action(t, t, "Do", "So", None, "The DSL", "Friday", "In June") for t in TARGETS]
needs = st.lists(
    st.builds(
        Need,
        note=st.uuids().map(str),
        text=st.text(max_size=5),
        section=st.sampled_from([*ASKING, "known", "rival"]),
        support=st.integers(0, 9),
    ),
    max_size=30,
)


@given(needs, st.data())
def test_only_needs_that_no_action_answers_are_open_best_supported_first(wall, data):
    answered = data.draw(st.sets(st.sampled_from([n.note for n in wall]))) if wall else set()
    found = unmet(wall, [Action("a", "safety", "Do", "", note, "", "", "") for note in answered])
    asking = [n for n in wall if n.section in ASKING and n.note not in answered]
    assert set(found) <= set(asking) and len(found) == min(MOST_NEEDS, len(asking))
    assert [n.support for n in found] == sorted((n.support for n in asking), reverse=True)[:MOST_NEEDS]
    assert found == unmet(wall[::-1], [Action("a", "safety", "Do", "", note, "", "", "") for note in answered])


def test_an_empty_plan_is_not_nagged_and_a_whole_one_has_nothing_missing():
    assert nudges([]) == nudges(WHOLE) == []


def test_a_target_without_an_action_is_named():
    for target in TARGETS:
        assert nudges([a for a in WHOLE if a.target != target]) == [(target, 0)]


def test_actions_without_a_role_or_a_date_are_counted():
    first, second, *rest = WHOLE
    one = nudges([replace(first, who=""), second, *rest])
    two = nudges([replace(first, who=""), replace(second, by_when=""), *rest])
    assert (one, two) == ([("loose", 1)], [("loose", 2)])


def test_a_plan_without_a_review_is_asked_for_one():
    assert nudges([replace(a, review="") for a in WHOLE]) == [("review", 0)]


def test_what_is_lacking_is_of_a_closed_list():
    bare = [replace(WHOLE[0], who="", review="")]
    assert [id for id, _ in nudges(bare)] == [id for id in NUDGES if id != WHOLE[0].target]
