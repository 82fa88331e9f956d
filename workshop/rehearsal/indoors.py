"""A whole simulated session inside one process: the same people, and the real service, without a socket between them.

For years of test data: what a phone or a console would have sent over its line is performed at once, and a clock of the
demonstration's own tells on which day. Explanation and plan are passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from workshop.activities.base import Refused, Role
from workshop.rehearsal.answer_policy import AnswerPolicy
from workshop.rehearsal.company import Company
from workshop.rehearsal.delegate import SimulatedDelegate
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.wire import Line, Parts, Refusal
from workshop.service.context import Context
from workshop.service.join import join, take_back
from workshop.service.moments import at
from workshop.service.perform import Sender, perform
from workshop.service.view import build, parts_for, snapshot, view_of

TRIES = 12
"""How often the clock goes on until the room is as it was waited for."""
MOMENT = 301.0
"""Seconds by which it does: every moment of the server's clock has come by then."""
TAP = 0.2
"""Seconds that a tap takes."""


@dataclass
class Clock:
    """Seconds since the epoch, as the demonstration has it."""

    now: float = 0.0

    def __call__(self) -> float:
        """Now."""
        return self.now


@dataclass
class Indoors:
    """The session as a client's line has it. `token`: of a phone; "" for the console."""

    context: Context
    session: str
    clock: Clock
    token: str = ""
    acts: Callable[[], None] = lambda: None
    """What everybody else does while somebody waits."""
    parts: Parts = field(default_factory=Parts)
    open: bool = True

    def command(self, name: str, body: dict[str, Any], operation: str = "", seconds: float = 0) -> int:
        """Performed at once; its revision. Raises Refusal."""
        self.clock.now += TAP
        sender = Sender("delegate", self.token) if self.token else Sender("facilitator")
        done = perform(self.context, self.session, sender, name, body, operation or self.context.new_id())
        if isinstance(done, Refused):
            raise Refusal(done.code, done.why)
        if not self.token:
            self.look()
        return done.rev

    def look(self) -> Parts:
        """The parts as they are now."""
        role: Role = "delegate" if self.token else "facilitator"
        seen = snapshot(self.context, self.session)
        self.parts = build(view_of(self.context, seen), parts_for(seen, role), role)
        return self.parts

    def wait_for(self, holds: Callable[[Parts], bool], seconds: float = 0) -> Parts:
        """Until the parts are as wanted, while the others act and the clock goes on. Raises TimeoutError."""
        for _ in range(TRIES):
            if holds(self.look()):
                return self.parts
            self.acts()
            self.moment()
        raise TimeoutError("the room did not become what was waited for")

    def moment(self) -> None:
        """All that is told at moments of the clock is told."""
        self.clock.now += MOMENT
        here = self.context.live.head(self.session).step.activity
        for due in at().values():
            if not due.where or here in due.where:
                due.act(self.context, self.session)

    def drop(self) -> None:
        """There is no connection to lose."""


class PhoneIndoors(SimulatedDelegate):
    """A simulated delegate whose commands are performed at once."""

    def answer(self, parts: Parts) -> None:
        """Do what the room asks now, once."""
        cast("Indoors", self.line).parts = parts
        what, act = self._wanted(parts)
        if act is None or what in self._done:
            return
        self._done.add(what)
        try:
            act(what)
        except Refusal as refused:
            self.refused.append(refused.code)

    def _send(self, name: str, body: dict[str, Any]) -> None:
        self.line.command(name, body)


class RoomIndoors(Company):
    """So many of them."""

    def _join(self, whom: range) -> None:
        for who in whom:
            policy = AnswerPolicy(self.seed, who)
            phone = PhoneIndoors(self.url, self.code, policy, self.effects)
            join(self.desk.context, self.code, policy.token())
            take_back(self.desk.context, self.desk.session, policy.token())
            phone.line = cast("Line", Indoors(self.desk.context, self.desk.session, self.desk.clock, policy.token()))
            self.delegates.append(phone)

    desk: Indoors

    def act(self) -> None:
        """Everybody does what is asked now."""
        if not self.delegates:
            return
        parts = cast("Indoors", self.delegates[0].line).look()
        for delegate in self.delegates:
            cast("PhoneIndoors", delegate).answer(parts)

    def everyone(self, act: Callable[[SimulatedDelegate], None]) -> None:
        """One after the other."""
        for delegate in self.delegates:
            act(delegate)

    def _wait(self, holds: Callable[[], bool], seconds: float, what: str) -> None:
        for _ in range(TRIES):
            if holds():
                return
            self.act()
        raise TimeoutError(f"the room did not finish {what}")


class FacilitatorIndoors(SimulatedFacilitator):
    """A simulated facilitator of one session that is there."""

    def __init__(self, desk: Indoors) -> None:
        self.line, self.session = cast("Line", desk), desk.session
        desk.look()

    def _formulation(self, step: dict[str, Any]) -> None:
        """Passed over."""

    _plan = _formulation


def hold(context: Context, clock: Clock, session: str, size: int, seed: int) -> None:
    """Hold a session that has its lobby open, with so many people, from the welcome to its end."""
    desk = Indoors(context, session, clock)
    head = context.live.head(session, fresh=True)
    effects = {i.id: dict(i.effects) for i in context.case_of(head).information}
    room = RoomIndoors("", head.code, size, seed, effects, late=int(size > 6))
    room.desk, desk.acts = desk, room.act
    FacilitatorIndoors(desk).run(room, lambda what, share: None)
