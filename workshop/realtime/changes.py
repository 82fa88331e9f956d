"""A part as it is written, its mark, and what changed of it: large parts travel as differences (docs/decisions/019).

A mark names a part's very bytes. It is the same from every worker and after any restart, and nobody outside can make
two parts of one mark, which would let a phone put a change over something else: the server's secret is in it.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from functools import cached_property

import orjson

from workshop.domain.differences import difference

LARGE = 600
"""Bytes from which a part has a mark. Less is hardly more than what a change of it would be."""
WORTH = 0.5
"""Of a part: a change that is longer than that is not worth finding its place; the part goes whole."""
DIGEST = 6
"""Bytes of a mark, eight characters."""


@dataclass(frozen=True)
class Written:
    """A part as it is sent, `raw`; `mark`, or "" when it is small."""

    raw: bytes = field(repr=False)
    secret: bytes = field(repr=False)

    @cached_property
    def mark(self) -> str:
        if len(self.raw) < LARGE:
            return ""
        return urlsafe_b64encode(hmac.digest(self.secret, b"mark\0" + self.raw, hashlib.sha256)[:DIGEST]).decode()


def change(before: Written, now: Written) -> bytes | None:
    """`{"from": mark, "to": mark, "ops": […]}`; None when the part had better go whole."""
    if not (before.mark and now.mark):
        return None
    operations = orjson.dumps(difference(orjson.loads(before.raw), orjson.loads(now.raw)))
    said = b'{"from":"%b","to":"%b","ops":%b}' % (before.mark.encode(), now.mark.encode(), operations)
    return said if len(said) <= WORTH * len(now.raw) else None
