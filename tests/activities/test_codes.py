"""Refusal codes: what a command declares is what it answers, no more (tests/helpers/declared.py) and no less."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest

from tests.activities import (
    commands_agreed,
    commands_care,
    commands_joined,
    commands_plan,
    commands_talk,
    commands_written,
    rooms_offered,
    rooms_studio,
    test_pace,
)
from tests.activities.commands import CASES, Case
from tests.helpers.declared import Undeclared, watched
from tests.helpers.table import Table
from workshop.activities.base import Refused
from workshop.activities.registry import COMMANDS
from workshop.service import quotas

ADDED = (
    *(commands_agreed, commands_care, commands_joined, commands_plan, commands_talk, commands_written),
    *(rooms_offered, rooms_studio, test_pace),
)
"""Their cases are added when imported."""
Spoilt = Callable[[Table, dict[str, Any]], dict[str, Any]]
TEXTS = ("text", "action")
ELSEWHERE = {
    "round": "r9",
    "note": "gone",
    "source": "gone",
    "link": "gone",
    "card": "c999",
    "cards": ["c999"],
    "stage": "nowhere",
    "step": "s99",
    "id": "gone",
    "from_step": "s99",
    "question": "gone",
    "version": 99,
    "base": 99,
}


def named(value: str) -> Spoilt:
    """One field points at what is not there."""
    return lambda table, body: {**body, value: ELSEWHERE[value]} if body.get(value) else body


def written(text: str) -> Spoilt:
    """Other words."""
    return lambda table, body: {**body, **{f: text for f in TEXTS if body.get(f)}}


def as_it_is(table: Table, body: dict[str, Any]) -> dict[str, Any]:
    return body


SPOILT: dict[str, Spoilt] = {
    **{f"another {field}": named(field) for field in ELSEWHERE},
    "too long": written("x" * 9_000),
    "of spaces": written("  \t "),
}


def answers(case: Case, spoil: Spoilt, fresh: bool) -> str:
    """The code that a case's command is refused with, spoilt so; "" when it is done. `fresh`: in a room of before."""
    there = Table(people=12, step=case.step)
    body = spoil(there, case.before(there))
    answer = (Table(people=12) if fresh else there).does(case.name, body, case.who)
    return answer.code if isinstance(answer, Refused) else ""


@pytest.fixture(scope="module")
def heard() -> dict[str, set[str]]:
    """Command → all codes that it was ever refused with, in all these ways."""
    found: dict[str, set[str]] = defaultdict(set)
    for case in CASES:
        there = Table(people=12, step=case.step)
        body = case.before(there)
        for spoil in (spoil for spoil in SPOILT.values() if spoil(there, body) != body):
            found[case.name].add(answers(case, spoil, False))
        for fresh in (False, True):
            found[case.name].add(answers(case, as_it_is, fresh))
    for case in CASES:
        if case.who:
            found[case.name].add(by_who_may_do_no_more(case))
    return found


def by_who_may_do_no_more(case: Case) -> str:
    """As `answers`, by a phone that has used up whatever is limited."""
    there, steps = Table(people=12, step=case.step), quotas._steps
    body = case.before(there)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quotas, "_steps", lambda *what: [replace(step, most=0) for step in steps(*what)])
        answer = there.does(case.name, body, case.who)
    return answer.code if isinstance(answer, Refused) else ""


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_answers_with_every_code_that_it_declares(name, heard):
    assert heard[name] - {"", "invalid"} == set(COMMANDS[name].refuses)


def test_a_rule_that_answers_with_another_code_is_found_out():
    table, refusing = Table(people=1), replace(COMMANDS["session.go"], refuses=())
    with pytest.MonkeyPatch.context() as patch, watched(refusing):
        patch.setitem(cast(dict, COMMANDS), "session.go", refusing)
        with pytest.raises(Undeclared):
            table.does("session.go", {"step": "s99"})
