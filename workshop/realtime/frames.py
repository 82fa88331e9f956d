"""Frames: at most five a second for a session, built once and encoded once for each audience.

A worker learns of a change by the bare revision on the channel, and asks once a second besides, so that a lost message
costs a second and not the room. What was not changed for an audience is not sent to it, so that moderating, or one
phone's reconnect, sends nothing to the others.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from workshop.activities.base import Role
from workshop.realtime.fanout import Frame
from workshop.service import view
from workshop.service.context import Context
from workshop.service.ports import Snapshot
from workshop.service.sizes import filler

INTERVAL = 0.2
LARGE = ((20_000, 3.0), (4_000, 1.5))
"""Bytes above which a part goes out no more often than that many seconds, when only delegates' words moved."""
Send = Callable[[str, Role, Frame, Callable[[bool], Frame]], None]
"""(session, audience, frame, newest) → to every socket of that audience on this worker; `newest(full)` makes the frame
for a socket that could not take some: all parts of the audience as they are then."""


@dataclass
class _Audience:
    """What an audience of this worker has been sent: part → (revision built at, bytes), and when it was."""

    epoch: str = ""
    rev: int = 0
    step: str = ""
    version: int = -1
    """Of the head, which changes by what the facilitator does and nothing else."""
    sent: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    when: dict[str, float] = field(default_factory=dict)


class FrameLoop:
    """One session's frames on one worker. `tick` sends what moved and says when it wants to be called again."""

    def __init__(self, context: Context, session: str, send: Send) -> None:
        self._context, self._session, self._send = context, session, send
        self._audiences: dict[Role, _Audience] = {}

    def tick(self, roles: Iterable[Role]) -> float | None:
        """Send one frame to each audience for which something moved. Returns seconds until a throttled part is due."""
        seen = view.snapshot(self._context, self._session)
        built = view.view_of(self._context, seen)
        waits = [self._frame(seen, built, role) for role in roles]
        return min((w for w in waits if w is not None), default=None)

    def newest(self, role: Role, full: bool = True) -> Frame:
        """All parts of an audience as they were last sent, for a socket that could not take some of them."""
        audience = self._audiences[role]
        parts = {name: raw for name, (_, raw) in audience.sent.items()}
        return Frame(audience.epoch, audience.rev, parts, full, now=self._context.now())

    def _frame(self, seen: Snapshot, built: view.View, role: Role) -> float | None:
        audience = self._audiences.setdefault(role, _Audience())
        full = audience.epoch != seen.epoch or audience.step != _place(seen)
        if full:
            audience.epoch, audience.step, audience.sent = seen.epoch, _place(seen), {}
        audience.rev = seen.rev
        parts, wait = self._due(seen, role, audience)
        encoded = encode(view.build(built, parts, role))
        fresh = {name: raw for name, raw in encoded.items() if _differs(seen, audience, name, raw)}
        if fresh or full:
            frame = Frame(seen.epoch, seen.rev, fresh, full, now=self._context.now())
            self._send(self._session, role, frame, lambda full: self.newest(role, full))
        return wait

    def _due(self, seen: Snapshot, role: Role, audience: _Audience) -> tuple[tuple[view.Part, ...], float | None]:
        """The parts that moved since they were sent, without those that have to wait; and how long these must."""
        now, due, wait, here = time.monotonic(), [], None, seen.head.round_here()
        hurry, audience.version = audience.version != seen.head.version, seen.head.version
        counting = here is not None and here.state == "open"
        for part in view.parts_for(seen, role):
            watched = part.every if counting else 0.0  # no revision tells of a tap, so the clock has us look
            moved = part.name not in audience.sent or view.revision_of(seen, part) > audience.sent[part.name][0]
            if not (moved or watched):
                continue
            pace = max(watched, 0.0 if hurry else _pace(role, audience.sent.get(part.name)))
            left = audience.when.get(part.name, 0.0) + pace - now if part.name in audience.sent else 0.0
            if left <= 0:
                audience.when[part.name] = now
                due.append(part)
            if left > 0:
                wait = left if wait is None else min(wait, left)
        return tuple(due), wait


def encode(parts: Mapping[str, Any]) -> dict[str, bytes]:
    """Each part's JSON, once: for comparing, and for sending as it is."""
    return {n: json.dumps(p, ensure_ascii=False, separators=(",", ":")).encode() for n, p in parts.items()}


def _pace(role: Role, sent: tuple[int, bytes] | None) -> float:
    """Seconds between two frames with a part of this size, for everybody but the console: it goes to a whole room.

    A part travels whole. One person who edits must not cost every phone hundreds of kilobytes a second.
    """
    if role == "facilitator" or sent is None:
        return 0.0
    return next((seconds for size, seconds in LARGE if len(sent[1]) > size), 0.0)


def _differs(seen: Snapshot, audience: _Audience, name: str, raw: bytes) -> bool:
    before = audience.sent.get(name)
    audience.sent[name] = (seen.rev, raw)
    return before is None or before[1] != raw


def _place(seen: Snapshot) -> str:
    return f"{seen.head.step.id}/{seen.head.state}"


def full_frame(context: Context, session: str, role: Role, token: str = "") -> Frame:
    """All current parts, for a connect or a resync; a delegate's own parts with them, and as much filler as is due."""
    seen = view.snapshot(context, session)
    parts = encode(view.build(view.view_of(context, seen), view.parts_for(seen, role), role))
    if role != "delegate":
        return Frame(seen.epoch, seen.rev, parts, full=True, now=context.now())
    own = encode(view.own_parts(context, seen, token))
    pad = filler(_size(own), max(1, _size(encode(view.largest_own_parts(context, seen))))).encode()
    return Frame(seen.epoch, seen.rev, parts | own, full=True, pad=pad, now=context.now())


def _size(parts: Mapping[str, bytes]) -> int:
    """Bytes that these parts take in a frame: `,"name":…` each."""
    return sum(len(name) + len(raw) + len(',"":') for name, raw in parts.items())
