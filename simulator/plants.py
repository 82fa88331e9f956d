"""Planted faults: one piece of the product written differently, to see that a simulation finds it.

`within`: seeds from 0 among which it has to be found; tests/simulator holds each to that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from simulator.schedule import Act
from workshop.domain import disclosure
from workshop.live import store
from workshop.realtime import gate
from workshop.realtime.fanout import Fanout

LIVE = "static/src/shared/live"


@dataclass(frozen=True)
class Plant:
    """`page`: file, what stands there, what is to stand there instead; `server`: what plants it in this process.

    `acts`: the schedule in which it shows, which chance decides: not every seed brings it to light.
    """

    within: int
    acts: tuple[Act, ...]
    page: tuple[str, ...] = ()
    server: Callable[[], Any] | None = None

    @contextmanager
    def planted(self) -> Iterator[None]:
        """What is planted in this process is there for so long."""
        with ExitStack() as undo:
            if self.server is not None:
                undo.enter_context(self.server())
            yield


ALL, TWICE = Act(0.0, "everybody", (7,)), Act(1.2, "everybody", (3141,))
END = Act(1.0, "leave", (0,))
DOUBLING = Act(0.0, "weather", (3,))
EMPTIED = Act(1.0, "store emptied")
CUT = tuple(Act(0.0, "cut", (phone,)) for phone in range(4))
REVEAL = Act(0.0, "reveal")
BETWEEN_TWO_LOOKS = (
    Act(0.0, "everybody", (14719,)),
    Act(1.06, "cut", (3,)),
    Act(0.0, "tap", (0, 1, 3)),
    Act(0.18, "close"),
    Act(0.15, "cut", (3,)),
    Act(0.0, "reopen", (3,)),
    Act(0.51, "everybody", (22880,)),
)
"""A phone comes between two looks at the progress."""
TWO_PLACE = tuple(Act(0.0, "tap", (phone, card, 5 if phone > 1 else card)) for card in range(2) for phone in range(4))


def _script(stands: str, instead: str) -> Callable[[], Any]:
    """In the commit script."""

    def planted() -> Any:
        assert store.SCRIPT.count(stands) == 1, stands
        script = store.SCRIPT.replace(stands, instead)
        return patch.object(store, "SCRIPT", script)

    return planted


PLANTS = {
    "a commit forgets the operation id": Plant(
        12,
        (DOUBLING, ALL, TWICE, END, END),
        server=_script("if operation ~= '' then redis.call('SADD', KEYS[6], known, operation) end", ""),
    ),
    "a commit writes over what moved meanwhile": Plant(
        12, (ALL, TWICE, REVEAL), server=_script("if conflict then", "if false then")
    ),
    "a session that was just lost is said to be gone": Plant(
        12, (EMPTIED, *CUT), server=lambda: patch.object(gate, "why_lost", lambda context, session: "gone")
    ),
    "a picture of few is told": Plant(
        12,
        (*TWO_PLACE, END, REVEAL),
        server=lambda: patch.object(disclosure, "first_picture", lambda placed, unsure, people, k: None),
    ),
    "what a page was given by itself is not made level with the room": Plant(
        12,
        BETWEEN_TWO_LOOKS,
        server=lambda: patch.object(Fanout, "_level", lambda self, c, given, newest: setattr(c, "given", None)),
    ),
    "an outbox makes a new id on sending again": Plant(
        12,
        (ALL, *CUT, TWICE),
        page=(
            f"{LIVE}/outbox.ts",
            "this.send(next.name, next.body, next.id)",
            "this.send(next.name, next.body, next.lost ? newId() : next.id)",
        ),
    ),
    "an outbox keeps to itself what a store has lost": Plant(
        12,
        (ALL, EMPTIED),
        page=(f"{LIVE}/outbox.ts", "mayCount(o) ? { ...o, state: 'waiting' as const, lost: true } : o", "o"),
    ),
    "an outbox lets go of what was not answered": Plant(
        12,
        (ALL, *CUT),
        page=(f"{LIVE}/outbox.ts", "if (!ack.ok && AGAIN.has(ack.code)) {", "if (!ack.ok && ack.code === '') {"),
    ),
}
