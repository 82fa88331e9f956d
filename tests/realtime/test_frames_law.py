"""The law of frames, as far as sockets: old state and frames are the fresh state, whoever came when and missed what.

The real loop and the real fan-out in a room in memory; what comes out is read as docs/protocol.md has it.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.activities import examples
from tests.activities.commands import CASES, Case
from tests.helpers.table import ONE_MORE, STEPS, Table
from workshop.activities.base import Role
from workshop.realtime import changes, frames
from workshop.realtime.fanout import Fanout
from workshop.realtime.frames import FrameLoop, full_frame
from workshop.realtime.sockets import Connection, Sockets
from workshop.rehearsal.known import Known
from workshop.service import view

assert examples, "with it come the cases of every activity"
WALKED = [case for case in CASES if case.step in (*STEPS, ONE_MORE)]


class Phone(Known):
    """An outlet and whoever reads it. `drops`: it is behind, and gets the newest later."""

    def __init__(self) -> None:
        super().__init__()
        self.behind, self.missed, self.changed, self.heard = False, None, 0, 0

    def offer(self, audience, framed: bytes, full: bool, newest) -> None:
        if self.behind:
            self.missed = (bool(self.missed and self.missed[0]) or full, newest)
        else:
            self.send(framed)

    def catch_up(self) -> None:
        self.behind = False
        if self.missed:
            (full, newest), self.missed = self.missed, None
            self.send(newest(full))

    def send(self, framed: bytes) -> int:
        frame = json.loads(framed[framed.index(b'["frame",') :])[1]
        self.changed += len(frame.get("changes", {}))
        self.heard += 1
        self.hear(frame)
        assert not self.lacks, "the server knows what it was given, and sends it nothing that does not fit"
        return len(framed)


class Hall:
    """A room of the test case with one loop, and phones that come, fall behind and speak an older protocol."""

    def __init__(self, role: Role) -> None:
        self.table, self.role, self.clock = Table(people=6, also=ONE_MORE), role, 100.0
        self.sockets = Sockets()
        self.fanout = Fanout(self.sockets, None)  # type: ignore[arg-type]
        self.loop = FrameLoop(self.table.context, self.table.session, self.fanout)
        self.phones: list[Phone] = []

    def come(self, protocol: int = 4) -> Phone:
        """One more, which is given a full frame as the room is now, whatever the loop has sent."""
        phone, number = Phone(), len(self.phones)
        it: Any = phone
        connection = Connection(f"s{number}", self.table.session, self.role, protocol=protocol, outlet=it)
        connection.connection_id = f"c{number}"
        self.sockets.add(connection)
        self.fanout.give(connection, self.full())
        self.phones.append(phone)
        return phone

    def full(self):
        return full_frame(self.table.context, self.table.session, self.role, self.table.tokens["d1"])

    def tick(self, seconds: float = 0.2) -> None:
        self.clock += seconds
        self.loop.tick([self.role])
        self.fanout.again(self.table.session, self.role, lambda full: self.loop.newest(self.role, full))

    def assert_law(self) -> None:
        """Once all that waits was sent, all know what somebody knows who comes now."""
        for phone in self.phones:
            phone.catch_up()
        self.tick(10)
        for phone in self.phones:
            assert not phone.missed
        fresh = self.table.parts(self.role)
        for number, phone in enumerate(self.phones):
            assert {n: p for n, p in phone.parts.items() if not n.startswith("own_")} == fresh, number


@pytest.fixture(autouse=True, scope="module")
def eager():
    """Parts of any size have marks, and changes of any size are sent: the test case's are small."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(changes, "LARGE", 30)
        patch.setattr(changes, "WORTH", 3)
        yield patch


def hall(role: Role) -> Hall:
    found = Hall(role)
    frames.time = found_clock(found)  # type: ignore[assignment]
    return found


def found_clock(hall: Hall) -> Any:
    class Clock:
        @staticmethod
        def monotonic() -> float:
            return hall.clock

    return Clock


@pytest.fixture(autouse=True)
def clock():
    kept = frames.time
    yield
    frames.time = kept


def does(table: Table, case: Case) -> None:
    """A case's situation and its command, where there is a way to it from here."""
    if table.head.state == "ended":
        return
    table.go(case.step)
    try:
        body = case.before(table)
    except (AssertionError, IndexError, KeyError, TypeError, ValueError):
        return
    table.does(case.name, body, case.who)


def test_who_comes_while_the_room_goes_somewhere_and_back_is_told_that_it_is_back():
    """Nobody else hears of it: for them nothing moved."""
    here = hall("delegate")
    first = here.come()
    here.tick()
    told = first.heard
    here.table.must("session.lock", {"locked": True})
    second = here.come()
    assert second.parts["session"]["locked"]
    here.table.must("session.lock", {"locked": False})
    here.assert_law()
    assert first.heard == told and second.heard == 2


WHAT = st.sampled_from(["tick", "tick", "come", "come before", "behind", "catch up", "later"])


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["delegate", "facilitator", "screen"]),
    st.lists(st.tuples(st.sampled_from(WALKED), st.lists(WHAT, max_size=3)), max_size=6),
    st.randoms(use_true_random=False),
)
def test_whoever_came_when_and_missed_what_knows_what_somebody_knows_who_comes_now(role, walk, chance):
    here = hall(role)
    for protocol in (4, 3):
        here.come(protocol)
    for case, meanwhile in walk:
        does(here.table, case)
        for what in meanwhile:
            if what == "tick":
                here.tick()
            elif what == "later":
                here.tick(4)
            elif what.startswith("come"):
                here.come(3 if what == "come before" else 4)
            elif what == "behind":
                chance.choice(here.phones).behind = True
            else:
                chance.choice(here.phones).catch_up()
    here.assert_law()
    assert here.phones[1].changed == 0


def test_changes_are_what_travels():
    """So that the test above is about something."""
    here = hall("screen")
    here.table.go("formulation")
    phone = here.come()
    here.tick()
    for number in range(5):
        here.table.must("formulation.add", {"section": "known", "text": f"note {number}"}, "d1")
        here.tick()
    here.assert_law()
    assert phone.changed >= 4


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.name} {c.told}".strip())
def test_what_is_built_once_is_the_same_for_every_audience(case: Case):
    """A part that says of itself that it does not differ does not look at the role, in any situation there is."""
    table = Table(people=6, step=case.step)
    table.does(case.name, case.before(table), case.who)
    seen = table.seen
    for part in {
        p.name: p for role in ("delegate", "facilitator", "screen") for p in view.parts_for(seen, role)
    }.values():
        if not part.differs:
            built = view.view_of(table.context, seen)
            assert len({str(part.build(built, role)) for role in part.audiences}) == 1, part.name
