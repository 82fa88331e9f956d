"""Of the record in memory: what was released, what was asked to be destroyed, and pools."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from workshop.domain.ledger import No
from workshop.service.ports import Destruction, KeptPool, Release, Why


class FakeReports:
    """Mixed into FakeRecord."""

    shelves: Any
    process: Any
    _erase: Callable[[str, str | None, Why | None], None]

    def add_release(self, release: Release, left=None) -> None:
        if any(r.session == release.session for r in self.shelves.releases.values()):
            raise ValueError("released before")
        self.shelves.releases[release.id] = release
        if left is not None:
            kept = self.shelves.checkpoints[release.session]
            self.shelves.checkpoints[release.session] = replace(kept, collections=left)

    def releases(self, organisation: str, start: int = 0, limit: int | None = None) -> list[Release]:
        found = [r for r in self.shelves.releases.values() if r.organisation == organisation]
        listed = [replace(r, files={}, digests={}) for r in found]
        ordered = sorted(sorted(listed, key=lambda r: (r.title, r.id)), key=lambda r: r.released_on, reverse=True)
        return ordered[start:][:limit]

    def release(self, release: str) -> Release | None:
        return self.shelves.releases.get(release)

    def add_pool(self, asked: KeptPool, refusal) -> tuple[str, No | None]:
        earlier = [p for p in self.shelves.pools.values() if p.organisation == asked.organisation]
        same = next((p.id for p in earlier if p.pool.people == asked.pool.people), None)
        if same is not None:
            return same, None
        refused = refusal(asked.pool, [p.pool for p in earlier])
        if refused is not None:
            return "", refused
        self.shelves.pools[asked.id] = asked
        return asked.id, None

    def pool(self, pool: str) -> KeptPool | None:
        return self.shelves.pools.get(pool)

    def ask_destruction(self, asked: Destruction) -> None:
        self.shelves.destructions.setdefault(asked.release, asked)

    def destruction(self, release: str) -> Destruction | None:
        return self.shelves.destructions.get(release)

    def withdraw_destruction(self, release: str) -> bool:
        return self.shelves.destructions.pop(release, None) is not None

    def destroy(self, asked: Destruction, why: Why | None = None) -> bool:
        self.process.step("destroy")
        if self.shelves.destructions.get(asked.release) != asked:
            return False
        self._erase(self.shelves.releases[asked.release].session, asked.release, why)
        return True
