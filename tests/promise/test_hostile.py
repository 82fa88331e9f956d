"""Bad input of every kind: a clear refusal, the sender alone is cut off when it goes on, and nobody else is slowed."""

import json
import statistics
import threading
import time
from contextlib import suppress

import pytest
from websocket import WebSocketException

from tests.helpers.said import said
from tests.promise.people import Room
from workshop.app import LARGEST_MESSAGE
from workshop.realtime.allowance import BURST

OPERATION = "an operation id 0123456"
GOOD = {"id": OPERATION, "name": "welcome.agree", "body": {}}
MALFORMED = [
    "text",
    7,
    None,
    [],
    [GOOD],
    {},
    {**GOOD, "extra": 1},
    {**GOOD, "id": "short"},
    {**GOOD, "id": "x" * 65},
    {**GOOD, "id": 5},
    {**GOOD, "id": None},
    {**GOOD, "name": 5},
    {**GOOD, "name": ["welcome.agree"]},
    {**GOOD, "body": []},
    {**GOOD, "body": None},
    {**GOOD, "body": "x"},
    {"name": "welcome.agree", "body": {}},
]
REFUSED = [
    ("no.such_command", {}, "unknown_command"),
    ("__class__", {}, "unknown_command"),
    ("welcome.agree", {"extra": 1}, "invalid"),
    ("board.place", {}, "invalid"),
    ("board.place", {"round": "r1", "card": "c", "stage": 5}, "invalid"),
    ("questions.ask", {"text": ["x"]}, "invalid"),
    ("questions.ask", {"text": "x" * 5000}, "too_long"),
    ("questions.ask", {"text": "\u202e \u0000"}, None),
    ("session.end", {}, "not_allowed"),
    ("board.reveal", {"round": "r1"}, "not_allowed"),
    ("session.lock", {"locked": True}, "not_allowed"),
]  # fmt: skip


@pytest.fixture(scope="module")
def room(running):
    """A room that the whole file shares: nothing that one phone does may spoil it for another."""
    found = Room(running.url, running.link)
    yield found
    found.close()


@pytest.fixture
def phone(room):
    found = room.phone()
    yield found
    found.drop()


def raw(phone, event: list, number: int) -> dict:
    """An event as it is, under an ack number of the test's own."""
    phone._socket.send(f"42/delegate,{number}{json.dumps(event)}")
    return phone.answer(number, 5)


def works(phone) -> bool:
    """Whether this phone is served as ever."""
    return phone.answer(phone.begin("welcome.agree", {}), 5)["ok"]


@pytest.mark.parametrize("message", MALFORMED, ids=lambda m: json.dumps(m)[:40])
def test_what_is_no_command_is_refused_in_a_sentence_and_the_phone_goes_on(phone, message):
    answer = raw(phone, ["command", message], 900)
    assert (answer["ok"], answer["code"]) == (False, "invalid") and said(answer).endswith(".")
    assert works(phone)


@pytest.mark.parametrize(("name", "body", "code"), REFUSED, ids=lambda v: str(v)[:30])
def test_a_command_that_cannot_be_done_is_refused_with_its_code(phone, name, body, code):
    answer = phone.answer(phone.begin(name, body), 5)
    assert answer["ok"] is False and said(answer).endswith(".")
    assert code is None or answer["code"] == code
    assert "x" * 50 not in json.dumps(answer["values"]) and works(phone)


def test_more_arguments_than_one_and_unknown_events_do_nothing(room, phone):
    assert raw(phone, ["command", GOOD, GOOD], 901)["code"] == "invalid"
    phone._socket.send('42/delegate,902["no-such-event",{"x":1}]')
    phone._socket.send('42/facilitator,903["command",{"id":"0123456789abcdef","name":"session.end","body":{}}]')
    assert works(phone)
    other = room.phone()
    for reserved in ("connect", "disconnect", "connect_error"):
        phone._socket.send(f'42/delegate,["{reserved}","x"]')
    assert works(other) and room.facilitator.line.parts["session"]["state"] == "running"
    other.drop()


def ended(phone, seconds: float = 5) -> bool:
    """Whether the server cut this phone off."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not phone.open or phone.closed_at or phone._socket is None or not phone._socket.connected:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(
    "message",
    [
        "42/delegate,1" + json.dumps(["command", {**GOOD, "body": {"text": "x" * 1_000_000}}]),
        "x" * (LARGEST_MESSAGE + 1),
    ],
    ids=["a command of 1 MB", "noise just over the limit"],
)
def test_a_frame_that_is_too_large_ends_its_sender_and_nobody_else(room, phone, message):
    other = room.phone()
    with suppress(WebSocketException, OSError):  # it may be cut off while it is still sending
        phone._socket.send(message)
    assert ended(phone)
    assert works(other) and not ended(other, 0.2)
    other.drop()


@pytest.mark.parametrize(
    "packets",
    [
        ['451-/delegate,["command",{"_placeholder":true,"num":0}]', '42/delegate,["command",{}]'],
        ['451-/delegate,["command",{"_placeholder":true,"num":7}]', b"\x00\x01"],
        ['45999999-/delegate,["command",{"_placeholder":true,"num":0}]'],
        [b"\xff\xfe\x00 binary without an event"],
        ["4", "42", "42/delegate", "42/delegate,[", "4" * 300, "42/delegate,[[[[", "47/delegate,", "49", "{}"],
        ["42/delegate," + "[" * 20_000],
        ['42/delegate,99999999999999999999["command",{}]'],
        ['43/delegate,1["not asked"]', "41/screen,", "40/screen,", "40/admin,", '44/delegate,{"x":1}'],
    ],
    ids=["half a binary event", "wrong attachment", "a million attachments", "noise", "cut", "deep", "huge", "odd"],
)  # fmt: skip
def test_broken_packets_reach_nobody_else(room, phone, packets):
    other = room.phone()
    for packet in packets:
        try:
            (phone._socket.send_binary if isinstance(packet, bytes) else phone._socket.send)(packet)
        except (WebSocketException, OSError, AttributeError):
            break  # cut off: a fair answer
    assert works(other)
    again = room.phone()
    assert works(again), "and the server goes on"
    for line in (other, again):
        line.drop()


def latencies(phone, seconds: float) -> list[float]:
    """How long a phone's commands take, ten a second."""
    taken, until = [], time.monotonic() + seconds
    while time.monotonic() < until:
        began = time.monotonic()
        assert works(phone)
        taken.append(time.monotonic() - began)
        time.sleep(0.1)
    return taken


@pytest.mark.parametrize("kind", ["commands", "malformed"])
def test_a_thousand_events_a_second_from_one_phone_end_it_and_slow_nobody(room, kind):
    flooder, honest = room.phone(), room.phone()
    calm = latencies(honest, 1.0)
    sent, stop = [0], threading.Event()

    def flood() -> None:
        body = json.dumps(["command", GOOD if kind == "commands" else {"x": 1}])
        for number in range(5000):
            try:
                flooder._socket.send(f"42/delegate,{1000 + number}{body}")
            except (WebSocketException, OSError, AttributeError):
                return
            sent[0] += 1
            if stop.is_set():
                return
            time.sleep(0.001)

    thread = threading.Thread(target=flood)
    thread.start()
    hurried = latencies(honest, 2.0)
    assert ended(flooder), "the offender was cut off"
    stop.set()
    thread.join()
    assert sent[0] > BURST
    assert statistics.median(hurried) < max(0.1, 5 * statistics.median(calm))
    assert max(hurried) < 1.0
    assert works(honest) and not honest.closed_at
    honest.drop()
