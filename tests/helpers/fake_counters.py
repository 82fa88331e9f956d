"""Leases and counters of the live store in memory."""

from __future__ import annotations

from collections.abc import Collection

from tests.helpers.fake_rooms import Process, Rooms


class FakeCounters:
    """Mixed into FakeLive."""

    shared: Rooms
    process: Process

    def take_lease(self, session: str, what: str, seconds: float) -> bool:
        self.process.step("take_lease")
        free = (session, what) not in self.shared.leases
        self.shared.leases.add((session, what))
        return free

    def is_leased(self, session: str, what: str) -> bool:
        self.process.step("is_leased")
        return (session, what) in self.shared.leases

    def release_lease(self, session: str, what: str) -> None:
        self.process.step("release_lease")
        self.shared.leases.discard((session, what))

    def count(self, what: str, seconds: int) -> int:
        self.process.step("count")
        self.shared.counted[what] = self.counted(what) + 1
        return self.shared.counted[what]

    def counted(self, what: str) -> int:
        return self.shared.counted.get(what, 0)

    def all_counted(self, whats: Collection[str]) -> dict[str, int]:
        return {what: self.counted(what) for what in whats}
