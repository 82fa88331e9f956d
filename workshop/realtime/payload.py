"""What a client of Engine.IO may ask for and send by polling, told from everything else before the engine sees it.

The engine never answers a payload that it refuses, and holds its connection for ever. So nothing that it would refuse
may reach it.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

LONGEST_QUERY = 200
KEYS = frozenset({"EIO", "transport", "sid", "t", "b64"})
"""JSONP (`j`) is not among them: no browser that we support needs it."""
MOST_PACKETS = 16
SEPARATOR = b"\x1e"
FROM_CLIENT = b"134b"
"""Close, pong, message, binary message: what may come by polling. Probes and upgrades come by WebSocket."""
KEY_BYTES = 16


class NotEngineIO(ValueError):
    """No client of ours sends this. Its text says what is wrong, and nothing of what was sent."""


def read_query(text: str) -> dict[str, str]:
    """The query of a request: one value a name. Raises NotEngineIO."""
    try:
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=len(KEYS), errors="strict")
    except ValueError:
        raise NotEngineIO("The query cannot be read.") from None
    found = dict(pairs)
    if len(text) > LONGEST_QUERY or len(found) != len(pairs) or not found.keys() <= KEYS:
        raise NotEngineIO("The query has more than is known here.")
    if found.get("EIO") != "4" or found.get("transport") not in ("polling", "websocket"):
        raise NotEngineIO("Only Engine.IO 4 by polling or WebSocket is spoken here.")
    return found


def check_payload(body: bytes) -> None:
    """Packets of the kinds that a client sends by polling, whole and not too many. Raises NotEngineIO."""
    packets = body.split(SEPARATOR)
    if len(packets) > MOST_PACKETS:
        raise NotEngineIO("Too many packets at once.")
    for packet in packets:
        if not packet or packet[0] not in FROM_CLIENT:
            raise NotEngineIO("No packet that a client sends.")
        if packet[:1] == b"b":
            _base64(packet[1:])
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        raise NotEngineIO("The text is not UTF-8.") from None


def check_upgrade(environ: Mapping[str, Any]) -> None:
    """The request that a WebSocket begins with, RFC 6455, 4.2.1. Raises NotEngineIO."""
    words = [word.strip() for word in str(environ.get("HTTP_CONNECTION", "")).lower().split(",")]
    version, key = environ.get("HTTP_SEC_WEBSOCKET_VERSION"), str(environ.get("HTTP_SEC_WEBSOCKET_KEY", ""))
    if "upgrade" not in words or str(environ.get("HTTP_UPGRADE", "")).lower() != "websocket" or version != "13":
        raise NotEngineIO("No request for a WebSocket.")
    if environ.get("SERVER_PROTOCOL") != "HTTP/1.1" or len(_base64(key.encode("latin-1", "replace"))) != KEY_BYTES:
        raise NotEngineIO("No request for a WebSocket.")


def _base64(text: bytes) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise NotEngineIO("No base64.") from None
