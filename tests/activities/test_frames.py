"""The law of frames: what an audience knew, with the parts that moved put over it, is what a new arrival is given.

For every command of every activity, in every situation that is listed for it, and for any walk through a workshop.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.activities import examples
from tests.activities.commands import CASES, Case
from tests.helpers.table import ONE_MORE, ROLES, STEPS, Parts, Table
from workshop.activities.base import Refused, Role
from workshop.activities.registry import COMMANDS
from workshop.service import view
from workshop.service.ports import Snapshot

assert examples, "with it come the cases of every activity"
WALKED = [case for case in CASES if case.step in (*STEPS, ONE_MORE)]


def frame(table: Table, role: Role, before: Snapshot, now: Snapshot) -> Parts:
    """The parts that moved since, by their revisions alone."""
    moved = tuple(p for p in view.parts_for(now, role) if view.revision_of(now, p) > before.rev)
    return view.build(view.view_of(table.context, now), moved, role)


def after(known: Parts, moved: Parts, before: Snapshot, now: Snapshot) -> Parts:
    """What a client knows then: a step's full frame makes it forget what is not in it."""
    same_place = (before.head.step.id, before.head.state) == (now.head.step.id, now.head.state)
    return {**known, **moved} if same_place else moved


def assert_law(table: Table, known: dict[Role, Parts], before: Snapshot) -> None:
    now = table.seen
    for role in ROLES:
        told = after(known[role], frame(table, role, before, now), before, now)
        assert told == table.parts(role, now), f"{role}: {differing(told, table.parts(role, now))} moved untold"


def differing(a: Parts, b: Parts) -> list[str]:
    return sorted(name for name in {*a, *b} if a.get(name) != b.get(name))


def everybody(table: Table) -> dict[Role, Parts]:
    return {role: table.parts(role) for role in ROLES}


def test_every_command_has_a_situation():
    assert {c.name for c in CASES} == set(COMMANDS)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.name} {c.told}".strip())
def test_what_was_known_and_what_moved_is_what_a_new_arrival_sees(case: Case):
    table = Table(people=6, step=case.step)
    body = case.before(table)
    before, known = table.seen, everybody(table)
    done = table.does(case.name, body, case.who)
    assert isinstance(done, Refused) == case.told.endswith("refused"), done
    assert_law(table, known, before)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.name} {c.told}".strip())
def test_nothing_that_one_does_changes_what_another_phone_gets_back_of_its_own(case: Case):
    table = Table(people=6, step=case.step)
    body = case.before(table)
    own = {who: table.own(who) for who in table.tokens if who != case.who}
    place = standing(table)
    table.does(case.name, body, case.who)
    if standing(table) == place:
        assert {who: table.own(who) for who in own} == own


def standing(table: Table) -> Any:
    head = table.head
    choosing = table.parts("delegate").get("offers", {}).get("choosing")
    return head.state, head.position, {r.id: r.state for r in head.rounds.values()}, choosing


@pytest.mark.parametrize("case", [c for c in CASES if not c.who], ids=lambda c: f"{c.name} {c.told}".strip())
def test_what_a_facilitator_does_shows_the_delegates_and_the_projector_the_same(case: Case):
    table = Table(people=6, step=case.step)
    table.does(case.name, case.before(table))
    phone, screen = table.parts("delegate"), table.parts("screen")
    phone["session"] = {**phone["session"], "code": screen["session"]["code"]}
    for alone in ("what_moved", "practitioners", "pinned"):  # the projector's, while it is shown there
        there = screen.pop(alone, None)
        assert there is None or (case.name, alone) in (("discussion.show", "practitioners"), ("jotter.pin", "pinned"))
    for parts in (phone, screen):
        if "formulation" in parts:  # phones have the explanation as a list
            parts["formulation"] = {**parts["formulation"], "picture": None}
    assert phone == screen


def test_somebody_who_comes_moves_what_counts_people():
    for step in STEPS:
        table = Table(people=1, step=step)
        before, known = table.seen, everybody(table)
        table.sit("late")
        assert_law(table, known, before)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WALKED), max_size=6))
def test_the_law_holds_along_any_walk(walk: list[Case]):
    """Cases one after the other in one room; what does not fit there is refused, and that too moves nothing untold."""
    table = Table(people=6, also=ONE_MORE)
    for case in walk:
        before, known = table.seen, everybody(table)
        if table.head.state == "ended":
            return
        table.go(case.step)
        assert_law(table, known, before)
        try:
            body = case.before(table)
        except (AssertionError, IndexError, KeyError, TypeError, ValueError):
            continue  # the way there is not open from here
        before, known = table.seen, everybody(table)
        table.does(case.name, body, case.who)
        assert_law(table, known, before)
