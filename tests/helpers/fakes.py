"""The outside of the use cases, by hand and in memory: a live store that several workers share, and a process to kill.

What they promise is what `workshop.service.ports` says; tests/live and tests/record hold them against the real ones.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from tests.helpers.fake_counters import FakeCounters
from tests.helpers.fake_rooms import FakeSeat, Killed, Process, Room, Rooms, as_bytes
from workshop.activities.base import Change, Counter, Read, Seat, Slice, SliceRef, Whole
from workshop.domain.live import Head
from workshop.service.context import new_id
from workshop.service.ports import (
    Committed,
    Conflict,
    Leftover,
    Loaded,
    Operation,
    Reused,
    Signs,
    Snapshot,
    UnknownSession,
)


class FakeLive(FakeCounters):
    """One worker's live store: `another()` gives a second worker on the same rooms, with copies of its own."""

    def __init__(self, shared: Rooms | None = None, process: Process | None = None) -> None:
        self.shared = shared or Rooms()
        self.process = process or Process()
        self.meanwhile: list[Callable[[], object]] = []
        """What somebody else does just before this worker's next commits, one at a time."""
        self._copies: dict[str, tuple[Head, dict[str, str], str]] = {}
        self.restore: Callable[[str], object] = self._as_it_lies

    def another(self, process: Process | None = None) -> FakeLive:
        return FakeLive(self.shared, process)

    def room(self, session: str) -> Room:
        """The room itself, for a test to look at."""
        found = self.shared.rooms.get(session)
        if found is not None and found.run != self.shared.run:
            self._copies.pop(session, None)
            self.restore(session)
        if session not in self.shared.rooms:
            self._copies.pop(session, None)
            raise UnknownSession(session)
        return self.shared.rooms[session]

    def saved(self) -> dict[str, Room]:
        """What the log holds now, for `started_again`."""
        return copy.deepcopy(self.shared.rooms)

    def started_again(self, saved: dict[str, Room] | None = None) -> None:
        """The server was; what lies there is what the log had, which may be older than what was acknowledged."""
        self.shared.rooms = self.shared.rooms if saved is None else copy.deepcopy(saved)
        self.shared.run += 1
        self.shared.leases.clear()

    def _as_it_lies(self, session: str) -> None:
        found = self.leftover(session)
        if found is not None:
            self.create(found.head, {}, {}, found.rev)

    def lose_everything(self) -> None:
        """The server has been emptied; the workers' copies are still there."""
        self.shared.rooms.clear()
        self.shared.codes.clear()
        self.shared.leases.clear()

    # ------------------------------------------------------------ the port

    def create(
        self, head: Head, collections: Mapping[str, Mapping[str, Slice]], counts: Mapping[str, int], since: int = 0
    ) -> None:
        self.process.step("create")
        before = self.shared.rooms.get(head.session)
        if before is not None and before.run == self.shared.run:
            return
        scopes = ("session", *(r.id for r in head.rounds.values() if r.state in ("open", "closing")))
        raw = {name: {key: as_bytes(value) for key, value in slices.items()} for name, slices in collections.items()}
        room = before or Room(head)
        version = head.version if before is None else max(head.version, before.head.version) + 1
        room.head, room.run, room.epoch = replace(head, version=version), self.shared.run, new_id()
        room.rev = max(since, before.rev if before else 0) + 1
        room.parts["*"] = room.rev
        room.counts |= counts
        room.collections |= raw
        room.salts = {scope: new_id() for scope in scopes} | room.salts
        self.shared.rooms[head.session] = room
        self.shared.codes[head.code] = head.session
        self._copies.pop(head.session, None)

    def leftover(self, session: str) -> Leftover | None:
        self.process.step("leftover")
        found = self.shared.rooms.get(session)
        return None if found is None else Leftover(found.head, found.rev)

    def sessions(self) -> list[str]:
        self.process.step("sessions")
        return sorted(self.shared.rooms)

    def run_id(self) -> str:
        self.process.step("run_id")
        return str(self.shared.run)

    def head(self, session: str, fresh: bool = False) -> Head:
        return self._copy(session, fresh)[0]

    def seat(self, session: str, token: str) -> Seat:
        return FakeSeat(token, self._copy(session, False)[1])

    def scope_is_open(self, session: str, scope: str) -> bool:
        return scope in self._copy(session, False)[1]

    def _copy(self, session: str, fresh: bool) -> tuple[Head, dict[str, str], str]:
        found = self.shared.rooms.get(session)
        if fresh or session not in self._copies or (found and found.run != self.shared.run):
            self.process.step("head")
            room = self.room(session)
            self._copies[session] = (room.head, dict(room.salts), room.epoch)
        return self._copies[session]

    def load(self, head: Head, reads: tuple[Read, ...], all_counts: bool, warm: bool = False) -> Loaded:
        self.process.step("load")
        room = self.shared.rooms.get(head.session) or Room(head)
        refs = [r for r in reads if isinstance(r, SliceRef)]
        wholes = [r.collection for r in reads if isinstance(r, Whole)]
        names = [r.name for r in reads if isinstance(r, Counter)]
        raw = {ref: room.collections.get(ref.collection, {}).get(ref.key) for ref in refs}
        every = {SliceRef(c, key): value for c in wholes for key, value in room.collections.get(c, {}).items()}
        return Loaded(
            head=head,
            slices={ref: None if value is None else json.loads(value) for ref, value in raw.items()},
            wholes={name: room.slices(name) for name in wholes},
            counts={n: v for n, v in room.counts.items() if all_counts or n in names},
            raw={**raw, **every},
            epoch=known[2] if (known := self._copies.get(head.session)) else "",
        )

    def commit(self, loaded: Loaded, change: Change, operation: Operation | None) -> Committed:
        if self.meanwhile:
            self.meanwhile.pop(0)()
        self.process.step("commit")
        session = loaded.head.session
        room = self.room(session)
        done = room.ops.get(operation.scope, {}).get(operation.id) if operation else None
        if operation and done is not None:
            if done != operation.asked:
                raise Reused
            return Committed(room.rev, repeated=True, epoch=room.epoch)
        old = room.head.version != loaded.head.version or loaded.epoch not in ("", room.epoch)
        if old or self._moved(room, loaded, change):
            self._copies.pop(session, None)
            raise Conflict
        self._write(room, loaded.head, change, operation)
        return Committed(room.rev, epoch=room.epoch)

    def _moved(self, room: Room, loaded: Loaded, change: Change) -> bool:
        watched = [ref for ref in {*loaded.slices, *change.put} if ref in loaded.slices or ref in loaded.raw]
        return any(room.collections.get(r.collection, {}).get(r.key) != loaded.raw.get(r) for r in watched)

    def _write(self, room: Room, old: Head, change: Change, operation: Operation | None) -> None:
        if change.head is not None:
            room.head = replace(change.head, version=old.version + 1)
            room.salts |= {scope: new_id() for scope in change.head.rounds if scope not in old.rounds}
            self._copies.pop(old.session, None)
        for ref, value in change.put.items():
            lies = room.collections.setdefault(ref.collection, {})
            lies.pop(ref.key, None)
            if value is not None:
                lies[ref.key] = as_bytes(value)
        for name, delta in change.count.items():
            room.counts[name] = room.counts.get(name, 0) + delta
            if name == "devices":
                room.counts["devices:most"] = max(room.counts.get("devices:most", 0), room.counts[name])
        for name in change.wipe:
            room.collections.pop(name, None)
        if operation:
            room.ops.setdefault(operation.scope, {})[operation.id] = operation.asked
        room.writes += 1
        if change.parts:
            room.rev += 1
            room.parts |= dict.fromkeys(change.parts, room.rev)

    def view(self, session: str, needs: Callable[[Head], tuple[str, ...]]) -> Snapshot:
        self.process.step("view")
        room = self.room(session)
        self._copies[session] = (room.head, dict(room.salts), room.epoch)
        found = {name: room.slices(name) for name in needs(room.head)}
        return Snapshot(room.epoch, room.rev, room.head, dict(room.parts), copy.copy(room.counts), found)

    def was_done(self, session: str, operation: Operation) -> bool:
        return self.room(session).ops.get(operation.scope, {}).get(operation.id) == operation.asked

    def revision(self, session: str) -> int:
        self.process.step("revision")
        return self.room(session).rev if session in self.shared.rooms else 0

    def signs(self, sessions: Collection[str]) -> dict[str, Signs]:
        self.process.step("signs")
        rooms = {s: self.shared.rooms[s] for s in sessions if s in self.shared.rooms}
        return {s: Signs(r.epoch, r.rev, r.writes) for s, r in rooms.items() if r.run == self.shared.run}

    def find_code(self, code: str) -> str | None:
        self.process.step("find_code")
        return self.shared.codes.get(code)

    def erase_scope(self, session: str, scope: str, collections: tuple[str, ...]) -> None:
        self.process.step("erase_scope")
        room = self.room(session)
        room.salts.pop(scope, None)
        room.ops.pop(scope, None)
        for name in collections:
            room.collections.pop(name, None)
        self._copies.pop(session, None)

    def retire(self, session: str, code: str) -> None:
        self.process.step("retire")
        if session in self.shared.rooms:
            gone = Room(self.shared.rooms[session].head, self.shared.rooms[session].run)
            kept = self.shared.rooms[session]
            gone.epoch, gone.rev, gone.parts = kept.epoch, kept.rev, kept.parts
            self.shared.rooms[session] = gone
        self.shared.codes.pop(code, None)

    def forget(self, session: str) -> None:
        self.process.step("forget")
        room = self.shared.rooms.pop(session, None)
        self._copies.pop(session, None)
        if room:
            self.shared.codes.pop(room.head.code, None)

    def ping(self) -> None:
        self.process.step("ping")


__all__ = ["FakeLive", "FakeSeat", "Killed", "Process", "Room", "Rooms"]
