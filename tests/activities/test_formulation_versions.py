"""Versions of the explanation: kept at three occasions, told two by two, and without the words of a hidden note."""

import json

import pytest

from tests.activities.wall import part
from tests.helpers.table import STEPS, Table
from workshop.activities.formulation_traces import VERSIONS


@pytest.fixture
def table():
    return Table(people=6, step="formulation")


def changed(table, role="facilitator"):
    return table.part("changed", role)


def explain(table, text, part_="because"):
    base = part(table)["explanation"][part_]["version"]
    table.must("formulation.explain", {"part": part_, "text": text, "base": base})


def kept(table):
    return [(one["cause"], one["number"]) for one in changed(table)["versions"]]


def said(table):
    """One note, one sentence, and the room leaves "say it"."""
    table.must("formulation.add", {"section": "known", "text": "Alpha"}, "d1")
    explain(table, "So it was")
    table.must("formulation.phase", {"phase": "say"})
    table.must("formulation.phase", {"phase": "another"})


def test_one_is_kept_when_the_room_first_leaves_say_it_and_not_again(table):
    said(table)
    assert kept(table) == [("said", 0)]
    explain(table, "Or so")
    table.must("formulation.phase", {"phase": "say"})
    table.must("formulation.phase", {"phase": "differ"})
    assert kept(table) == [("said", 0)]


def test_nothing_is_kept_of_what_is_empty_or_has_not_changed(table):
    table.must("formulation.phase", {"phase": "say"})
    table.must("formulation.phase", {"phase": "another"})
    assert kept(table) == []
    said(table)
    table.must("session.next", {"from_step": STEPS["formulation"]})
    assert len(table.collection(VERSIONS.name)) == 1


def test_one_is_kept_before_new_information_and_when_the_room_leaves(table):
    said(table)
    explain(table, "Or so")
    table.must("session.go", {"step": STEPS["plan"]})
    table.must("formulation.add", {"section": "known", "text": "Later"}, "d1")
    table.must("session.go", {"step": STEPS["information"]})
    if not table.head.given:
        table.must("board.open", {})
    found = [one for _, one in sorted(table.collection(VERSIONS.name).items())]
    assert [one["cause"] for one in found] == ["said", "end", "information"]
    assert [bool(one["information"]) for one in found] == [False, False, True]


def test_two_are_compared_the_last_and_now_unless_others_are_chosen(table):
    said(table)
    explain(table, "Or so")
    table.must("formulation.add", {"section": "needs", "text": "Beta"}, "d1")
    found = changed(table)
    assert (found["first"], found["second"], found["on_screen"]) == ("v0001", "now", False)
    assert [one["text"] for one in found["added"]] == ["Beta"] and found["aside"] == []
    assert found["reworded"] == [{"what": "sentence", "place": "because", "before": "So it was", "after": "Or so"}]
    table.must("formulation.compare", {"first": "now", "second": "v0001", "shown": False})
    assert [one["text"] for one in changed(table)["aside"]] == ["Beta"]
    assert table.refused("formulation.compare", {"first": "v0009", "second": "", "shown": True}) == "not_now"


def test_the_room_sees_it_when_it_is_on_the_screen(table):
    said(table)
    explain(table, "Or so")
    explain(table, "The harm", "stayed")
    assert changed(table, "screen")["reworded"] == [] and changed(table, "screen")["stayed"] == ""
    table.must("formulation.compare", {"first": "", "second": "", "shown": True})
    found = changed(table, "screen")
    assert found == changed(table, "delegate") == changed(table)
    assert found["on_screen"] and found["stayed"] == "The harm" and len(found["reworded"]) == 1


def test_the_words_of_a_hidden_note_go_from_all_versions(table):
    said(table)
    id = part(table)["notes"][0]["id"]
    assert "Alpha" in json.dumps(table.collection(VERSIONS.name))
    table.must("formulation.hide", {"note": id})
    assert "Alpha" not in json.dumps(table.collection(VERSIONS.name))
    assert changed(table)["aside"] == []
