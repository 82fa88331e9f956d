"""Codes as people say, type and paste them. Whose code leads where: test_join.py."""

import pytest

from tests.helpers.rooms import a_context, a_room
from workshop.service.join_codes import ALPHABET, CODE_LENGTH, free_code, session_of_code, tidied


@pytest.mark.parametrize("typed", ["k7m4qx2p", " K7M4 QX2P ", "K7M4-QX2P", "https://x.test/#K7M4QX2P"])
def test_however_it_comes_it_is_the_code(typed):
    assert tidied(typed) == "K7M4QX2P"


def test_a_new_one_is_readable_and_free():
    room = a_room()
    made = free_code(room.context)
    assert len(made) == CODE_LENGTH and set(made) <= set(ALPHABET) and made != room.head.code
    assert session_of_code(room.context, made) is None and session_of_code(room.context, room.head.code) == room.id


def test_what_cannot_be_a_code_asks_no_record():
    context = a_context()
    context.record.session_of_code = None  # would not be callable
    assert session_of_code(context, "NOTACODE0") is None
