"""The plan: roles and not names, words that nobody loses, needs and where no action answers them, signs."""

import pytest

from tests.helpers.table import ROLES, Table
from workshop.activities import plan_actions as plan
from workshop.domain.plan import TARGETS

WORDS = {"action": "Talk with the school", "why": "", "who": "", "by_when": "", "review": ""}


def action(**more):
    return {"target": "safety", "note": None, **WORDS, **more}


@pytest.fixture
def table():
    return Table(people=3, step="plan")


def part(table):
    views = [table.part("plan", role) for role in ROLES]
    assert views[0] == views[1] == views[2]
    return views[0]


def only(table):
    [found] = part(table)["actions"]
    return found


def test_anybody_adds_an_action(table):
    table.must("plan.add", action(who=" The  DSL ", by_when="Friday", review="In June", why="Safety"), "d1")
    found = only(table)
    assert {k: v for k, v in found.items() if k != "id"} == {
        "target": "safety",
        "action": "Talk with the school",
        "why": "Safety",
        "note": None,
        "who": "The DSL",
        "by_when": "Friday",
        "review": "In June",
        "kind": "",
        "known": "",
        "step_up": "",
        "step_down": "",
        "would": None,
        "version": 1,
    }
    table.must("plan.add", action(target="harmed"))
    assert len(part(table)["actions"]) == 2 and part(table)["targets"] == list(TARGETS)


@pytest.mark.parametrize(("field", "limit"), plan.LIMITS.items())
def test_every_field_has_its_limit(table, field, limit):
    assert table.refused("plan.add", action(**{field: "x" * (limit + 1)}), "d1") == "too_long"
    table.must("plan.add", action(**{field: "x" * limit}), "d1")
    body = {**action(**{field: "x" * (limit + 1)}), "id": only(table)["id"], "base": 1}
    assert table.refused("plan.edit", body, "d1") == "too_long"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"action": "  "}, "empty"),
        ({"target": "blame"}, "invalid"),
        ({"name": "Kim"}, "invalid"),
        ({"who": 7}, "invalid"),
    ],
)
def test_what_is_no_action_is_refused(table, change, code):
    assert table.refused("plan.add", {**action(), **change}, "d1") == code


def test_an_edit_counts_versions(table):
    table.must("plan.add", action(), "d1")
    table.must("plan.edit", {**action(who="The DSL"), "id": only(table)["id"], "base": 1}, "d2")
    assert (only(table)["who"], only(table)["version"], table.counts["actions"]) == ("The DSL", 2, 1)


def test_two_who_edit_at_once_both_keep_their_words(table):
    table.must("plan.add", action(), "d1")
    id = only(table)["id"]
    table.must("plan.edit", {**action(action="First"), "id": id, "base": 1}, "d1")
    table.must("plan.edit", {**action(action="Second"), "id": id, "base": 1}, "d2")
    assert {a["action"]: a["id"] == id for a in part(table)["actions"]} == {"First": True, "Second": False}


def test_an_edit_of_an_action_that_was_removed_keeps_its_words(table):
    table.must("plan.add", action(), "d1")
    id = only(table)["id"]
    for _ in range(2):
        table.must("plan.remove", {"id": id})
    assert part(table)["actions"] == [] and "actions" not in table.counts
    table.must("plan.edit", {**action(action="Still wanted"), "id": id, "base": 1}, "d2")
    assert only(table)["action"] == "Still wanted" and only(table)["id"] != id


def test_only_the_facilitator_removes(table):
    table.must("plan.add", action(), "d1")
    assert table.refused("plan.remove", {"id": only(table)["id"]}, "d1") == "not_allowed"


def test_an_action_that_somebody_wrote_over_can_be_had_back(table):
    table.must("plan.add", action(why="First"), "d1")
    id = only(table)["id"]
    table.must("plan.edit", {**action(why="Over"), "action": "Written over", "id": id, "base": 1}, "d1")
    (item,) = table.part("wordings", "facilitator")["items"]
    assert (item["of"], item["id"], item["before"][0]["text"]) == ("actions", id, "Talk with the school")
    table.must("plan.restore", {"id": id, "version": item["before"][0]["version"]})
    assert (only(table)["action"], only(table)["why"], only(table)["version"]) == ("Talk with the school", "First", 3)
    assert table.refused("plan.restore", {"id": id, "version": 9}) == "not_now"
    assert table.refused("plan.restore", {"id": id, "version": 1}, "d1") == "not_allowed"


@pytest.mark.parametrize("note", ["gone", "\u202etxt.exe", "<b>"])
def test_a_note_that_there_is_not_is_let_go_of_and_the_words_are_kept(table, note):
    table.must("plan.add", action(note=note), "d1")
    assert (only(table)["note"], only(table)["action"]) == (None, "Talk with the school")
    table.must("plan.edit", {**action(note=note, why="Yes"), "id": only(table)["id"], "base": 1}, "d1")
    assert (only(table)["note"], only(table)["why"]) == (None, "Yes")


def test_nudges_name_what_is_missing(table):
    assert part(table)["nudges"] == []
    table.must("plan.add", action(), "d1")
    nudges = part(table)["nudges"]
    assert len(nudges) == 6 and not any("safety" in n for n in nudges)


def test_there_is_an_end_to_a_plan(table, monkeypatch):
    monkeypatch.setattr(plan, "MOST", 1)
    table.must("plan.add", action(), "d1")
    assert table.refused("plan.add", action(), "d1") == "full"
    assert table.refused("plan.edit", {**action(), "id": only(table)["id"], "base": 0}, "d1") == "full"
