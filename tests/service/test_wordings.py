"""A facilitator's own words: tidy, never cut, and other than what was there."""

import pytest

from workshop.domain.texts import TextRefused
from workshop.outputs.leaving import Leaving
from workshop.service.wordings import LONGEST, LONGEST_TOLD, Unworded, Wordings, wordings


def test_they_are_kept_tidy_and_lines_of_a_summary_stay():
    made = wordings({"a": " Other \x00 words "}, {"summary": "One\r\ntwo ", "reflection": "\u2028"})
    assert made == Wordings({"a": "Other words"}, {"summary": "One\ntwo"})


@pytest.mark.parametrize(
    "given",
    [
        ({"a": " "}, {}),
        ({"a": "x" * (LONGEST + 1)}, {}),
        ({}, {"summary": "x" * (LONGEST_TOLD + 1)}),
        ({}, {"summary": "x" * 10**7}),
    ],
)
def test_what_is_empty_or_too_long_is_refused_and_not_cut(given):
    with pytest.raises(TextRefused):
        wordings(*given)


def test_other_words_are_other():
    with pytest.raises(Unworded):
        Wordings({"a": "Same"}).check([Leaving("a", "note", "Same")])
    Wordings({"a": "Other"}).check([Leaving("a", "note", "Same"), Leaving("b", "note", "Kept")])
