"""Columns of a Word table: no word is broken where there is room, and all of the paper is used."""

import pytest

from workshop.outputs.formats.docx_widths import EDGES, LETTER, column_widths

HEADS = ("Card", "1", "2", "3", "4", "5", "Know more", "Median", "A", "Label")
ROWS = [
    HEADS,
    (
        "Asked a classmate for a nude image; asked again",
        "5",
        "0",
        "12",
        "0",
        "0",
        "13",
        "2 Inappropriate",
        "-0.42",
        "Neighbouring",
    ),
    ("Over all cards",),
]


def test_no_word_is_broken_and_the_paper_is_full():
    widths = column_widths(ROWS, 174)
    assert sum(widths) == pytest.approx(174)
    for at, wide in enumerate(widths):
        longest = max(len(word) for row in ROWS[:2] for word in row[at].split())
        assert wide >= EDGES + LETTER * longest, HEADS[at]


def test_what_is_left_goes_where_texts_are_long():
    short, long = column_widths([("a", "many words that wrap into several lines of it")], 174)
    assert long > 3 * short


def test_a_word_without_an_end_leaves_the_others_their_room():
    first, second, third = column_widths([("a", "much longer words", "n"), ("b", "x" * 400, "12"), ("one cell",)], 174)
    assert first + second + third == pytest.approx(174)
    assert first >= EDGES + LETTER and third >= EDGES + 2 * LETTER and second > 3 * first


def test_where_not_all_words_have_room_they_share_it():
    widths = column_widths([("x" * 90, "y" * 10)], 60)
    assert sum(widths) == pytest.approx(60) and widths[0] > widths[1]


def test_empty_columns_have_room_for_their_edges():
    assert column_widths([("", "")], 100) == [50, 50]
