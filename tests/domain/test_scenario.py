"""A case study: finding stages, spans and cards, and short names that end at a word."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.case import CASE, STAGES
from workshop.domain.placements import REASONS, TOPICS
from workshop.domain.scenario import PANEL_TOPICS, SHORT, Card
from workshop.domain.sourced import Resource


def test_stages_are_found_by_id_and_in_order():
    scale = CASE.scale
    assert [scale.position(s) for s in STAGES] == [0, 1, 2, 3, 4]
    assert scale.stage("abusive") is scale.stages[3] and scale.stage("mild") is None
    assert [s.name for s in scale.span(("expected", "violent"))] == ["Expected", "Violent"]
    with pytest.raises(KeyError):
        scale.position("mild")
    with pytest.raises(KeyError):
        scale.span(("expected", "mild"))


def test_cards_of_the_case_and_of_the_warm_up_are_found():
    assert CASE.find_card("c2") is CASE.cards[1]
    assert CASE.find_card("w02") is CASE.warm_up.cards[1]
    assert CASE.find_card("c9") is None


@given(st.text(st.characters(categories=["L", "Zs"]), min_size=1, max_size=100), st.text(max_size=40))
def test_a_short_name_is_never_longer_than_its_place(text, short):
    card = Card("c", text, short=short)
    assert len(card.short_text) <= SHORT
    if short and len(short) <= SHORT:
        assert card.short_text == short


def test_a_long_text_is_cut_at_a_word():
    card = Card("c", "Asked a friend, more than once, to send a picture")
    assert card.short_text == "Asked a friend, more than once…"
    assert Card("c", "Short enough").short_text == "Short enough"


def test_a_card_lies_in_the_lane_of_its_mode():
    modes = {"technology": "technology", "dual": "both", "offline": "offline", "unclear": "", "": ""}
    assert {mode: Card("c", "A", mode).lane for mode in modes} == modes


def test_a_reason_of_a_panel_is_about_what_a_room_may_name():
    assert set(PANEL_TOPICS) == {*REASONS, *TOPICS, "norms"} and len(PANEL_TOPICS) == len(set(PANEL_TOPICS))


def test_support_is_found_by_nation_in_the_author_s_order():
    lines = (Resource("All", "T"), Resource("Wales", "T", nations=("wales",)), Resource("More", "T"))
    case = replace(CASE, resources=lines)
    assert [r.title for r in case.support_in("wales")] == ["All", "Wales", "More"]
    assert [r.title for r in case.support_in("scotland")] == ["All", "More"]


def test_new_information_reopens_the_cards_that_it_bears_on():
    assert [i.cards for i in CASE.information] == [("c1", "c2"), ("c3",)]


def test_an_agendas_length_is_that_of_its_steps():
    assert CASE.agendas[0].minutes == sum(s.minutes for s in CASE.agendas[0].steps) == 130
