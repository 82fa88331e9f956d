"""The strip's geometry and words: the shared examples, and the rules they have to obey."""

import json
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.strip import NAMES, assert_alike, examples
from workshop.drawing.strip import Camp, layout
from workshop.drawing.strip_dots import span


def lay(given_in: dict[str, Any]) -> Any:
    asked = dict(given_in)
    before, camps = asked.pop("before", None), asked.pop("camps", None)
    return layout(
        asked.pop("tallies"),
        asked.pop("need_to_know"),
        **asked,
        before=(before["tallies"], before["need_to_know"]) if before else None,
        camps=tuple(Camp(**{**camps[end], "reasons": tuple(camps[end]["reasons"])}) for end in ("low", "high"))
        if camps
        else None,
    )


@pytest.mark.parametrize("example", examples("layouts"))
def test_layout_is_the_same_in_both_languages(example: dict[str, Any]) -> None:
    strip = lay(example["in"])
    if example["out"] is None:
        assert strip is None
    else:
        assert_alike(json.loads(json.dumps(asdict(strip))), example["out"])


rooms = st.lists(st.integers(0, 60), min_size=3, max_size=5).filter(lambda tallies: sum(tallies) >= 5)


@given(rooms, st.integers(0, 60), st.sampled_from(["screen", "page", "report", "rows", "list"]))
def test_every_dot_stands_inside_its_own_stage(tallies: list[int], need_to_know: int, size: str) -> None:
    strip = layout(tallies, need_to_know, width=900, size=size)
    assert strip
    for pile, count in zip(strip.piles, [*tallies, need_to_know], strict=True):
        assert len(pile.now) == (count if strip.kind == "dots" else 0)
        room = strip.segments[pile.stage].w if pile.stage >= 0 else 0.135 * 900
        for x, y in pile.now:
            assert abs(x - pile.x) + strip.r <= room / 2 + 0.01
            assert y - strip.r >= -0.01 and y + strip.r <= strip.ground + 0.01


@given(rooms, st.integers(0, 20))
def test_dots_never_touch(tallies: list[int], need_to_know: int) -> None:
    strip = layout(tallies, need_to_know, width=1100)
    assert strip
    for pile in strip.piles:
        for at, (x, y) in enumerate(pile.now):
            assert all((x - ox) ** 2 + (y - oy) ** 2 >= (2 * strip.r) ** 2 for ox, oy in pile.now[:at])


def test_below_five_placements_nothing_is_drawn_however_many_need_to_know_more() -> None:
    assert layout([2, 2, 0, 0], 30, width=500) is None
    assert layout([5, 0, 0, 0], 0, width=500, before=([4, 0, 0, 0], 9)) is None


def test_above_a_hundred_and_fifty_a_shape_stands_in_proportion() -> None:
    strip = layout([40, 80, 20, 10, 1], 0, width=1000, names=NAMES, lane_name="Need to know more")
    assert strip and strip.kind == "shape"
    heights = [strip.ground - min(y for _, y in pile.shape) for pile in strip.piles[:5]]
    assert heights[0] / heights[1] == pytest.approx(0.5, abs=0.001)
    assert strip.piles[5].shape == ()


def test_the_dots_of_the_screen_keep_the_largest_radius_with_the_fewest_columns() -> None:
    strip = layout([1, 9, 3, 8, 0], 3, width=1728, size="screen")
    assert strip and (strip.r, strip.columns) == (28, 3)
    assert span(3, 0.36) * 28 <= 200 < span(5, 0.36) * 28
