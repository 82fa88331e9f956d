"""What a phone seldom sends, byte by byte: parts, pings, goodbyes, and what breaks the protocol."""

from __future__ import annotations

import os

import pytest
from wsproto.connection import Connection, ConnectionType
from wsproto.events import BytesMessage, CloseConnection, Ping, Pong, TextMessage

from workshop.realtime.long_way import LongWay, accepted

LARGEST = 1000
ASKS = {
    "HTTP_HOST": "w", "HTTP_UPGRADE": "websocket", "HTTP_CONNECTION": "keep-alive, Upgrade",
    "HTTP_SEC_WEBSOCKET_KEY": "dGhlIHNhbXBsZSBub25jZQ==", "HTTP_SEC_WEBSOCKET_VERSION": "13",
}  # fmt: skip


@pytest.fixture
def phone():
    return Connection(ConnectionType.CLIENT)


@pytest.fixture
def way():
    return LongWay(LARGEST)


def test_a_request_is_accepted_with_the_answer_to_its_key_and_no_extension():
    answer = accepted({**ASKS, "HTTP_SEC_WEBSOCKET_EXTENSIONS": "permessage-deflate", "HTTP_X": "\x00"})
    assert answer.startswith(b"HTTP/1.1 101 ") and answer.endswith(b"\r\n\r\n")
    assert b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" in answer, "the example of RFC 6455, 1.3"
    assert b"extensions" not in answer.lower()


@pytest.mark.parametrize("without", ASKS)
def test_a_request_that_lacks_something_is_not(without):
    with pytest.raises(Exception, match=r".*"):
        accepted({name: value for name, value in ASKS.items() if name != without})


def test_a_message_in_parts_is_one_message_however_its_bytes_come(phone, way):
    parts = [TextMessage("grüße ", message_finished=False), TextMessage("an ", message_finished=False)]
    data = b"".join(phone.send(part) for part in [*parts, TextMessage("alle"), BytesMessage(b"\x00\xff")])
    found = [message for at in range(len(data)) for message in way.feed(data[at : at + 1]).messages]
    assert found == ["grüße an alle", b"\x00\xff"]


def test_a_ping_between_two_parts_is_answered_with_its_own_words(phone, way):
    data = (
        phone.send(TextMessage("a", message_finished=False))
        + phone.send(Ping(b"there?"))
        + phone.send(TextMessage("b"))
    )
    read = way.feed(data)
    assert (read.messages, read.goes_on) == (["ab"], True)
    assert answers(phone, read) == [Pong(b"there?")]


def test_a_goodbye_is_answered_and_ends_the_line(phone, way):
    read = way.feed(phone.send(CloseConnection(1001, "I go")))
    assert not read.goes_on
    assert [event.code for event in answers(phone, read)] == [1001]


def test_what_is_too_large_ends_it_while_it_is_arriving(phone, way):
    data = phone.send(TextMessage("x" * 50 * LARGEST))
    read = way.feed(data[: 2 * LARGEST])
    assert (read.messages, read.goes_on) == ([], False)
    assert [event.code for event in answers(phone, read)] == [1009]


def test_so_do_many_parts_that_are_too_large_together(phone, way):
    parts = [phone.send(TextMessage("x" * 100, message_finished=False)) for _ in range(11)]
    assert [way.feed(part).goes_on for part in parts] == [True] * 10 + [False]


@pytest.mark.parametrize("data", [b"\xf1\x80\0\0\0\0", b"\x81\x01x", b"\x83\x80\0\0\0\0", b"\x80\x80\0\0\0\0"])
def test_what_breaks_the_protocol_is_answered_with_a_goodbye(phone, way, data):
    read = way.feed(data)
    assert not read.goes_on
    assert [event.code for event in answers(phone, read)] == [1002]


def test_noise_never_goes_up_as_a_fault_of_ours(way):
    for _ in range(200):
        read = LongWay(LARGEST).feed(os.urandom(60))
        assert read.goes_on or read.answers


def answers(phone, read) -> list:
    phone.receive_data(b"".join(read.answers))
    return list(phone.events())
