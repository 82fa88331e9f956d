"""Of two checkpoints of one room it is told which is the older, as far as they can tell."""

from dataclasses import replace

import pytest

from tests.helpers.kept import a_checkpoint
from workshop.domain.checkpoint import ROOM, Checkpoint


def read(version: int, log: str, rev: int) -> Checkpoint:
    found = a_checkpoint(version=version)
    room = {ROOM: {"log": {"id": log}}} if log else {}
    return replace(found, collections={**found.collections, **room}, rev=rev)


@pytest.mark.parametrize(
    ("one", "other", "older"),
    [
        ((4, "a", 9), (5, "a", 1), True),
        ((5, "a", 1), (4, "a", 9), False),
        ((5, "a", 8), (5, "a", 9), True),
        ((5, "a", 9), (5, "a", 9), False),
        ((5, "a", 10), (5, "a", 9), False),
        ((5, "a", 8), (5, "b", 9), False),
        ((5, "", 8), (5, "", 9), False),
        ((5, "", 8), (5, "a", 9), False),
    ],
)
def test_by_its_head_and_within_one_log_by_its_revision(one, other, older):
    assert read(*one).is_older_than(read(*other)) is older
