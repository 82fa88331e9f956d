"""Slots: the same phone finds its own, and nobody else can."""

import re

from workshop.live.slots import SaltedSeat, new_salt

SECRET = b"s" * 32


def seat(token="token", session="abc", secret=SECRET, **salts):
    return SaltedSeat(token, session, secret, salts or {"r1": "one", "r2": "two"})


def test_a_phone_finds_its_slot_again():
    assert seat().slot("r1", "placements") == seat().slot("r1", "placements")
    assert re.fullmatch(r"[A-Za-z0-9_-]{22}", seat().slot("r1", "placements"))


def test_whatever_differs_gives_an_unrelated_slot():
    slots = [
        seat().slot("r1", "placements"),
        seat().slot("r1", "moves"),  # the movement cannot be joined to the placement
        seat().slot("r2", "placements"),
        seat(token="another").slot("r1", "placements"),
        seat(session="xyz").slot("r1", "placements"),
        seat(secret=b"t" * 32).slot("r1", "placements"),
        seat(r1="another salt").slot("r1", "placements"),
    ]
    assert len(set(slots)) == len(slots)


def test_without_the_salt_there_is_no_slot_left():
    assert seat(r2="two").slot("r1", "placements") == ""


def test_parts_of_a_name_cannot_be_shifted_into_each_other():
    assert seat(session="a", b="salt").slot("b", "x") != seat(session="a\0b", **{"": "salt"}).slot("", "x")


def test_a_seat_says_nothing_of_itself():
    assert "token" not in repr(seat())
    assert "token" not in f"{seat()}"


def test_salts_are_long_and_never_the_same():
    salts = {new_salt() for _ in range(1000)}
    assert len(salts) == 1000
    assert all(len(salt) == 43 for salt in salts)
