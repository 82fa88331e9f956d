"""Copies: what this worker knows of the heads and salts of its sessions, and of the seats' slices that it wrote itself.

All of it may be old. The commit compares versions, slices and the epoch, so that an old copy costs another try and does
no harm; what a closed round leaves here goes with the next head.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from workshop.activities.base import Change, Read, Slice, SliceRef
from workshop.activities.registry import is_copied
from workshop.domain.live import Head
from workshop.live.codec import head_from_json
from workshop.live.commit import Encoded
from workshop.service.ports import Loaded, UnknownSession

MOST_WARM = 10_000
MOST_SESSIONS = 2_000
"""A worker that runs for a year meets more: those that were read longest ago are read anew when somebody asks."""


@dataclass(frozen=True)
class Copy:
    """One session, as it was read last, from which run of the server.

    `warm`: slices as they were written last, as bytes and as values. `keys`: of the scopes, made from these salts.
    """

    epoch: str
    run: str
    head: Head
    salts: Mapping[str, str]
    warm: dict[SliceRef, tuple[bytes | None, Slice | None]]
    keys: dict[str, bytes] = field(default_factory=dict[str, bytes], repr=False)
    raw: bytes = field(default=b"", repr=False)
    """The head as it was read: the same bytes are not taken apart again."""

    def is_of(self, epoch: str, version: int) -> bool:
        """Whether nothing that matters here has changed."""
        return (self.epoch, self.head.version) == (epoch, version)


class Copies:
    """All sessions that this worker has asked for."""

    def __init__(self) -> None:
        self._copies: dict[str, Copy] = {}

    def get(self, session: str) -> Copy | None:
        return self._copies.get(session)

    def drop(self, session: str) -> None:
        """The next one who asks reads it anew."""
        self._copies.pop(session, None)

    def keep(
        self, session: str, raw: bytes | None, salts: Mapping[bytes, bytes], epoch: bytes | None, run: str
    ) -> Copy:
        """The newest reading; None where there was nothing. Raises UnknownSession."""
        before = self._copies.pop(session, None)
        if raw is None or epoch is None:
            raise UnknownSession(session)
        head = before.head if before is not None and before.raw == raw else head_from_json(raw)
        copy = Copy(epoch.decode(), run, head, {s.decode(): v.decode() for s, v in salts.items()}, {}, raw=raw)
        if before is not None and before.is_of(copy.epoch, head.version):  # a fresh look, and nothing has changed
            copy = replace(copy, warm=before.warm, keys=before.keys if copy.salts == before.salts else {})
        self._copies[session] = copy
        while len(self._copies) > MOST_SESSIONS:
            del self._copies[next(iter(self._copies))]
        return copy

    def warm(self, head: Head, reads: tuple[Read, ...]) -> Loaded | None:
        """The slices that a seat's command names, when this worker wrote all of them; else None."""
        copy = self._copies.get(head.session)
        if copy is None or not reads or not copy.is_of(copy.epoch, head.version):
            return None
        known = {ref: copy.warm[ref] for ref in reads if isinstance(ref, SliceRef) and ref in copy.warm}
        if len(known) != len(reads):
            return None
        slices, raws = {r: value for r, (_, value) in known.items()}, {r: raw for r, (raw, _) in known.items()}
        return Loaded(head, slices, {}, {}, raws, copy.epoch)

    def written(self, loaded: Loaded, change: Change, put: Encoded) -> None:
        """A change was committed: `put` are its slices as they lie there now, or nothing when that is not known."""
        copy = self._copies.get(loaded.head.session)
        if copy is None or not copy.is_of(loaded.epoch, loaded.head.version):
            return
        if len(copy.warm) > MOST_WARM:
            copy.warm.clear()
        for ref in change.put:
            copy.warm.pop(ref, None)
            if ref in put and is_copied(ref.collection):
                copy.warm[ref] = (put[ref], change.put[ref])
