"""The strip for a right-to-left page."""

from tests.helpers.strip import NAMES
from workshop.drawing.strip import layout
from workshop.drawing.strip_parts import mirrored


def test_mirrored_twice_is_the_same_strip() -> None:
    strip = layout([1, 9, 3, 8, 0], 3, width=1024, names=NAMES, lane_name="More", label="spread", median=2)
    assert strip
    again = mirrored(mirrored(strip))
    assert [round(box.x, 6) for box in again.segments] == [round(box.x, 6) for box in strip.segments]
    assert [len(pile.now) for pile in again.piles] == [1, 9, 3, 8, 0, 3]


def test_the_first_stage_stands_on_the_right_and_the_lane_on_the_left() -> None:
    strip = layout([1, 9, 3, 8, 0], 3, width=1024, names=NAMES, lane_name="More", rtl=True)
    assert strip
    assert strip.segments[0].x > strip.segments[4].x > strip.dotted.x + strip.dotted.w
    assert all(box.x >= 0 and box.x + box.w <= 1024 for box in strip.segments)
