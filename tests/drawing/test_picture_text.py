"""Where the words of a picture break: as in the browser (tests/js/picture.test.ts reads the same file)."""

import json

import pytest

from tests.helpers.tree import ROOT
from workshop.drawing.picture_text import CUT, GENEROUS, SIZE, baselines, broken, room_for
from workshop.drawing.strip_text import text_width

CASES = json.loads((ROOT / "tests/messages/strip/picture-words.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:20] or "nothing")
def test_words_break_as_in_the_browser(case):
    assert list(broken(case["text"], case["room"], case["most"])) == case["lines"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:20] or "nothing")
def test_no_line_is_wider_than_its_room_and_no_word_is_lost_without_a_sign(case):
    lines = broken(case["text"], case["room"], case["most"])
    assert all(text_width(line, SIZE) <= GENEROUS * case["room"] for line in lines)
    assert len(lines) <= case["most"]
    assert " ".join(lines) == " ".join(case["text"].split()) or any(line.endswith(CUT) for line in lines)


def test_lines_stand_in_the_middle():
    assert baselines(1, 100, 56) == [141]
    assert baselines(3, 104, 136) == [143, 185, 227]
    assert [room_for(h) for h in (20, 56, 94, 136, 196)] == [1, 1, 2, 3, 4]
