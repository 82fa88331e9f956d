"""The strip in words: the examples that the browser's tests read too."""

from dataclasses import asdict
from typing import Any

import pytest

from tests.helpers.strip import ENGLISH, examples
from workshop.domain.results import Movement
from workshop.drawing.strip_words import in_words, lowered, movement_parts


@pytest.mark.parametrize("example", examples("words"))
def test_in_words(example: dict[str, Any]) -> None:
    asked = dict(example["in"])
    before = asked.pop("before", None)
    asked["before"] = (before["tallies"], before["need_to_know"]) if before else None
    told = (asked.pop("names"), asked.pop("tallies"), asked.pop("need_to_know"))
    assert in_words(*told, words=ENGLISH, **asked) == example["out"]


@pytest.mark.parametrize("example", examples("movement"))
def test_movement(example: dict[str, Any]) -> None:
    assert [asdict(part) for part in movement_parts(**example["in"], words=ENGLISH)] == example["out"]


def test_a_movement_of_the_record_is_read_as_it_is() -> None:
    parts = movement_parts(asdict(Movement(same=9, typical=0, harmful=6)), ("typical", "harmful"), ENGLISH)
    assert [(part.n, part.text) for part in parts] == [(9, "stayed"), (6, "moved towards harmful")]


def test_a_name_of_one_letter_or_none() -> None:
    assert [lowered(name) for name in ("A", "", "AIM", "Harmful")] == ["a", "", "AIM", "harmful"]
