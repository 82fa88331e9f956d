"""A text is pointed at on the page that is read before a release, and nothing else of the page changes."""

import pytest

from tests.helpers.output import rendered, told, written
from workshop.outputs.formats.pointed import in_parts, pointed

PAGE = (
    b'<title>Ask</title><main><svg><text>Ask &amp; tell</text></svg><p title="Ask &amp; tell">We Ask &amp; tell.</p>'
    b"<td>Ask &amp; tell</td></main>"
)


def test_a_text_of_its_own_comes_before_one_within_another():
    made = pointed(PAGE, "Ask & tell").decode()
    assert '<td><mark id="here"' in made and made.endswith(">Ask &amp; tell</mark></td></main>")
    assert made.count("<mark") == 1


def test_within_a_sentence_it_is_pointed_at_where_it_stands_first():
    made = pointed(PAGE.replace(b"<td>Ask &amp; tell</td>", b""), "Ask & tell").decode()
    assert '<p title="Ask &amp; tell">We <mark id="here"' in made and "tell</mark>.</p>" in made


@pytest.mark.parametrize("words", ["not there", "", "main", "title=", "<svg>", "Ask & tell</td>"])
def test_what_is_no_text_of_the_page_leaves_it_as_it_is(words):
    assert pointed(PAGE, words) == PAGE


def test_a_picture_is_never_opened():
    assert pointed(b"<main><svg><text>Ask</text></svg></main>", "Ask") == b"<main><svg><text>Ask</text></svg></main>"


def test_taking_the_mark_away_gives_the_page_again():
    made = pointed(PAGE, "Ask & tell").decode()
    begins, ends = made.index("<mark"), made.index(">", made.index("<mark")) + 1
    assert (made[:begins] + made[ends:]).replace("</mark>", "").encode() == PAGE


def test_strange_signs_are_words_like_others():
    assert pointed(PAGE, "\u202e(" * 50) == PAGE


def test_in_parts_the_style_is_text_and_nothing_else_of_the_page_changes():
    page = rendered("html", told(kept=written("<style>a</style>")))
    made = in_parts(page)
    assert b"<style" not in made and made.count(b"<template>") == made.count(b"</template>") == 1
    assert made.replace(b"template>", b"style>") == page and b"&lt;style&gt;a" in made
    assert b" style=" not in made, "no element of it has one of its own"
