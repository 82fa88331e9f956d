"""What a message has to be before anybody looks into it, and what is answered where no rule was asked."""

from __future__ import annotations

import hashlib
import hmac
from contextlib import suppress
from typing import Any, TypeGuard

from workshop.activities.base import Refused, said_no
from workshop.activities.registry import COMMANDS
from workshop.realtime.wire import is_pad, sorted_json

NEEDED = frozenset({"id", "name", "body"})
ALLOWED = NEEDED | {"pad", "since"}
SAVING = said_no(Refused("saving", "any.saving"))
FAILED = said_no(Refused("failed", "any.failed"))
TOO_FAST = said_no(Refused("too_fast", "any.too_fast"))
MALFORMED = said_no(Refused("invalid", "any.not_understood"))


def well_formed(message: object) -> TypeGuard[dict[str, Any]]:
    """`{id, name, body, pad?, since?}` of the right types and sizes, and nothing else."""
    if not isinstance(message, dict) or not NEEDED <= message.keys() <= ALLOWED:
        return False
    id_, name, body = message["id"], message["name"], message["body"]
    if not (isinstance(id_, str) and isinstance(name, str) and isinstance(body, dict)):
        return False
    # Half a character cannot be kept, and would fail for ever.
    return 16 <= len(id_) <= 64 and id_.isprintable() and is_pad(message.get("pad", ""))


def known(name: str) -> str:
    """A command’s name as it may be logged."""
    return name if name in COMMANDS else "unknown"


def digests(secret: bytes, message: dict[str, Any]) -> tuple[str, str]:
    """What is remembered of an operation: of its id, and of what was asked under it.

    The id itself is kept nowhere, and without it the second cannot be tried out, not even with the secret.
    """
    id_, asked = message["id"].encode("utf-8", "surrogatepass"), b""
    with suppress(RecursionError):  # so deep a body is no command's, and is refused as such
        asked = sorted_json([message["name"], message["body"]]).encode()
    made = (
        hmac.digest(secret, kind + b"\0" + of, hashlib.sha256).hex()
        for kind, of in ((b"operation", id_), (b"asked", id_ + b"\0" + asked))
    )
    return next(made)[:32], next(made)[:16]
