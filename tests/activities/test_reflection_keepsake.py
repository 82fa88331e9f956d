"""What the group made is told once more before phones leave, without what was hidden or reworded since."""

import json

import pytest

from tests.activities import commands_joined, commands_plan, commands_written, rooms_offered, rooms_studio
from tests.activities.commands import CASES
from tests.helpers.table import ROLES, Table
from workshop.activities.reflection_keepsake import KEEPSAKE
from workshop.domain.plan import TARGETS
from workshop.service.view import revision_of

ADDED = (commands_joined, commands_plan, commands_written, rooms_offered, rooms_studio)
"""Their cases are added when imported."""
MADE = [case for case in CASES if case.name.startswith(("plan.", "formulation."))]

ACTION = {"target": TARGETS[0], "note": None, "why": "To belong", "who": "Head of year", "by_when": "", "review": ""}
SIGN = {"id": None, "base": 0, "who": ""}


@pytest.fixture
def table():
    return Table(people=3, step="plan")


def explained(table, part, text, base=0):
    table.go("formulation")
    table.must("formulation.explain", {"part": part, "text": text, "base": base})


def keepsake(table):
    table.go("reflection")
    return table.part("keepsake")


def test_what_the_group_made_is_told_as_it_stands_and_nothing_more(table):
    table.must("plan.add", {**ACTION, "action": "Talk with the school"}, "d1")
    for side, text in (("review", "In June"), ("up", "It comes again")):
        table.must("plan.sign", {**SIGN, "side": side, "text": text}, "d1")
    for part, text in (("rival", "Or a dare."), ("because", "It began with a move."), ("ours_leaves", "Not the night")):
        explained(table, part, text)
    assert keepsake(table) == {
        "actions": [
            {"target": TARGETS[0], "action": "Talk with the school", "who": "Head of year", "by_when": ""},
        ],
        "signs": [
            {"side": "up", "text": "It comes again", "who": ""},
            {"side": "review", "text": "In June", "who": ""},
        ],
        "sentences": [
            {"part": "because", "text": "It began with a move."},
            {"part": "rival", "text": "Or a dare."},
        ],
    }


def test_what_was_removed_or_reworded_while_a_phone_was_away_is_not_in_it(table):
    table.must("plan.add", {**ACTION, "action": "Ring Mrs Adeyemi"}, "d1")
    [action] = table.part("plan")["actions"]
    explained(table, "because", "Mrs Adeyemi left.")
    table.go("plan")
    table.must("plan.remove", {"id": action["id"]})
    explained(table, "because", "Somebody who was near left.", 1)
    told = keepsake(table)
    assert told["actions"] == [] and [s["text"] for s in told["sentences"]] == ["Somebody who was near left."]
    assert "Adeyemi" not in json.dumps(told)


def test_it_is_told_at_the_end_and_to_all_the_same(table):
    assert "keepsake" not in table.parts()
    assert keepsake(table) == {"actions": [], "signs": [], "sentences": []}
    assert [table.part("keepsake", role) for role in ROLES] == [keepsake(table)] * len(ROLES)


@pytest.mark.parametrize("case", MADE, ids=lambda c: f"{c.name} {c.told}".strip())
def test_what_comes_after_the_room_has_moved_on_moves_it_too(case):
    """Words that are saved late, an action that is taken out at the last moment: phones are told at once."""
    table = Table(people=6, step=case.step)
    body = case.before(table)
    before = keepsake(table)
    at = revision_of(table.seen, KEEPSAKE)
    table.does(case.name, body, case.who)
    assert table.part("keepsake") == before or revision_of(table.seen, KEEPSAKE) > at


def test_one_of_these_does_move_it(table):
    table.must("plan.add", {**ACTION, "action": "Ring Mrs Adeyemi"}, "d1")
    [action] = table.part("plan")["actions"]
    assert keepsake(table)["actions"]
    at = revision_of(table.seen, KEEPSAKE)
    table.must("plan.remove", {"id": action["id"]})
    assert table.part("keepsake")["actions"] == [] and revision_of(table.seen, KEEPSAKE) > at
