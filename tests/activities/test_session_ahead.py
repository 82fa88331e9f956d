"""Looking ahead: what each step will bring, for facilitators, whatever the room is doing."""

import pytest

from tests.helpers.case import CASE
from tests.helpers.table import ADDED, STEPS, Table


def ahead(table):
    return table.part("ahead", "facilitator")


def step(table, name):
    return next(s for s in ahead(table)["steps"] if s["id"] == STEPS[name])


def test_every_step_says_what_phones_will_be_asked():
    table = Table()
    assert [s["id"] for s in ahead(table)["steps"]] == [s.id for s in table.head.steps]
    assert step(table, "board")["asks"] == "board_first"
    assert step(table, "warm_up")["asks"] == "board_warm_up"
    assert step(table, "plan")["asks"] == "plan"


def test_a_board_brings_its_cards_and_its_information():
    table = Table()
    assert step(table, "board")["lines"] == [CASE.question]
    assert step(table, "warm_up")["cards"] == [c.id for c in CASE.warm_up.cards]
    given = step(table, "information")
    assert given["information"] in {i.id for i in CASE.information}
    assert given["cards"] == list(next(i for i in CASE.information if i.id == given["information"]).cards)


def test_a_discussion_brings_the_cards_of_the_boards_before_it_each_once():
    table = Table()
    assert step(table, "discussion")["cards"] == step(table, "board")["cards"]


def test_cards_come_once_with_their_notes():
    table = Table()
    cards = ahead(table)["cards"]
    ids = [c["id"] for c in cards]
    assert len(ids) == len(set(ids)) and {id for s in ahead(table)["steps"] for id in s["cards"]} == set(ids)
    one = next(c for c in cards if c["id"] == "c1")
    (notes,) = [c.notes for c in CASE.cards if c.id == "c1"]
    assert one["prompts"] == list(notes.prompts)
    assert [e["text"] for e in one["evidence"]] == [e.text for e in notes.evidence]


def test_the_sections_of_the_explanation_are_the_cases_own():
    lines = step(Table(), "formulation")["lines"]
    assert lines == [f"{s.title}: {s.prompt}" for s in CASE.formulation.sections]


@pytest.mark.parametrize("name", [*STEPS, *ADDED])
def test_it_is_the_same_wherever_the_room_is_and_for_facilitators_alone(name):
    table = Table(people=6, also=ADDED[0]) if name in STEPS else Table(people=6, step=name)
    before = ahead(table)
    if name in STEPS:
        table.go(name)
    assert ahead(table) == before
    assert not [role for role in ("delegate", "screen") if "ahead" in table.parts(role)]
