"""What the live store in memory is made of: rooms, seats, and a process that can be killed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop.activities.base import Slice
from workshop.domain.live import Head
from workshop.service.context import new_id


class Killed(BaseException):
    """SIGKILL: nothing that could still be caught and tidied up in a use case."""


class Process:
    """A worker as its neighbours see it: every call to the outside is a step, and it can be killed before any."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.dies_before: int | None = None
        self.died_at: str | None = None

    def step(self, name: str) -> None:
        """One call to the outside. Once dead, every further one fails: no `finally` reaches anything."""
        if self.dies_before is not None and len(self.steps) >= self.dies_before:
            self.died_at = self.died_at or name
            raise Killed(name)
        self.steps.append(name)


@dataclass
class Room:
    """One live session as it lies in the store."""

    head: Head
    run: int = 0
    epoch: str = field(default_factory=new_id)
    rev: int = 1
    writes: int = 0
    parts: dict[str, int] = field(default_factory=lambda: {"*": 1})
    counts: dict[str, int] = field(default_factory=dict)
    collections: dict[str, dict[str, bytes]] = field(default_factory=dict)
    salts: dict[str, str] = field(default_factory=dict)
    ops: dict[str, dict[str, str]] = field(default_factory=dict)

    def slices(self, collection: str) -> dict[str, Slice]:
        return {key: json.loads(raw) for key, raw in self.collections.get(collection, {}).items()}


@dataclass
class Rooms:
    """What all workers share."""

    rooms: dict[str, Room] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    leases: set[tuple[str, str]] = field(default_factory=set)
    counted: dict[str, int] = field(default_factory=dict)
    run: int = 0
    """How often the server was started again."""


class FakeSeat:
    """Slots of a token: readable, so that a failing test says whose they are."""

    def __init__(self, token: str, salts: Mapping[str, str]) -> None:
        self._token, self._salts = token, salts

    def slot(self, scope: str, purpose: str) -> str:
        salt = self._salts.get(scope)
        return "" if salt is None else f"{salt}/{purpose}/{self._token}"


def as_bytes(value: Slice) -> bytes:
    return json.dumps(value, sort_keys=True).encode()
