"""A simulated phone's outbox, as the real one's: one operation after the other, each repeated until it is answered.

What belongs to a round is kept until the round has closed, and sent again when the server has lost its memory: an
answer that was stored until a later one about the same is stored.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from workshop.rehearsal.known import Parts
from workshop.rehearsal.wire import Line, Refusal

AGAIN = frozenset({"saving", "too_fast", "failed"})
"""Answers after which the same operation is sent again."""
PAUSE = 0.2


@dataclass(frozen=True)
class Operation:
    """One command with its one id."""

    name: str
    body: dict[str, Any]
    id: str = field(default_factory=lambda: secrets.token_urlsafe(18))

    @property
    def about(self) -> tuple[Any, ...]:
        """What it answers. A later one about the same takes its place: sent again after it, the old would win."""
        name = "board.place" if self.name == "board.skip" else self.name
        return (name, *(self.body.get(part) for part in ("round", "card", "item", "asked", "field")))


class Outbox:
    """One for a phone. `running()` is false when the phone has been put away."""

    def __init__(self, line: Line, running: Callable[[], bool]) -> None:
        self._line, self._running = line, running
        self._kept: list[Operation] = []
        self._epoch = line.epoch

    def send(self, name: str, body: dict[str, Any]) -> None:
        """Until it is answered. Raises Refusal for a no, ConnectionError when the phone was put away meanwhile."""
        operation = Operation(name, body)
        self._until_answered(operation)
        if body.get("round"):
            self._kept = [kept for kept in self._kept if kept.about != operation.about] + [operation]

    def renew(self) -> None:
        """When the epoch is another one: everything of open rounds again. Repeats are harmless.

        A no is for good, but for one to what was stored before while its round is closing here: that is what an older
        log said, and the next one may have the round open again.
        """
        if self._line.epoch == self._epoch:
            return
        self._epoch, kept, self._kept = self._line.epoch, self._kept, []
        for operation in kept:
            try:
                self._until_answered(operation)
            except Refusal:
                if operation.body["round"] not in _not_closed(self._line.parts):
                    continue
            self._kept.append(operation)

    def _until_answered(self, operation: Operation) -> None:
        while True:
            try:
                if not self._line.open:
                    self._line.connect()
                self._line.command(operation.name, operation.body, operation.id, seconds=8)
                return
            except Refusal as no:
                if no.code not in AGAIN:
                    raise
            except (ConnectionError, OSError, TimeoutError):
                if not self._running():
                    raise
            time.sleep(PAUSE)


def _not_closed(parts: Parts) -> set[str]:
    """Rounds that are shown as open or closing: of the board, and of what is asked besides."""
    board = (parts.get("board") or {}).get("round") or {}
    asked = [(p.get("round"), p.get("state")) for name, p in parts.items() if name != "board" and isinstance(p, dict)]
    rounds = [(board.get("id"), board.get("state")), *asked]
    return {found for found, state in rounds if isinstance(found, str) and state in ("open", "closing")}
