"""Support is a set of phones, told in gathered steps; words that somebody wrote over can be had back."""

import pytest

from tests.activities.wall import note, part, support, write
from tests.helpers.table import Table


@pytest.fixture
def table():
    return Table(people=4, step="formulation")


def test_support_counts_a_seat_once_and_can_be_taken_back(table):
    a = write(table, "One")
    support(table, a, "d1", "d1", "d2", "d3", "d4")
    assert note(table, a)["support"] == 4
    table.sit("d5")
    assert (table.own("d1")["own_support"], table.own("d5")["own_support"]) == ({"notes": [a]}, {"notes": []})
    for who in ("d1", "d1", "d5"):
        table.must("formulation.support", {"note": a, "on": False}, who)
    table.moment("support")
    assert note(table, a)["support"] == 3 and table.own("d1")["own_support"] == {"notes": []}


def test_fewer_than_three_are_nothing_and_none_of_them_is_told_by_the_way(table):
    a = write(table, "One")
    seen = [part(table)]
    for who in ("d1", "d2"):
        support(table, a, who)
        seen.append(part(table))
    assert seen == [seen[0]] * 3 and note(table, a)["support"] is None
    assert f"support:{a}" not in table.counts
    support(table, a, "d3")
    assert note(table, a)["support"] == 3
    table.must("formulation.support", {"note": a, "on": False}, "d3")
    table.moment("support")
    assert note(table, a)["support"] is None and f"support:{a}" not in table.counts


def test_no_tap_moves_anything_until_it_is_gathered(table):
    a = write(table, "One")
    support(table, a, "d1", "d2", "d3")
    before = part(table), table.seen.rev, dict(table.seen.parts)
    table.must("formulation.support", {"note": a, "on": True}, "d4")
    assert (part(table), table.seen.rev, dict(table.seen.parts)) == before
    table.must("formulation.gather", {})
    assert note(table, a)["support"] == 4


def test_gathering_again_and_again_tells_of_no_single_tap(table):
    a = write(table, "One")
    support(table, a, "d1", "d2", "d3")
    table.must("formulation.gather", {})
    table.must("formulation.support", {"note": a, "on": True}, "d4")
    table.must("formulation.gather", {})
    assert note(table, a)["support"] == 3, "it was gathered only just before"


def test_one_phone_that_supports_its_own_notes_and_merges_them_is_one(table):
    first, *others = [write(table, f"Own note {n}") for n in range(5)]
    for own in (first, *others):
        table.must("formulation.support", {"note": own, "on": True}, "d1")
    for who in ("d2", "d3"):
        table.must("formulation.support", {"note": first, "on": True}, who)
    for other in others:
        body = {"note": other, "into": first, "text": "All", "note_base": 1}
        table.must("formulation.merge", {**body, "base": note(table, first)["version"]})
    table.moment("support")
    assert note(table, first)["support"] == 3 and set(note(table, first)["merged"]) == set(others)
    table.must("formulation.support", {"note": first, "on": False}, "d1")
    table.moment("support")
    assert note(table, first)["support"] is None and table.own("d1")["own_support"] == {"notes": []}


def test_words_that_somebody_wrote_over_can_be_had_back_the_first_and_the_last_few(table):
    a = write(table, "One")
    for n in range(15):
        table.must("formulation.edit", {"note": a, "text": f"Over {n}", "base": n + 1}, f"d{1 + n % 4}")
    (item,) = table.part("wordings", "facilitator")["items"]
    assert [w["text"] for w in item["before"]] == [*(f"Over {n}" for n in range(13, 1, -1)), "One"]
    chosen = next(w for w in item["before"] if w["text"] == "Over 2")
    table.must("formulation.restore", {"note": a, "version": chosen["version"]})
    assert (note(table, a)["text"], note(table, a)["version"]) == ("Over 2", 17)
    assert table.part("wordings", "facilitator")["items"][0]["before"][0]["text"] == "Over 14"
    assert table.refused("formulation.restore", {"note": a, "version": 2}) == "not_now", "no longer kept"
    assert table.refused("formulation.restore", {"note": a, "version": chosen["version"]}, "d1") == "not_allowed"
    assert "wordings" not in table.parts("delegate") and "wordings" not in table.parts("screen")


def test_words_of_both_notes_survive_a_merge(table):
    a, b = write(table, "A"), write(table, "B")
    table.must("formulation.merge", {"note": a, "into": b, "text": "Neither", "base": 1, "note_base": 1})
    (item,) = table.part("wordings", "facilitator")["items"]
    assert {w["text"] for w in item["before"]} == {"A", "B"}
    for words in item["before"]:
        table.must("formulation.restore", {"note": b, "version": words["version"]})
        assert note(table, b)["text"] == words["text"]


def test_what_is_saved_while_the_facilitator_types_hides_no_earlier_words(table):
    table.must("formulation.explain", {"part": "eased", "text": "What the room agreed", "base": 0})
    for n, text in enumerate(["W", "Wh", "Wha", "What", "What e", "What else"], 1):
        table.must("formulation.explain", {"part": "eased", "text": text, "base": n, "writing": "w1"})
    (item,) = table.part("wordings", "facilitator")["items"]
    assert [w["text"] for w in item["before"]] == ["What the room agreed"]
    table.must("formulation.recall", {"part": "eased", "version": item["before"][0]["version"]})
    assert part(table)["explanation"]["eased"]["text"] == "What the room agreed"


def test_the_explanation_can_be_had_back(table):
    for n, text in enumerate(("First", "Second")):
        table.must("formulation.explain", {"part": "eased", "text": text, "base": n})
    table.must("formulation.recall", {"part": "eased", "version": 1})
    assert part(table)["explanation"]["eased"] == {"text": "First", "version": 3}
    assert table.refused("formulation.recall", {"part": "rival", "version": 1}) == "not_now"
