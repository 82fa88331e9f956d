"""Alike notes are offered, never merged by themselves: three phones fold them, or the facilitator, who unfolds them."""

import pytest

from tests.activities.commands_joined import ALIKE, one_idea, stack
from tests.activities.wall import gather, note, part, support, write
from tests.helpers.table import ROLES, Table
from workshop.activities.formulation_fold import stack_of


@pytest.fixture
def table():
    table = Table(people=6, step="formulation")
    table.must("formulation.phase", {"phase": "sort"})
    return table


def offered(table):
    return table.part("stacks")["offered"]


def folded(table):
    return table.part("stacks")["folded"]


def texts(table):
    return {n["text"] for n in part(table)["notes"]}


def test_alike_notes_of_one_area_are_offered_and_nothing_happens_by_itself(table):
    body = stack(table)
    write(table, ALIKE[0], "protective")
    assert offered(table) == [{"id": body["stack"], "notes": body["notes"]}], "of the other area nothing"
    for _ in range(3):
        gather(table)
    assert folded(table) == [] and len(part(table)["notes"]) == 3


def test_while_people_write_alone_nothing_is_offered():
    table = Table(people=5, step="formulation")
    stack(table)
    assert offered(table) != []
    table.must("formulation.phase", {"phase": "silent"})
    assert offered(table) == []


def test_two_phones_fold_nothing_and_three_do_at_the_moment_only(table):
    body = one_idea(table, "d1", "d2")
    gather(table)
    assert folded(table) == []
    before = [table.parts(role) for role in ROLES], table.seen.rev
    table.must("formulation.idea", {**body, "on": True}, "d3")
    assert ([table.parts(role) for role in ROLES], table.seen.rev) == before, "no tap moves anything"
    table.must("formulation.phase", {"phase": "join"})
    (one,) = folded(table)
    assert one["said"] == 3 and [u["text"] for u in one["beneath"]] == [ALIKE[0]]
    assert texts(table) == {ALIKE[1]}, "the one that says most stands, where none is supported"
    assert table.counts["notes"] == 1


def test_one_phone_says_it_once_and_can_take_it_back(table):
    body = one_idea(table, "d1", "d1", "d2", "d3")
    table.must("formulation.idea", {**body, "on": False}, "d3")
    assert table.own("d1")["own_ideas"] == {"stacks": [body["stack"]]} and table.own("d3")["own_ideas"] == {
        "stacks": []
    }
    gather(table)
    assert folded(table) == []


def test_what_was_said_of_other_words_folds_nothing(table):
    body = one_idea(table, "d1", "d2", "d3")
    table.must("formulation.edit", {"note": body["notes"][0], "text": "The chat does not reward it", "base": 1}, "d4")
    assert table.refused("formulation.idea", {**body, "on": True}, "d4") == "changed_meanwhile"
    gather(table)
    assert folded(table) == [] and len(part(table)["notes"]) == 2


def test_supporters_are_one_set_links_follow_and_the_best_supported_stands(table):
    body = stack(table)
    first, second = body["notes"]
    other = write(table, "Something else")
    support(table, first, "d1", "d2", "d3")
    for who in ("d3", "d4"):
        table.must("formulation.support", {"note": second, "on": True}, who)
    for one, who in ((first, "d1"), (second, "d2")):
        table.must("formulation.link", {"source": other, "target": one, "kind": "because"}, who)
    table.must("formulation.fold", body)
    gather(table)
    assert note(table, first)["support"] == 4 and folded(table)[0]["note"] == first
    assert [(x["source"], x["target"]) for x in part(table)["links"]] == [(other, first)]
    assert folded(table)[0]["said"] is None, "by the facilitator's word"


def test_unfolding_brings_notes_links_and_support_back_and_they_do_not_fold_again(table):
    body = stack(table)
    first, second = body["notes"]
    other = write(table, "Something else")
    for one, who in ((first, "d1"), (second, "d2")):
        support(table, one, "d1", "d2", "d3", "d4" if one == first else "d5")
        table.must("formulation.link", {"source": other, "target": one, "kind": "because"}, who)
    before = {n["id"]: n["text"] for n in part(table)["notes"]}, part(table)["links"]
    for who in ("d1", "d2", "d3"):
        table.must("formulation.idea", {**body, "on": True}, who)
    gather(table)
    (one,) = folded(table)
    for _ in range(2):
        table.must("formulation.unfold", {"note": one["note"]})
    assert ({n["id"]: n["text"] for n in part(table)["notes"]}, part(table)["links"]) == before
    gather(table)
    assert folded(table) == [] and offered(table) == [], "the facilitator said that it is not one idea"
    assert table.counts["notes"] == 3 and table.counts["links"] == 2
    assert {note(table, first)["support"], note(table, second)["support"]} == {4}


def test_a_stack_of_stacks_comes_apart_step_by_step(table):
    body = stack(table)
    table.must("formulation.fold", body)
    stand = folded(table)[0]["note"]
    again = stack(table, "The group chat rewards it much")
    table.must("formulation.fold", again)
    (one,) = folded(table)
    assert len(one["beneath"]) == 2 and len(part(table)["notes"]) == 1
    table.must("formulation.unfold", {"note": one["note"]})
    assert {n["id"] for n in part(table)["notes"]} == set(again["notes"]) and [f["note"] for f in folded(table)] == [
        stand
    ]


def test_hiding_a_stack_hides_what_lies_beneath(table):
    table.must("formulation.fold", stack(table))
    table.must("formulation.hide", {"note": folded(table)[0]["note"]})
    assert not any(text in str(table.parts(role)) for text in ALIKE for role in ROLES)


def test_notes_of_two_areas_or_one_alone_are_no_stack(table):
    a, b = write(table, "A"), write(table, "A", "protective")
    for notes in ([a, b], [a, a]):
        assert table.refused("formulation.idea", {"stack": "x", "notes": notes, "on": True}, "d1") == "invalid"
    assert table.refused("formulation.fold", {"stack": "x", "notes": [a, b]}, "d1") == "not_allowed"
    assert table.refused("formulation.unfold", {"note": a}, "d1") == "not_allowed"
    assert table.refused("formulation.unfold", {"note": "gone"}) == "not_now"


DIFFERENT = ("Likes keep it going", "It gets a laugh every time", "Nobody says stop")
"""Notes of one area that share too few letters to be offered."""


def found_alike(table, one, other, *people):
    """These phones say that two notes are one idea, which nothing offered."""
    two = sorted((one, other))
    body = {"stack": stack_of(table.collection("notes"), two), "notes": two, "on": True}
    for who in people:
        table.must("formulation.idea", body, who)
    return body


def different(table):
    return [write(table, text, "perpetuating") for text in DIFFERENT]


def test_three_phones_find_two_notes_alike_that_nothing_offered(table):
    one, other, _ = different(table)
    assert offered(table) == []
    found_alike(table, one, other, "d1", "d2")
    gather(table)
    assert folded(table) == []
    before = [table.parts(role) for role in ROLES], table.seen.rev
    body = found_alike(table, one, other, "d3", "d3")
    assert ([table.parts(role) for role in ROLES], table.seen.rev) == before, "no tap moves anything"
    assert table.own("d3")["own_ideas"] == {"stacks": [body["stack"]]}
    gather(table)
    (fold,) = folded(table)
    assert fold["said"] == 3 and len(part(table)["notes"]) == 2
    table.must("formulation.unfold", {"note": fold["note"]})
    gather(table)
    assert folded(table) == [], "the facilitator said that it is not one idea"


def test_a_word_that_two_notes_are_alike_is_taken_back(table):
    one, other, _ = different(table)
    body = found_alike(table, one, other, "d1", "d2", "d3")
    table.must("formulation.idea", {**body, "on": False}, "d2")
    gather(table)
    assert folded(table) == []


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_what_was_said_of_a_note_holds_for_the_one_that_stands_for_it(table, order):
    notes = different(table)
    a, b, c = (notes[at] for at in order)
    found_alike(table, a, b, "d1", "d2", "d3")
    found_alike(table, b, c, "d2", "d3", "d4")
    gather(table)
    (fold,) = folded(table)
    assert len(fold["beneath"]) == 2 and len(part(table)["notes"]) == 1
    table.must("formulation.unfold", {"note": fold["note"]})
    gather(table)
    assert len(part(table)["notes"]) == 2, "what was taken apart is not folded again the other way round"
    assert table.counts["notes"] == 2


def test_two_that_were_moved_apart_are_not_folded(table):
    one, other, _ = different(table)
    found_alike(table, one, other, "d1", "d2", "d3")
    table.must("formulation.move", {"note": other, "section": "protective"})
    gather(table)
    assert folded(table) == [] and len(part(table)["notes"]) == 3
