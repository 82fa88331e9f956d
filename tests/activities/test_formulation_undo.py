"""The desk undoes the newest first, each once, at two desks alike; of what was hidden nothing can be had back."""

import pytest

from tests.activities.commands_joined import ALIKE, newest, one_idea, stack
from tests.activities.wall import gather, link, note, part, write
from tests.helpers.table import Table
from workshop.activities.formulation_undo import MOST
from workshop.service.checkpoint import make_checkpoint


@pytest.fixture
def table():
    return Table(people=5, step="formulation")


def listed(table):
    return [(i["what"], i["text"], i["other"]) for i in table.part("undo_list", "facilitator")["items"]]


def undo(table):
    table.must("formulation.undo", newest(table))


def wall(table):
    return {(n["text"], n["section"]) for n in part(table)["notes"]}, part(table)["links"]


def test_moves_words_links_and_merging_are_undone_in_order(table):
    a, b = write(table, "A"), write(table, "B")
    link(table, a, b)
    seen = [wall(table)]
    for name, body, who in (
        ("formulation.move", {"note": a, "section": "known"}, "d1"),
        ("formulation.edit", {"note": a, "text": "A, better", "base": 1}, "d2"),
        ("formulation.unlink", {"link": part(table)["links"][0]["id"]}, ""),
        ("formulation.merge", {"note": a, "into": b, "text": "Both", "base": 1, "note_base": 2}, ""),
    ):
        table.must(name, body, who)
        seen.append(wall(table))
    assert [what for what, _, _ in listed(table)] == ["merge"], "of a note that went into another nothing else can be"
    for before in reversed(seen[:-1]):
        undo(table)
        assert wall(table) == before
    assert listed(table) == []
    assert table.refused("formulation.undo", newest(table)) == "not_now"


def test_what_it_would_undo_is_said_in_words(table):
    a, b = write(table, "A"), write(table, "B")
    table.must("formulation.move", {"note": a, "section": "known"}, "d1")
    table.must("formulation.edit", {"note": b, "text": "B, better", "base": 1}, "d1")
    title = next(s["title"] for s in part(table)["sections"] if s["id"] == "known")
    assert listed(table) == [("edit", "B, better", "B"), ("move", "A", title)]
    assert "undo_list" not in table.parts("delegate") and "undo_list" not in table.parts("screen")


def test_two_desks_do_not_undo_twice(table):
    for text in ("A", "B"):
        table.must("formulation.move", {"note": write(table, text), "section": "known"}, "d1")
    seen = newest(table)
    table.must("formulation.undo", seen)
    assert table.refused("formulation.undo", seen) == "changed_meanwhile"
    assert [what for what, _, _ in listed(table)] == ["move"]
    assert table.refused("formulation.undo", newest(table), "d1") == "not_allowed"


def test_a_hiding_is_final_and_its_words_leave_the_list(table):
    a, b, c = write(table, "Secret words"), write(table, "B"), write(table, "C")
    link(table, b, a)
    table.must("formulation.unlink", {"link": part(table)["links"][0]["id"]})
    table.must("formulation.edit", {"note": a, "text": "Secret words, better", "base": 1}, "d1")
    table.must("formulation.move", {"note": c, "section": "known"}, "d1")
    table.must("formulation.merge", {"note": a, "into": b, "text": "Both", "base": 1, "note_base": 2})
    table.must("formulation.hide", {"note": b})
    assert listed(table) == [("move", "C", listed(table)[0][2])]
    assert "Secret" not in str(table.collection("undo")) and "Secret" not in str(table.parts("facilitator"))


def test_a_stack_is_undone_also_when_phones_folded_it_and_does_not_fold_again(table):
    table.must("formulation.phase", {"phase": "sort"})
    one_idea(table, "d1", "d2", "d3")
    gather(table)
    assert [what for what, _, _ in listed(table)] == ["fold"]
    undo(table)
    gather(table)
    assert {n["text"] for n in part(table)["notes"]} == set(ALIKE)


def test_what_the_room_did_since_is_passed_over(table):
    table.must("formulation.fold", stack(table))
    table.must("formulation.unfold", {"note": table.part("stacks")["folded"][0]["note"]})
    a = write(table, "A")
    for section in ("known", "protective"):
        table.must("formulation.move", {"note": a, "section": section}, "d1")
    undo(table)
    assert note(table, a)["section"] == "known"
    undo(table)
    assert note(table, a)["section"] == "presenting" and listed(table) == []


def test_the_list_has_an_end_and_no_checkpoint_keeps_it(table):
    a = write(table, "A")
    for n in range(MOST + 5):
        table.must("formulation.move", {"note": a, "section": ("known", "protective")[n % 2]}, "")
    assert len(table.collection("undo")["list"]["items"]) == MOST
    checkpoint = make_checkpoint(table.context, table.session)
    assert "undo" not in checkpoint.collections
