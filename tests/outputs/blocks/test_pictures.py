"""A card's picture: the figures that were told, and no others."""

from dataclasses import replace

from tests.helpers.output import WORDS, told
from workshop.domain.results import Camp
from workshop.outputs.blocks.phrases import Phrases
from workshop.outputs.blocks.pictures import movement, strip
from workshop.outputs.model import Earlier, Side

SAID = Phrases(WORDS)
SESSION = told(2)
CARD = next(c for c in SESSION.rounds[0].cards if not c.withheld)


def test_a_picture_is_the_card_s_figures_with_its_stages():
    made = strip(SESSION, replace(CARD, missing=("A", "B", "C", "D")), SAID)
    assert (made.tallies, made.need_to_know, made.before) == (CARD.tallies, CARD.need_to_know, None)
    assert made.stages[made.median] == next(s.name for s in SESSION.stages if s.id == CARD.median)
    assert (made.kind, made.camps, made.topics, made.lane) == (CARD.label, None, ("A", "B", "C"), "know more")


def test_a_split_has_both_ends_and_a_re_placing_what_was_told_before():
    ends = {"low": Side(0, 1, 10, ("Consent",)), "high": Side(3, 3, 8, ())}
    earlier = Earlier("r1", (9, 0, 0, 0, 0), 3, "settled", None)
    made = strip(SESSION, replace(CARD, **ends, earlier=earlier, median=None), SAID)
    assert made.camps == (Camp(0, 1, 10, ("Consent",)), Camp(3, 3, 8, ()))
    assert (made.before, made.median) == (((9, 0, 0, 0, 0), 3), None)


def test_movement_is_of_a_re_placing_only():
    assert movement(CARD, SESSION.ends, SAID) is None
    moved = movement(replace(CARD, earlier=Earlier("r1", (9, 0, 0, 0, 0), 3, None, None)), SESSION.ends, SAID)
    assert moved.key == ("before", "after") and moved.parts[0][1].startswith("How many moved is not told")
