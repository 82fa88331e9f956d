"""Planted faults: one piece of the product written differently, to see that a simulation finds it.

`within`: seeds from 0 among which it has to be found; tests/simulator holds each to that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from workshop.domain import disclosure
from workshop.live import opening, store
from workshop.realtime import gate

LIVE = "static/src/shared/live"


@dataclass(frozen=True)
class Plant:
    """`page`: file, what stands there, what is to stand there instead; `server`: what plants it in this process."""

    within: int
    page: tuple[str, ...] = ()
    server: Callable[[], Any] | None = None

    @contextmanager
    def planted(self) -> Iterator[None]:
        """What is planted in this process is there for so long."""
        with ExitStack() as undo:
            if self.server is not None:
                undo.enter_context(self.server())
            yield


def _script(stands: str, instead: str) -> Callable[[], Any]:
    """In the commit script."""

    def planted() -> Any:
        assert store.SCRIPT.count(stands) == 1, stands
        script = store.SCRIPT.replace(stands, instead)
        digest = hashlib.sha1(script.encode(), usedforsecurity=False).hexdigest()
        return patch.multiple(store, SCRIPT=script, SCRIPT_ID=digest)

    return planted


PLANTS = {
    "a commit forgets the operation id": Plant(
        300, server=_script("if operation ~= '' then redis.call('SADD', KEYS[6], known, operation) end", "")
    ),
    "a commit writes over what moved meanwhile": Plant(300, server=_script("if conflict then", "if false then")),
    "a commit does not look at the epoch": Plant(
        300, server=_script("or (epoch ~= '' and meta[3] ~= epoch)", "")
    ),
    "a yes to what could not be stored": Plant(
        300, server=lambda: patch.object(gate, "SAVING", {"ok": True, "rev": 0})
    ),
    "a round closes while phones send again": Plant(
        300, server=lambda: patch.object(opening, "SEND_AGAIN_WITHIN", 0.001)
    ),
    "a session that was just lost is said to be gone": Plant(
        300, server=lambda: patch.object(gate, "has_gone", lambda context, session: True)
    ),
    "a picture of few is told": Plant(
        300, server=lambda: patch.object(disclosure, "first_picture", lambda placed, unsure, people, k: None)
    ),
    "an outbox makes a new id on sending again": Plant(
        300,
        page=(
            f"{LIVE}/outbox.ts",
            "this.send(next.name, next.body, next.id)",
            "this.send(next.name, next.body, newId())",
        ),
    ),
    "an outbox keeps to itself what a store has lost": Plant(
        300, page=(f"{LIVE}/outbox.ts", "o.state === 'sent' ? { ...o, state: 'waiting' as const } : o", "o")
    ),
    "an outbox lets go of what was not answered": Plant(
        300, page=(f"{LIVE}/outbox.ts", "if (!ack.ok && AGAIN.has(ack.code)) {", "if (!ack.ok && ack.code === '') {")
    ),
    "a frame is taken without a look at its revision": Plant(
        300, page=(f"{LIVE}/parts.ts", "if (frame.rev < (revs[name] ?? 0)) continue;", "")
    ),
}
