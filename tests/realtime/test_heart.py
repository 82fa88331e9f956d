"""A heartbeat that comes alone and whole is answered at once; everything else is left to be read."""

import os

import pytest

from workshop.realtime.allowance import Allowance
from workshop.realtime.heart import ANSWERS, WORDS, Heart, unmasked
from workshop.realtime.outlet import Outlet, websocket_text


def framed(words: bytes, mask: bytes | None = None, first: int = 0x81) -> bytes:
    """As a browser sends a short text."""
    mask = os.urandom(4) if mask is None else mask
    return bytes((first, 0x80 | len(words))) + mask + unmasked(mask, words)


@pytest.mark.parametrize("role", sorted(WORDS))
def test_one_is_answered_with_its_own_words_whatever_the_mask(role):
    for mask in (b"\0\0\0\0", b"\xff\xff\xff\xff", os.urandom(4)):
        assert Heart(role, Allowance()).answer(framed(WORDS[role], mask)) == websocket_text(WORDS[role])


@pytest.mark.parametrize(
    "chunk",
    [
        b"",
        framed(WORDS["delegate"])[:-1],
        framed(WORDS["delegate"]) + framed(WORDS["delegate"]),
        framed(WORDS["screen"]),
        framed(WORDS["delegate"], first=0x01),  # the beginning of a longer text
        framed(WORDS["delegate"], first=0x82),
        framed(WORDS["delegate"].replace(b"beat", b"beau")),
        os.urandom(26),
    ],
)
def test_everything_else_is_left_to_be_read(chunk):
    assert Heart("delegate", Allowance()).answer(chunk) is None


def test_too_many_are_left_to_the_gate_which_counts_them():
    heart = Heart("delegate", Allowance(0.2))
    answered = [heart.answer(framed(WORDS["delegate"])) for _ in range(40)]
    assert answered[0] == ANSWERS["delegate"] and answered[-1] is None


class Wire:
    """A socket that has these chunks to give."""

    def __init__(self, *chunks):
        self.chunks, self.reading, self.writing = list(chunks), *os.pipe()

    def recv(self, size):
        return self.chunks.pop(0)

    def fileno(self):
        return self.writing


def test_a_reader_never_sees_it_and_the_answer_is_written():
    wire = Wire(framed(WORDS["delegate"]), b"a command")
    outlet = Outlet(wire)
    outlet.heart = Heart("delegate", Allowance()).answer
    assert outlet.recv(4096) == b"a command"
    assert os.read(wire.reading, 4096) == ANSWERS["delegate"]
