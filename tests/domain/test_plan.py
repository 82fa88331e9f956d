"""The plan: which notes are needs, where it reaches and where not, and what it usually lacks."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.plan import (
    ASKING,
    MOST_ASKED,
    NUDGES,
    TARGETS,
    Action,
    Mark,
    Note,
    asked,
    called_now,
    coverage,
    kind_of,
    needs_of,
    nudges,
)

KINDS = ("safe", "heard", "belonging")
WHOLE = [Action(t, t, "safe", None, "The DSL", "Friday", "In June") for t in TARGETS]
notes = st.lists(
    st.builds(
        Note,
        id=st.uuids().map(str),
        section=st.sampled_from([*ASKING, "known", "rival"]),
        text=st.text(max_size=5),
        support=st.integers(0, 9),
    ),
    max_size=60,
)
names = st.sampled_from("abcdef")
marks = st.dictionaries(names, st.builds(Mark, target=st.sampled_from(TARGETS), kind=st.sampled_from(KINDS)))
actions = st.lists(
    st.builds(
        Action,
        id=st.uuids().map(str),
        target=st.sampled_from(TARGETS),
        kind=st.sampled_from(("", *KINDS)),
        note=st.none() | names,
        who=st.just(""),
        by_when=st.just(""),
        review=st.just(""),
    ),
    max_size=8,
)
places = st.sets(st.tuples(st.sampled_from(TARGETS), st.sampled_from(KINDS)))


@given(marks, actions, places)
def test_every_place_is_filled_open_or_set_aside_and_every_action_stands_once(needs, plan, aside):
    found = coverage(KINDS, needs, plan, aside)
    assert [(c.target, c.kind) for c in found.cells] == [(t, k) for t in TARGETS for k in KINDS]
    assert sum(c.actions for c in found.cells) + len(found.loose) == len(plan)
    for c in found.cells:
        assert (c.state == "filled") == (c.actions > 0)
        assert (c.state == "aside") == (c.actions == 0 and (c.target, c.kind) in aside)
    assert set(found.needs) == set(needs) - {a.note for a in plan}
    assert set(found.loose) == {a.id for a in plan if not kind_of(a, needs)}
    used = {a.target for a in plan}
    assert not used & set(found.bare)


@given(marks, actions)
def test_what_an_action_answers_is_told_whatever_the_order(needs, plan):
    found, back = coverage(KINDS, needs, plan, set()), coverage(KINDS, needs, plan[::-1], set())
    assert (found.cells, found.needs, found.bare) == (back.cells, back.needs, back.bare)


def test_an_empty_plan_is_open_everywhere_and_nothing_is_set_aside_by_itself():
    found = coverage(KINDS, {}, [], set())
    assert {c.state for c in found.cells} == {"open"} and found.bare == TARGETS and not found.needs + found.loose


def test_a_target_whose_places_were_all_set_aside_is_no_hole():
    aside = {("family", kind) for kind in KINDS}
    assert "family" not in coverage(KINDS, {}, [], aside).bare
    assert "family" in coverage(KINDS, {}, [], aside - {("family", "safe")}).bare


def test_a_case_study_without_kinds_of_need_has_no_grid():
    found = coverage((), {}, WHOLE[:1], set())
    assert (found.cells, found.bare) == ((), TARGETS[1:])


def test_a_mark_follows_its_note_into_another_whose_own_goes_before():
    now = called_now({"b": ["a"], "d": ["c"]})
    first, own = Mark("harmed", "safe"), Mark("family", "heard")
    assert needs_of({"a": first, "gone": own}, now, KINDS) == {"b": first}
    assert needs_of({"a": first, "b": own}, now, KINDS) == {"b": own}
    assert needs_of({"d": Mark("harmed", "another")}, now, KINDS) == {}


@given(notes)
def test_notes_that_usually_ask_for_an_action_come_first_the_best_supported_first(wall):
    taken = {n.id for n in wall[:3]}
    found = asked(wall, taken)
    assert len(found) == min(MOST_ASKED, len(wall) - len(taken)) and not {n.id for n in found} & taken
    assert [n.section in ASKING for n in found] == sorted((n.section in ASKING for n in found), reverse=True)
    assert found == asked(wall[::-1], taken)


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
