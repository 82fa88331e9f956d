"""A strip in a report: its figures, its letters, its sentence."""

from dataclasses import replace

from tests.helpers.output import WORDS
from workshop.outputs.blocks.model import Strip
from workshop.outputs.formats import strips

STRIP = Strip(
    ("Expected", "Inappropriate", "Problematic"), (5, 12, 0), 3, None, "neighbouring", 1, None, (), "know more", WORDS
)


def test_figures_stand_beneath_and_say_both_where_there_was_an_earlier_placing():
    assert strips.counts(STRIP) == (["5", "12", ""], "3")
    assert strips.counts(replace(STRIP, before=((7, 10, 0), 3))) == (["7 → 5", "10 → 12", ""], "3")


def test_stages_have_numbers_and_levels_have_letters():
    assert strips.numbers(STRIP) == ["1", "2", "3"]
    assert strips.numbers(replace(STRIP, levels=True)) == ["A", "B", "C"]


def test_the_sentence_is_what_the_picture_is_called():
    said = strips.sentence(STRIP)
    assert said.startswith("17 placed: ") and f'aria-label="{said}"' in strips.drawn(STRIP)
    assert f'aria-label="{strips.sentence(STRIP)}"' in strips.drawn_small(STRIP)
