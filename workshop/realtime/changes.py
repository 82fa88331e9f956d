"""A part as it is written, its mark, and what changed of it: large parts travel as differences (docs/decisions/019).

A mark names a part's very bytes. It is the same from every worker and after any restart, and nobody outside can make
two parts of one mark, which would let a phone put a change over something else: the server's secret is in it.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
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


@dataclass(frozen=True)
class Change:
    """What changed of a part: the marks of what it was and of what it is, and `{"from": …, "to": …, "ops": […]}`."""

    before: str
    now: str
    raw: bytes = field(repr=False)


def change(before: Written, now: Written) -> Change | None:
    """What makes a part of now of the one before; None when it had better go whole."""
    if not (before.mark and now.mark):
        return None
    operations = orjson.dumps(difference(orjson.loads(before.raw), orjson.loads(now.raw)))
    said = b'{"from":"%b","to":"%b","ops":%b}' % (before.mark.encode(), now.mark.encode(), operations)
    return Change(before.mark, now.mark, said) if len(said) <= WORTH * len(now.raw) else None


@dataclass
class Given:
    """What one socket was given by itself (its full frame, which may be newer than what the room was sent last): part →
    mark, or "" of a small one. A part is out of it as soon as a frame to everybody has brought it.
    """

    epoch: str = ""
    rev: int = 0
    marks: dict[str, str] = field(default_factory=dict[str, str])

    def anew(self, epoch: str, rev: int, marks: dict[str, str]) -> None:
        """It is given all parts; what it knows as of a higher revision it keeps."""
        if epoch != self.epoch or rev >= self.rev:
            self.epoch, self.rev, self.marks = epoch, rev, marks

    def fits(self, epoch: str, rev: int, parts: Iterable[str], changes: Mapping[str, Change]) -> bool:
        """Whether a frame to everybody may go to this socket with its changes; from now on it has what it brings."""
        if not self.marks or (epoch == self.epoch and rev < self.rev):
            return True  # it has what all have; or it will take nothing of an older frame
        had = {name: self.marks.pop(name, None) for name in parts}
        return all(had[name] in (None, said.before, said.now) for name, said in changes.items())
