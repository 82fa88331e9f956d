"""A note's key is held as a digest, and opens nothing but what was locked with it."""

import pytest

from workshop.domain.note_keys import lock_of, opens


def test_what_is_held_says_nothing_of_the_key_and_differs_for_every_key():
    locks = {lock_of(f"key-{n}") for n in range(200)}
    assert len(locks) == 200 and not any("key" in lock for lock in locks)
    assert {len(lock) for lock in locks} == {64}


@pytest.mark.parametrize(
    ("key", "lock", "fits"),
    [
        ("a", lock_of("a"), True),
        ("b", lock_of("a"), False),
        ("", lock_of("a"), False),
        ("", "", False),
        ("a", "", False),
    ],
)
def test_only_its_own_key_opens_it_and_nothing_opens_what_has_none(key, lock, fits):
    assert opens(key, lock) is fits
