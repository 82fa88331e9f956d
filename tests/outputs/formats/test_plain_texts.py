"""Pictures as one text each."""

from dataclasses import replace

from tests.outputs.formats.test_strips import STRIP
from workshop.outputs.blocks.model import Card, Movement, Paragraph, Response, Run
from workshop.outputs.formats import plain_texts

MOVED = Movement((("3", "moved towards harmful"), ("", "nobody else is told")), ("before", "after"))


def test_figures_leave_out_the_stages_in_which_nobody_stands():
    assert plain_texts.figures(STRIP) == "1: 5 · 2: 12 · know more: 3"
    assert plain_texts.figures(replace(STRIP, tallies=(0, 0, 0), need_to_know=0)) == "–"


def test_what_moved_and_what_was_said_have_a_line_each():
    card = Card("Words", None, STRIP, "", MOVED, (Paragraph((Run("Named: "), Run("Setting", strong=True))),))
    assert plain_texts.said(card) == "3 moved towards harmful · nobody else is told\nNamed: Setting"
    assert plain_texts.said(replace(card, movement=None, said=())) == ""
    response = Response("What would you do?", None, STRIP, "", MOVED, "Agreed before")
    assert plain_texts.compared(response).splitlines()[1] == "Agreed before"
    assert plain_texts.compared(replace(response, movement=None, compared="")) == ""
