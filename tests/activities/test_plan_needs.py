"""What a plan is to reach: marked needs, places set aside by hand, who would do an action, signs."""

import pytest

from tests.activities.test_plan import WORDS, action, only, part
from tests.helpers.table import Table
from workshop.domain.plan import TARGETS


@pytest.fixture
def table():
    return Table(people=3, step="plan")


def write(table, text, section="needs"):
    table.must("formulation.add", {"section": section, "text": text}, "d1")
    return next(n["id"] for n in everything(table)["notes"] if n["text"] == text)


def everything(table):
    table.go("formulation")
    found = table.part("formulation")
    table.go("plan")
    return found


def mark(table, note, kind="safe", target="harmed", on=True, who="d2"):
    table.must("plan.need", {"note": note, "target": target, "kind": kind, "on": on}, who)


def cell(table, target, kind):
    return next((c["actions"], c["state"]) for c in part(table)["cells"] if (c["target"], c["kind"]) == (target, kind))


def test_only_a_marked_note_is_a_need_open_until_an_action_answers_it(table):
    note = write(table, "To belong")
    assert part(table)["needs"] == [] and part(table)["asked"] == [{"note": note, "text": "To belong"}]
    mark(table, note)
    need = {"note": note, "text": "To belong", "target": "harmed", "kind": "safe"}
    assert part(table)["needs"] == [{**need, "met": False}] and part(table)["asked"] == []
    table.must("plan.add", action(note=note, target="harmed"), "d1")
    assert part(table)["needs"] == [{**need, "met": True}]
    assert (only(table)["note"], only(table)["kind"], cell(table, "harmed", "safe")) == (note, "safe", (1, "filled"))
    mark(table, note, on=False)
    assert part(table)["needs"] == [] and part(table)["loose"] == [only(table)["id"]]


def test_a_need_keeps_its_mark_when_its_note_goes_into_another(table):
    first, second = write(table, "To belong"), write(table, "A place")
    mark(table, first)
    table.must("plan.add", action(note=first), "d1")
    body = {"note": first, "into": second, "text": "A place to belong", "base": 1, "note_base": 1}
    table.must("formulation.merge", body)
    [need] = part(table)["needs"]
    assert (need["note"], need["kind"], need["met"], only(table)["note"]) == (second, "safe", True, second)
    mark(table, second, on=False)
    assert part(table)["needs"] == []


def test_what_is_no_need_is_refused(table):
    note = write(table, "To belong")
    body = {"note": note, "target": "harmed", "kind": "safe", "on": True}
    assert table.refused("plan.need", {**body, "kind": "none"}, "d1") == "invalid"
    assert table.refused("plan.need", {**body, "note": "gone"}, "d1") == "not_now"
    table.must("formulation.hide", {"note": note})
    assert table.refused("plan.need", body, "d1") == "not_now"


def test_every_place_is_open_until_an_action_or_a_hand_says_otherwise(table):
    assert {c["state"] for c in part(table)["cells"]} == {"open"} and len(part(table)["cells"]) == 2 * len(TARGETS)
    assert part(table)["bare"] == list(TARGETS)
    body = {"target": "harmed", "kind": "safe", "on": True}
    for _ in range(2):
        table.must("plan.aside", body, "d1")
    assert cell(table, "harmed", "safe") == (0, "aside")
    table.must("plan.aside", {**body, "kind": "heard"})
    assert "harmed" not in part(table)["bare"]
    table.must("plan.add", action(target="harmed", kind="safe"), "d1")
    assert cell(table, "harmed", "safe") == (1, "filled") and part(table)["loose"] == []
    table.must("plan.aside", {**body, "on": False}, "d2")
    table.must("plan.remove", {"id": only(table)["id"]})
    assert cell(table, "harmed", "safe") == (0, "open")
    assert table.refused("plan.aside", {**body, "kind": "none"}, "d1") == "invalid"


def test_an_action_is_moved_and_its_words_stay(table):
    table.must("plan.add", action(), "d1")
    found = only(table)
    assert part(table)["loose"] == [found["id"]]
    table.must("plan.move", {"id": found["id"], "target": "family", "kind": "heard"}, "d2")
    assert only(table) == {**found, "target": "family", "kind": "heard"} and part(table)["loose"] == []
    table.must("plan.move", {"id": found["id"], "target": "family", "kind": "none"})
    assert only(table)["kind"] == ""
    assert table.refused("plan.move", {"id": "gone", "target": "family", "kind": ""}, "d1") == "not_now"


def test_who_would_do_an_action_is_told_from_three_and_at_the_moment_only(table):
    table.must("plan.add", action(), "d1")
    id = only(table)["id"]
    for who in ("d1", "d2"):
        table.must("plan.would", {"id": id, "on": True}, who)
    table.moment("support")
    assert only(table)["would"] is None
    before = table.part("plan")
    table.must("plan.would", {"id": id, "on": True}, "d3")
    assert table.part("plan") == before
    table.moment("support")
    assert only(table)["would"] == 3
    assert table.own("d3")["own_would"] == {"actions": [id]}
    table.must("plan.would", {"id": id, "on": False}, "d3")
    table.moment("support")
    assert only(table)["would"] is None and table.own("d3")["own_would"] == {"actions": []}


def test_what_was_told_of_an_action_goes_with_it(table):
    table.must("plan.add", action(), "d1")
    id = only(table)["id"]
    for who in ("d1", "d2", "d3"):
        table.must("plan.would", {"id": id, "on": True}, who)
    table.moment("support")
    table.must("plan.remove", {"id": id})
    assert not any(id in name for name in table.counts)
    assert table.refused("plan.would", {"id": id, "on": True}, "d1") == "not_now"
    table.moment("support")
    assert not any(id in name for name in table.counts)


def sign(table, side="up", text="Again", who="d1", id=None, base=0):
    body = {"id": id, "side": side, "text": text, "who": "Form tutor", "base": base}
    return table.does("plan.sign", body, who)


def test_signs_are_four_a_side_and_one_review_and_both_texts_of_a_conflict_are_kept(table):
    for n in range(3):
        sign(table, text=f"Sign {n}")
    sign(table, "review", "In June")
    first = part(table)["signs"][0]
    sign(table, text="In other words", id=first["id"], base=1)
    sign(table, text="In mine", id=first["id"], base=1, who="d2")
    texts = {s["text"] for s in part(table)["signs"] if s["side"] == "up"}
    assert len(texts) == 4 and {"In other words", "In mine"} <= texts
    body = {"id": None, "side": "up", "text": "A fifth", "who": "", "base": 0}
    assert table.refused("plan.sign", body, "d1") == "full"
    assert table.refused("plan.sign", {**body, "side": "review"}, "d1") == "full"
    assert table.refused("plan.sign", {**body, "side": "down", "text": " "}, "d1") == "empty"
    assert table.refused("plan.sign", {**body, "side": "down", "text": "x" * 101}, "d1") == "too_long"
    assert part(table)["signs"][-1]["side"] == "review"


def test_a_sign_that_somebody_wrote_over_can_be_had_back_and_removed(table):
    sign(table)
    id = part(table)["signs"][0]["id"]
    sign(table, text="Over", id=id, base=1, who="d2")
    (item,) = table.part("wordings", "facilitator")["items"]
    assert (item["of"], item["id"], item["before"][0]["text"]) == ("signs", id, "Again")
    table.must("plan.restore", {"id": id, "version": 1})
    assert part(table)["signs"][0]["text"] == "Again"
    table.must("plan.remove", {"id": id})
    assert part(table)["signs"] == []


def test_an_action_of_an_earlier_version_is_shown_and_changed(table):
    table.must("plan.add", action(), "d1")
    room = table.live.room(table.session)
    old = {"target": "safety", "note": None, **WORDS, "version": 1}
    room.slices("actions")[only(table)["id"]] = old
    assert (only(table)["kind"], only(table)["known"]) == ("", "")
    table.must("plan.edit", {**action(known="We ask"), "id": only(table)["id"], "base": 1}, "d1")
    assert (only(table)["known"], only(table)["version"]) == ("We ask", 2)
