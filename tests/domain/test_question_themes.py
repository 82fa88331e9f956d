"""Themes are counted in their own order, and what has none is not counted."""

from workshop.domain.question_themes import THEMES, counted


def test_each_theme_with_its_questions_in_the_order_of_the_list():
    assert counted(["online", "", "families", "online"]) == (("families", 1), ("online", 2))


def test_none_is_none_and_what_is_no_theme_is_left_out():
    assert counted(["", "", "of a later version"]) == ()
    assert len(set(THEMES)) == len(THEMES)
