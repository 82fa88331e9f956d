"""The strip's geometry and words: the shared examples, and the rules they have to obey."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.strip import Camp, layout
from workshop.domain.strip_dots import filled, places, span
from workshop.domain.strip_text import break_name, join_reasons, text_width
from workshop.domain.strip_words import in_words, movement_parts

EXAMPLES = Path(__file__).parent.parent / "messages" / "strip"
NAMES = ["Developmentally expected", "Inappropriate", "Problematic", "Abusive", "Violent"]


def examples(name: str) -> list[Any]:
    found = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(example, id=example["name"]) for example in found]


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


def assert_alike(found: Any, wanted: Any, where: str = "strip") -> None:
    if isinstance(wanted, dict):
        assert found.keys() == wanted.keys(), where
        for key in wanted:
            assert_alike(found[key], wanted[key], f"{where}.{key}")
    elif isinstance(wanted, list):
        assert len(found) == len(wanted), where
        for at, (one, other) in enumerate(zip(found, wanted, strict=True)):
            assert_alike(one, other, f"{where}[{at}]")
    elif isinstance(wanted, float):
        assert found == pytest.approx(wanted, abs=1e-3), where
    else:
        assert found == wanted, where


@pytest.mark.parametrize("example", examples("layouts"))
def test_layout_is_the_same_in_both_languages(example: dict[str, Any]) -> None:
    strip = lay(example["in"])
    if example["out"] is None:
        assert strip is None
    else:
        assert_alike(json.loads(json.dumps(asdict(strip))), example["out"])


@pytest.mark.parametrize("example", examples("words"))
def test_in_words(example: dict[str, Any]) -> None:
    asked = dict(example["in"])
    before = asked.pop("before", None)
    asked["before"] = (before["tallies"], before["need_to_know"]) if before else None
    assert in_words(asked.pop("names"), asked.pop("tallies"), asked.pop("need_to_know"), **asked) == example["out"]


@pytest.mark.parametrize("example", examples("movement"))
def test_movement(example: dict[str, Any]) -> None:
    assert [asdict(part) for part in movement_parts(**example["in"])] == example["out"]


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


@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from([1, 3, 5, 7]))
def test_what_is_drawn_twice_stands_in_the_same_places(one: int, other: int, columns: int) -> None:
    both = places(max(one, other), columns)
    for count in (one, other):
        taken = filled(both, count)
        assert len(taken) == count == len(set(taken))
        assert set(taken) <= set(both)


def test_below_five_placements_nothing_is_drawn_however_many_need_to_know_more() -> None:
    assert layout([2, 2, 0, 0], 30, width=500) is None
    assert layout([5, 0, 0, 0], 0, width=500, before=([4, 0, 0, 0], 9)) is None


def test_above_a_hundred_and_fifty_a_shape_stands_in_proportion() -> None:
    strip = layout([40, 80, 20, 10, 1], 0, width=1000, names=NAMES, lane_name="Need to know more")
    assert strip and strip.kind == "shape"
    heights = [strip.ground - min(y for _, y in pile.shape) for pile in strip.piles[:5]]
    assert heights[0] / heights[1] == pytest.approx(0.5)
    assert strip.piles[5].shape == ()


def test_the_dots_of_the_screen_keep_the_largest_radius_with_the_fewest_columns() -> None:
    strip = layout([1, 9, 3, 8, 0], 3, width=1728, size="screen")
    assert strip and (strip.r, strip.columns) == (28, 3)
    assert span(3, 0.36) * 28 <= 200 < span(5, 0.36) * 28


def test_the_median_is_never_marked_on_a_split() -> None:
    shown = layout([5, 5, 0, 0, 0], 0, width=900, names=NAMES, lane_name="More", label="neighbouring", median=0)
    split = layout([5, 0, 0, 0, 5], 0, width=900, names=NAMES, lane_name="More", label="split", median=0)
    assert shown and shown.median and split and split.median is None


def test_a_name_breaks_in_two_at_most_and_keeps_every_word() -> None:
    assert break_name("Need to know more", 100, 17) == ("Need to", "know more")
    assert break_name("Violent", 10, 17) == ("Violent",)
    assert break_name("", 10, 17) == ()


def test_reasons_stay_whole() -> None:
    lines = join_reasons(("Effect on others", "Power or age gap", "Setting", "A fourth"), 200, 16)
    assert " · ".join(lines).split(" · ") == ["Effect on others", "Power or age gap", "Setting"]
    assert all(text_width(line, 16) <= 200 for line in lines)
