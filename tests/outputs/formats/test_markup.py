"""Words become text whoever wrote them; only tags of ours become markup."""

import html

import pytest

from tests.helpers.scripts_of_the_world import WRITTEN
from workshop.outputs.formats.markup import Markup, join, tag, text


def test_words_are_text_in_children_and_attributes():
    assert tag("p", "<b>&", title='"><script>') == '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;</p>'


def test_markup_stays_and_numbers_and_nothing_are_said_plainly():
    assert tag("p", tag("b", 3), None, 0.5, kind="x") == '<p class="x"><b>3</b>0.5</p>'
    assert join("<", Markup("<br>")) == "&lt;<br>"


def test_empty_elements_have_no_end_and_none_leaves_an_attribute_out():
    assert tag("meta", charset="utf-8", content=None) == '<meta charset="utf-8">'
    assert tag("p", aria_hidden="true") == '<p aria-hidden="true"></p>'


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u202c", "\u2069", "\ufffe", "\ud800"])
def test_characters_that_break_a_page_are_left_out(character):
    assert text(f"a{character}b") == "ab"


def test_what_is_turned_round_ends_with_the_text():
    assert text("a\u202eb") == text("a\u2067b") == "a\u2067b\u2069"


@pytest.mark.parametrize("words", WRITTEN)
def test_every_script_is_shown_as_it_was_written(words):
    assert html.unescape(text(words)) == words


@pytest.mark.parametrize("name", ["onclick=alert(1)", "a b", "<p", ""])
def test_a_name_that_is_none_is_refused(name):
    with pytest.raises(ValueError):
        tag(name)
    with pytest.raises(ValueError):
        tag("p", **{name: "x"})
