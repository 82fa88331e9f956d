"""Frames: at most five a second for a session, each part built once and written once.

A worker learns of a change by the bare revision on the channel, and asks for all its rooms twice a second besides
(hub.py), so that a lost message costs half a second and not the room. What was not changed for an audience is not sent
to it, so that moderating, or one phone's reconnect, sends nothing to the others; and of a large part only what changed
is.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import orjson

from workshop.activities.base import Part, Role
from workshop.realtime.changes import Written, change
from workshop.realtime.fanout import Frame
from workshop.service import view
from workshop.service.context import Context
from workshop.service.ports import Snapshot
from workshop.service.sizes import filler

INTERVAL = 0.2
PACE, LONGEST = 10_000, 3.0
"""Bytes a second of one part, when only delegates' words moved: who was sent more waits for the next, at most so many
seconds."""
Send = Callable[[str, Role, Frame, Callable[[bool], Frame]], bool]
"""(session, audience, frame, newest) → to every socket of that audience on this worker; `newest(full)` makes the frame
for a socket that could not take some: all parts of the audience as they are then. Returns whether somebody speaks a
protocol that knows no changes, and was sent all of them whole."""


@dataclass
class _Sent:
    """A part as an audience has it: as of which revision, when we looked (monotonic), and what sending it cost."""

    rev: int
    written: Written
    when: float
    size: int = 0


@dataclass
class _Audience:
    """What an audience of this worker has been sent."""

    epoch: str = ""
    rev: int = 0
    place: str = ""
    """The step and whether the session runs; `parts` are those that the audience has there."""
    parts: tuple[Part, ...] = ()
    version: int = -1
    """Of the head, which changes by what the facilitator does and nothing else."""
    sent: dict[str, _Sent] = field(default_factory=dict)


class _Tick:
    """One reading of the room, and what was made of it: audiences that see the same share the bytes."""

    def __init__(self, context: Context, session: str) -> None:
        self.seen = view.snapshot(context, session)
        self.place = f"{self.seen.head.step.id}/{self.seen.head.state}"
        here = self.seen.head.round_here()
        self.counting = here is not None and here.state == "open"
        self.now, self._context, self._view = time.monotonic(), context, view.view_of(context, self.seen)
        self._written: dict[tuple[str, Role], Written] = {}
        self._changes: dict[tuple[str, str, str], bytes | None] = {}
        self._frames: dict[Hashable, Frame] = {}

    def written(self, part: Part, role: Role) -> Written:
        """A part as this role sees it."""
        key = part.name, part.built_for(role)
        if (found := self._written.get(key)) is None:
            found = self._written[key] = Written(view.written(self._view, part, role), self._context.secret)
        return found

    def change(self, name: str, before: Written, now: Written) -> bytes | None:
        """What changed of a part, once for all who had it so."""
        if not (before.mark and now.mark):
            return None
        key = name, before.mark, now.mark
        if key not in self._changes:
            self._changes[key] = change(before, now)
        return self._changes[key]

    def frame(self, parts: Mapping[str, Written], full: bool, changes: Mapping[str, bytes] | None = None) -> Frame:
        """A frame as of this reading; audiences that are told the same get the very same, put together once."""
        said = changes or {}
        key = full, tuple((name, id(part), id(said.get(name))) for name, part in parts.items())
        if key not in self._frames:
            self._frames[key] = _frame(self._context, self.seen.epoch, self.seen.rev, parts, full, said)
        return self._frames[key]


class FrameLoop:
    """One session's frames on one worker. `tick` sends what moved and says when it wants to be called again.

    `look` is shown each reading of the room.
    """

    def __init__(
        self, context: Context, session: str, send: Send, look: Callable[[Snapshot], object] = lambda seen: None
    ) -> None:
        self._context, self._session, self._send, self._look = context, session, send, look
        self._audiences: dict[Role, _Audience] = {}

    def tick(self, roles: Iterable[Role]) -> float | None:
        """Send one frame to each audience for which something moved. Returns seconds until a throttled part is due.

        What an audience had that has gone is forgotten: who comes back must not be given the room of that time.
        """
        roles = list(roles)
        tick = _Tick(self._context, self._session)
        self._audiences = {role: self._audiences.get(role, _Audience()) for role in roles}
        waits = [self._tell(tick, role) for role in roles]
        self._look(tick.seen)
        return min((w for w in waits if w is not None), default=None)

    def newest(self, role: Role, full: bool = True) -> Frame:
        """All parts of an audience as they were last sent, for a socket that could not take some of them; with no epoch
        when nothing was."""
        audience = self._audiences.get(role, _Audience())
        parts = {name: sent.written for name, sent in audience.sent.items()}
        return _frame(self._context, audience.epoch, audience.rev, parts, full, {})

    def _tell(self, tick: _Tick, role: Role) -> float | None:
        audience, seen = self._audiences[role], tick.seen
        full = audience.epoch != seen.epoch or audience.place != tick.place
        if full:
            audience.epoch, audience.place, audience.sent = seen.epoch, tick.place, {}
            audience.parts = view.parts_for(seen, role)
        audience.rev = seen.rev
        due, wait = _due(tick, role, audience)
        fresh: dict[str, Written] = {}
        changes: dict[str, bytes] = {}
        for part in due:
            now, before = tick.written(part, role), audience.sent.get(part.name)
            audience.sent[part.name] = _Sent(seen.rev, now, tick.now)
            if before is not None and before.written.raw == now.raw:
                continue
            fresh[part.name] = now
            if before is not None and (said := tick.change(part.name, before.written, now)) is not None:
                changes[part.name] = said
        if fresh or full:
            self._deliver(role, audience, tick.frame(fresh, full, changes))
        return wait

    def _deliver(self, role: Role, audience: _Audience, frame: Frame) -> None:
        whole = self._send(self._session, role, frame, lambda full: self.newest(role, full))
        for name, raw in frame.parts.items():
            audience.sent[name].size = len(raw if whole else frame.changes.get(name, raw))


def _due(tick: _Tick, role: Role, audience: _Audience) -> tuple[list[Part], float | None]:
    """The parts that moved since they were sent, without those that have to wait; and how long these must."""
    seen, wait = tick.seen, None
    due: list[Part] = []
    hurry, audience.version = audience.version != seen.head.version, seen.head.version
    for part in audience.parts:
        sent = audience.sent.get(part.name)
        watched = part.every if tick.counting else 0.0  # no revision tells of a tap, so the clock has us look
        if sent is not None and not watched and view.revision_of(seen, part) <= sent.rev:
            continue
        waits = 0.0 if hurry or sent is None else _waits(role, sent.size)
        left = 0.0 if sent is None else sent.when + max(watched, waits) - tick.now
        if left <= 0:
            due.append(part)
        else:
            wait = left if wait is None else min(wait, left)
    return due, wait


def _waits(role: Role, size: int) -> float:
    """Seconds after a part for which that many bytes were sent, for everybody but the console: they go to a whole room.

    Two kilobytes go out at once, with every frame. One person who edits must not cost every phone hundreds a second.
    """
    return 0.0 if role == "facilitator" or size <= PACE * INTERVAL else min(LONGEST, size / PACE)


def _frame(
    context: Context, epoch: str, rev: int, parts: Mapping[str, Written], full: bool, changes: Mapping[str, bytes]
) -> Frame:
    marks = {name: part.mark for name, part in parts.items() if part.mark}
    raws = {name: part.raw for name, part in parts.items()}
    return Frame(epoch, rev, raws, full, now=context.now(), marks=marks, changes=changes)


def full_frame(context: Context, session: str, role: Role, token: str = "") -> Frame:
    """All current parts, for a connect or a resync; a delegate's own parts with them, and as much filler as is due."""
    tick = _Tick(context, session)
    own, pad = (None, None) if role != "delegate" else _own(context, tick.seen, token)
    frame = tick.frame({part.name: tick.written(part, role) for part in view.parts_for(tick.seen, role)}, full=True)
    return frame if own is None else replace(frame, parts={**frame.parts, **own}, pad=pad)


def _own(context: Context, seen: Snapshot, token: str) -> tuple[dict[str, bytes], bytes]:
    """One phone's own parts, always whole and without marks; and the filler that makes them as long as anybody's."""
    own = _encoded(view.own_parts(context, seen, token))
    largest = _size(_encoded(view.largest_own_parts(context, seen)))
    return own, filler(_size(own), max(1, largest)).encode()


def _encoded(parts: Mapping[str, Any]) -> dict[str, bytes]:
    return {name: orjson.dumps(part) for name, part in parts.items()}


def _size(parts: Mapping[str, bytes]) -> int:
    """Bytes that these parts take in a frame: `,"name":…` each."""
    return sum(len(name) + len(raw) + len(',"":') for name, raw in parts.items())
