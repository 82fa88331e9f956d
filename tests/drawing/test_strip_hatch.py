"""The lines across a level of response: the shared examples, and the rules they have to obey."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.strip import ENGLISH, assert_alike, examples
from workshop.drawing.strip_hatch import APART, hatching
from workshop.drawing.strip_parts import Box
from workshop.drawing.strip_svg import strip_svg

LEVELS = ["Universal", "Targeted", "Specialist", "Immediate"]
sides = st.floats(5, 400)


@pytest.mark.parametrize("example", examples("hatches"))
def test_it_is_the_same_in_both_languages(example: dict[str, Any]) -> None:
    asked = example["in"]
    found = hatching(Box(**asked["box"]), asked["level"], asked["line"])
    assert_alike([list(line) for line in found], example["out"])


@given(sides, sides, st.integers(1, 4))
def test_every_line_is_at_45_degrees_within_the_box(w: float, h: float, level: int) -> None:
    for x, y, u, v in hatching(Box(7, 9, w, h), level, 46):
        assert u - x == pytest.approx(y - v, abs=1e-6)
        assert min(x, u) >= 7 - 1e-6 and max(x, u) <= 7 + w + 1e-6
        assert min(y, v) >= 9 - 1e-6 and max(y, v) <= 9 + h + 1e-6


def test_each_level_is_closer_than_the_one_before_and_the_first_has_no_lines() -> None:
    drawn = [len(list(hatching(Box(0, 0, 300, 40), level, 40))) for level in range(len(APART))]
    assert drawn[0] == 0 and drawn == sorted(set(drawn))


def test_a_strip_of_levels_has_letters_and_lines_and_nothing_of_the_ramp() -> None:
    svg = strip_svg(LEVELS, [0, 13, 8, 1], 2, words=ENGLISH, label="neighbouring", levels=True)
    assert svg.count('class="level"') == 4 and svg.count('class="hatch"') == 3 and "seg" not in svg
    assert all(f">{letter}</text>" in svg for letter in "ABCD") and ">1</text>" in svg, "the count of the last"
    assert "Cannot" in svg and "22 answered" in svg and "Need to" not in svg
