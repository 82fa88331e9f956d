"""The strip as SVG text: well formed, complete, harmless, readable without colour."""

from collections import Counter
from xml.etree import ElementTree

import pytest

from tests.helpers.strip import ENGLISH, NAMES
from workshop.drawing.strip import Camp
from workshop.drawing.strip_svg import strip_svg
from workshop.words import Words

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = ['<img src=x onerror="alert(1)">', "=cmd()", "\x00\x1b\u202eevil", "]]><script>", "a" * 10_000]


def drawn(*arguments, **options):
    """The parsed picture, and how many elements there are of each class."""
    picture = ElementTree.fromstring(strip_svg(*arguments, words=ENGLISH, **options))
    return picture, Counter(element.get("class") for element in picture.iter())


def test_one_dot_a_person_and_the_sentence_as_its_name():
    picture, classes = drawn(NAMES, [1, 9, 3, 8, 0], 3, label="split")
    assert (classes["dot"], classes["dot off"]) == (21, 3)
    assert picture.get("aria-label", "").startswith("21 placed: 1 at developmentally expected")
    assert picture.get("role") == "img"


def test_stages_have_numbers_and_names_so_that_grey_is_enough():
    picture, classes = drawn(NAMES, [1, 9, 3, 8, 0], 3)
    words = [element.text for element in picture.iter(f"{SVG}text")]
    assert [classes[f"number on{n}"] for n in range(1, 6)] == [1] * 5
    assert {"Inappropriate", "Problematic", "Abusive", "Violent", "Need to"} <= set(words)


def test_before_is_an_outline_and_the_counts_say_both():
    picture, classes = drawn(NAMES, [1, 7, 13, 2, 0], 1, before=([1, 9, 3, 8, 0], 3))
    assert (classes["was"], classes["dot"], classes["was off"], classes["dot off"]) == (21, 23, 3, 1)
    assert "9 → 7" in [element.text for element in picture.iter(f"{SVG}text")]


def test_a_split_has_two_brackets_with_their_reasons():
    camps = (Camp(0, 1, 10, ("Consent", "Motive")), Camp(3, 3, 8, ("Secrecy",)))
    picture, classes = drawn(NAMES, [1, 9, 3, 8, 0], 3, label="split", camps=camps)
    assert classes["bracket"] == 2
    assert "10 of 21 named consent, motive" in picture.get("aria-label", "")
    assert {"10 of 21", "8 of 21", "Consent · Motive"} <= {element.text for element in picture.iter(f"{SVG}text")}


def test_a_large_room_is_one_shape_with_its_counts():
    _, classes = drawn(NAMES, [14, 118, 161, 84, 9], 14)
    assert (classes["dot"], classes["dot off"], classes["count"]) == (1, 1, 5)


@pytest.mark.parametrize("tallies", [None, [1, 1, 1, 1, 0]])
def test_nothing_is_drawn_below_five(tallies):
    assert strip_svg(NAMES, tallies, 9, words=ENGLISH) == ""


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_words(words):
    camps = (Camp(0, 0, 9, (words,)), Camp(2, 2, 9, (words,)))
    picture, classes = drawn([words, "B", "C"], [9, 0, 9], 1, label="split", camps=camps, topics=[words])
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= {
        "svg",
        "rect",
        "text",
        "line",
        "circle",
        "path",
    }
    assert classes["bracket"] == 2
    assert not {"\x00", "\x1b", "\u202e"} & set("".join(picture.itertext()))


def test_it_runs_from_right_to_left_where_its_words_do():
    picture, _ = drawn(NAMES, [9, 1, 1, 1, 1], 0)
    turned = ElementTree.fromstring(strip_svg(NAMES, [9, 1, 1, 1, 1], 0, words=Words.of("ar-XB")))
    first, last = (next(e for e in p.iter() if e.get("class") == "seg seg1") for p in (picture, turned))
    width = float(picture.get("width"))
    assert float(first.get("x")) + float(first.get("width")) == pytest.approx(width - float(last.get("x")), abs=0.2)
