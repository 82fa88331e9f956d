"""A page's heartbeat at the gate, by raw packets over real sockets: answered to all alike, whatever else is sent."""

from __future__ import annotations

import json
import time

import pytest
from websocket import WebSocketException

from tests.realtime.test_gate import NUMBERS, ask, command, facilitator, phone, seat
from workshop.realtime.allowance import BURST, RATE
from workshop.realtime.sockets import HEARTBEAT
from workshop.rehearsal.wire import Line

__all__ = ["facilitator", "phone"]

BEAT = '["beat"]'


class Hearing(Line):
    """Counts what answers its heartbeat, and how long each answer is."""

    def __init__(self, *args):
        super().__init__(*args)
        self.beats: list[str] = []

    def _heard(self, socket, message):
        if message.endswith(BEAT):
            self.beats.append(message)
        super()._heard(socket, message)

    def beat(self, times=1):
        for _ in range(times):
            self._socket.send(f"42{self._namespace},{BEAT}")

    def hears(self, many, seconds=10.0):
        deadline = time.monotonic() + seconds
        while len(self.beats) < many and time.monotonic() < deadline:
            time.sleep(0.02)
        return len(self.beats)

    def settled(self):
        """How many frames have come, once no more come of its own arrival."""
        before = -1
        while before != self.frames:
            before = self.frames
            time.sleep(1)
        return before


@pytest.fixture
def heart(facilitator):
    connection_id = Hearing(facilitator.browser.url, "/delegate", seat(facilitator).cookies)
    connection_id.connect()
    yield connection_id
    connection_id.drop()


def test_a_heartbeat_is_answered_with_the_same_few_bytes_to_everybody(facilitator, heart):
    browser = facilitator.browser
    desk = Hearing(browser.url, "/facilitator", browser.cookies, facilitator.session)
    screen = Hearing(browser.url, "/screen", browser.cookies, facilitator.session)
    for connection_id in (desk, screen):
        connection_id.connect()
    frames = heart.settled()
    for connection_id in (heart, desk, screen):
        connection_id.beat(3)
        assert connection_id.hears(3) == 3
        assert set(connection_id.beats) == {f"42{connection_id._namespace},{BEAT}"}
    assert heart.frames == frames, "it moves nothing and is sent to nobody else"
    desk.drop()
    screen.drop()


def test_a_heartbeat_is_answered_however_fast_its_phone_sends(heart):
    for _ in range(int(BURST) + 40):
        heart._socket.send(f"42/delegate,{next(NUMBERS)}{json.dumps(['command', command()])}")
    assert ask(heart, "command", command())["code"] == "too_fast"
    heart.beat()
    assert heart.hears(1) == 1


def test_a_flood_of_heartbeats_is_not_answered_and_then_hung_up_on(facilitator, heart, phone):
    began = time.monotonic()
    with pytest.raises((TimeoutError, OSError, WebSocketException)):
        for _ in range(40):
            heart.beat(50)
            time.sleep(0.02)
            if not heart.open:
                raise ConnectionError
    assert len(heart.beats) <= HEARTBEAT * (BURST + RATE * (time.monotonic() - began)) + 1
    assert ask(phone, "command", command())["ok"], "nobody else notices"


def test_a_heartbeat_in_a_room_that_was_not_joined_is_no_way_in(facilitator):
    connection_id = Hearing(facilitator.browser.url, "/delegate", seat(facilitator).cookies)
    connection_id.connect()
    connection_id._socket.send(f"42/facilitator,{BEAT}")
    time.sleep(0.3)
    assert not connection_id.beats
    connection_id.drop()
