"""The wire's numbers: versions, fillers and sizes. tests/realtime/test_sizes.py fills every message there is."""

import json

import pytest

from workshop.realtime.wire import ACK, COMMAND, MOST_PAD, PROTOCOL, filled_ack, is_pad, protocol_of


@pytest.mark.parametrize(
    ("auth", "version"),
    [(None, 1), ({}, 1), ("2", 1), ({"protocol": 2}, 2), ({"protocol": 99}, 99), ({"protocol": "2"}, 1)]
    + [({"protocol": wrong}, 1) for wrong in (0, -1, True, 2.0, None, [2])],
    ids=str,
)
def test_a_client_that_names_no_version_that_makes_sense_is_the_first(auth, version):
    assert protocol_of(auth) == version


FILLERS = [("", True), ("." * MOST_PAD, True), ("." * (MOST_PAD + 1), False), ("é", False), (None, False), (5, False)]
ACKS = [{"ok": True, "rev": 1}, {"ok": False, "code": "too_few", "why": "x" * 300, "values": {}}]


@pytest.mark.parametrize(("value", "fits"), FILLERS, ids=lambda v: repr(v)[:12])
def test_filler_is_ascii_and_bounded(value, fits):
    assert is_pad(value) is fits


@pytest.mark.parametrize("number", ["1", "17", "999999999999999"])
@pytest.mark.parametrize(
    "ack", [{"ok": True, "rev": 1}, {"ok": False, "code": "too_few", "why": "x" * 300, "values": {}}], ids=str
)
def test_an_ack_is_as_long_whatever_it_says(number, ack):
    packet = f"43/delegate,{number}[{filled_ack(number, ack)}]"
    assert json.loads(filled_ack(number, ack))["ok"] is ack["ok"]
    assert len(packet.encode()) == ACK < COMMAND and PROTOCOL >= 2
