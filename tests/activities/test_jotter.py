"""What the room says, as the facilitator notes it: saved as it is typed, two desks at once, pinned, ticked."""

import pytest

from tests.helpers.table import ROLES, Table
from workshop.activities.jotter import LONGEST
from workshop.domain.checkpoint import Checkpoint
from workshop.service.checkpoint import make_checkpoint, only_kept

CARD = {"about": "card", "id": "c1"}
STEP = {"about": "step", "id": "s4"}


@pytest.fixture
def table():
    return Table(people=5, step="board")


def write(table, text, about=CARD, base=0, **more):
    table.must("jotter.write", {**about, "text": text, "base": base, **more})


def noted(table):
    return table.part("jotter", "facilitator")["jottings"]


def test_a_text_of_a_card_and_one_of_a_step_each_with_what_it_is_about(table):
    write(table, "Who knew?")
    write(table, "A pause was asked for", STEP)
    assert [(j["title"], j["text"], j["version"], j["kept"], j["pinned"]) for j in noted(table)] == [
        ("Did thing number 1 in the group chat", "Who knew?", 1, False, False),
        ("Place the cards", "A pause was asked for", 1, False, False),
    ]
    for nowhere in ({"about": "card", "id": "c9"}, {"about": "step", "id": "s99"}):
        assert table.refused("jotter.write", {**nowhere, "text": "x", "base": 0}) == "not_now"


def test_it_is_the_facilitators_alone(table):
    for name, more in (("write", {"text": "x", "base": 0}), ("keep", {"kept": True}), ("pin", {"pinned": True})):
        assert table.refused(f"jotter.{name}", {**CARD, **more}, "d1") == "not_allowed"
    assert {role for role in ROLES if "jotter" in table.parts(role)} == {"facilitator"}
    assert {role for role in ROLES if "pinned" in table.parts(role)} == {"screen"}


def test_two_desks_write_and_neither_goes_under(table):
    write(table, "One desk")
    assert table.refused("jotter.write", {**CARD, "text": "Another", "base": 0}) == "changed_meanwhile"
    (jotting,) = noted(table)
    assert jotting["text"] == "One desk"
    write(table, "Both", base=jotting["version"])
    (jotting,) = noted(table)
    assert (jotting["text"], [w["text"] for w in jotting["before"]]) == ("Both", ["One desk"])
    table.must("jotter.recall", {**CARD, "version": 1})
    assert noted(table)[0]["text"] == "One desk"
    assert table.refused("jotter.recall", {**CARD, "version": 99}) == "not_now"


def test_what_is_saved_in_one_stretch_of_typing_is_one_wording(table):
    write(table, "As far as")
    for n, text in enumerate(("W", "Wh", "Who"), 1):
        write(table, text, base=n, writing="w1")
    assert [w["text"] for w in noted(table)[0]["before"]] == ["As far as"]


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "=1+1", "{{ 7 * 7 }}", "'; DROP TABLE x; --", "\u202eabc"]
)
def test_hostile_text_is_text(table, text):
    write(table, text)
    assert noted(table)[0]["text"].strip("\u2067\u2069") == text.strip("\u202e")
    table.must("jotter.pin", {**CARD, "pinned": True})
    assert table.part("pinned", "screen")["text"] == noted(table)[0]["text"]


def test_too_long_is_refused_whole(table):
    write(table, "x" * LONGEST)
    assert table.refused("jotter.write", {**CARD, "text": "x" * (LONGEST + 1), "base": 1}) == "too_long"
    assert noted(table)[0]["text"] == "x" * LONGEST


def test_what_is_pinned_is_on_the_screen_until_the_room_is_somewhere_else(table):
    write(table, "Who knew?")
    table.must("jotter.pin", {**CARD, "pinned": True})
    assert table.part("pinned", "screen") == {"title": "Did thing number 1 in the group chat", "text": "Who knew?"}
    write(table, "Who knew, and when?", base=1)
    assert table.part("pinned", "screen")["text"] == "Who knew, and when?"
    table.must("session.curtain", {"curtain": "blank"})
    assert table.part("pinned", "screen"), "a blank is lifted again"
    table.must("board.open", {})
    assert table.part("pinned", "screen") is None
    assert noted(table)[0]["pinned"] is False


def test_a_view_that_is_chosen_again_comes_out_from_under_what_is_pinned():
    table = Table(people=5)
    table.first_round({"c1": ["abusive"] * 5})
    table.go("discussion")
    table.must("discussion.focus", {"card": "c1"})
    write(table, "Who knew?")
    for name, body in (("discussion.show", {"show": "focus"}), ("discussion.focus", {"card": "c1"})):
        table.must("jotter.pin", {**CARD, "pinned": True})
        assert table.part("pinned", "screen")
        table.must(name, body)
        assert table.part("pinned", "screen") is None


def test_pins_are_taken_off_by_hand_and_another_takes_their_place(table):
    write(table, "One")
    write(table, "Two", STEP)
    for about in (CARD, STEP):
        table.must("jotter.pin", {**about, "pinned": True})
    table.must("jotter.pin", {**CARD, "pinned": False})
    assert table.part("pinned", "screen")["text"] == "Two"
    table.must("jotter.pin", {**STEP, "pinned": False})
    assert table.part("pinned", "screen") is None


def test_of_nothing_there_is_nothing_to_pin_or_to_tick(table):
    for name, field in (("pin", "pinned"), ("keep", "kept")):
        assert table.refused(f"jotter.{name}", {**CARD, field: True}) == "not_now"
    write(table, "x")
    table.must("jotter.pin", {**CARD, "pinned": True})
    write(table, "", base=1)
    assert table.part("pinned", "screen") is None
    assert table.refused("jotter.keep", {**CARD, "kept": True}) == "not_now"


def test_only_what_is_ticked_outlives_the_session(table):
    write(table, "Ticked")
    write(table, "Not ticked", STEP)
    table.must("jotter.keep", {**CARD, "kept": True})
    running = make_checkpoint(table.context, table.session)
    assert len(running.collections["jottings"]) == 2
    ended: Checkpoint = only_kept(running)
    assert [j["text"] for j in ended.collections["jottings"].values()] == ["Ticked"]
