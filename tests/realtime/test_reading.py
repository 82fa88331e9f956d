"""What phones send, cut anywhere, is read as the library reads it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wsproto.connection import Connection, ConnectionType
from wsproto.events import BytesMessage, CloseConnection, Ping, TextMessage

from workshop.realtime.reading import Reading

LARGEST = 300
SIZES = st.sampled_from((0, 1, 2, 125, 126, 127, 299, 300, 301, 700, 70_000))
TEXTS = st.builds(lambda size, character: character * size, SIZES, st.sampled_from("aé€"))
SENT = st.one_of(
    TEXTS.map(TextMessage),
    SIZES.map(lambda size: BytesMessage(b"x" * size)),
    st.just(Ping(b"here?")),
    st.lists(TEXTS, min_size=2, max_size=3).map(
        lambda texts: [TextMessage(t, message_finished=n == len(texts) - 1) for n, t in enumerate(texts)]
    ),
)


def library(chunks: list[bytes]) -> list[str]:
    """What wsproto makes of it: a word for everything that is heard, in order."""
    server, heard, text = Connection(ConnectionType.SERVER), list[str](), ""
    for chunk in chunks:
        server.receive_data(chunk)
        for event in server.events():
            if isinstance(event, TextMessage):
                text += event.data
                if event.message_finished:
                    heard.append(text)
                    text = ""
            elif isinstance(event, BytesMessage):
                heard += ["bytes"] * event.message_finished
            else:
                heard.append(f"{type(event).__name__}{getattr(event, 'code', '')}")
            if isinstance(event, CloseConnection):
                return heard
    return heard


def ours(chunks: list[bytes]) -> tuple[list[str], int]:
    """The same through Reading, with what it leaves to the library in between; and how many it read itself."""
    reading, heard, passed, read = Reading(LARGEST), list[str](), list[bytes](), 0
    for chunk in chunks:
        for found in reading.feed(chunk):
            if isinstance(found, bytes):
                passed.append(found)
                continue
            read += 1
            heard += library(passed)  # what it was given before, all of it whole frames
            passed = []
            heard.append(found)
        if reading.at_rest:  # whatever read it may be forgotten
            heard, passed = heard + library(passed), []
            if heard and heard[-1].startswith(CloseConnection.__name__):
                break
    return heard + library(passed), read


def cut(data: bytes, at: list[int]) -> list[bytes]:
    """The same bytes, as they may arrive."""
    marks = sorted({0, len(data), *(n % (len(data) + 1) for n in at)})
    return [data[a:b] for a, b in pairwise(marks)]


def said(events: list) -> bytes:
    """As a browser masks it."""
    phone = Connection(ConnectionType.CLIENT)
    return b"".join(phone.send(e) for event in events for e in (event if isinstance(event, list) else [event]))


@given(st.lists(SENT, max_size=6), st.lists(st.integers(0, 200_000), max_size=8))
def test_whatever_comes_is_heard_as_the_library_hears_it(events, at):
    data = said(events)
    assert ours(cut(data, at))[0] == library([data])


@given(st.lists(TEXTS.filter(bool), max_size=4), st.binary(max_size=40), st.lists(st.integers(0, 900), max_size=4))
def test_what_breaks_the_protocol_is_refused_as_the_library_refuses_it(texts, broken, at):
    data = said([TextMessage(text) for text in texts]) + broken
    assert ours(cut(data, at))[0] == library([data])


def test_commands_of_phones_are_read_here():
    commands = ['420["command"]', "x" * 126, "é" * 150]
    heard, read = ours([said([TextMessage(c) for c in commands])])
    assert (heard, read) == (commands, 3)


SAID = said([TextMessage("hello")])
STRANGE = {
    "unmasked": bytes((SAID[0], SAID[1] & 0x7F)) + bytes(4) + b"hello",
    "with a reserved bit": bytes((SAID[0] | 0x40,)) + SAID[1:],
    "of bytes": said([BytesMessage(b"hello")]),
    "of text that is no UTF-8": bytes((SAID[0], SAID[1])) + bytes(4) + b"hell\xff",
    "with its length in more bytes than needed": bytes((SAID[0], 0x80 | 126, 0, 5)) + bytes(4) + b"hello",
    "too large": said([TextMessage("x" * (LARGEST + 1))]),
    "the first part of a message": said([TextMessage("hello", message_finished=False)]),
}


@pytest.mark.parametrize("data", STRANGE.values(), ids=STRANGE)
def test_nothing_else_is_read_here(data):
    assert b"".join(Reading(LARGEST).feed(data)) == data


def test_a_part_of_a_message_is_not_taken_for_a_message():
    """A whole text frame within a message in parts breaks the protocol."""
    data = said([TextMessage("a", message_finished=False)]) + SAID
    assert b"".join(Reading(LARGEST).feed(data)) == data
