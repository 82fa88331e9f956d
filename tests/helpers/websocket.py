"""A WebSocket client that is not ours, and strict: what it makes of bytes."""

from __future__ import annotations

from wsproto.connection import Connection, ConnectionType
from wsproto.events import TextMessage


def messages(raw: bytes) -> list[str]:
    """The text messages; anything that is no whole frame is refused."""
    client = Connection(ConnectionType.CLIENT)
    client.receive_data(raw)
    found, text = [], ""
    for event in client.events():
        assert isinstance(event, TextMessage), event
        text += event.data
        if event.message_finished:
            found.append(text)
            text = ""
    assert text == "", "the last message was cut short"
    return found
