"""The gate, on a server as a new user would start it, by raw packets over real sockets."""

from __future__ import annotations

import json
import secrets
import time
from itertools import count

import pytest
from websocket import WebSocketException, create_connection

from tests.helpers.said import said
from tests.helpers.served import served
from workshop.casebook import SHIPPED, Casebook
from workshop.realtime.allowance import BURST, FLOOD, RATE, VIEW
from workshop.realtime.gate_messages import as_spoken
from workshop.realtime.sockets import MOST_OF_A_SEAT
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.http import Browser
from workshop.rehearsal.wire import Line, Refusal
from workshop.words import Words

NUMBERS = count(10_000)


@pytest.fixture(scope="module")
def facilitator(tmp_path_factory):
    """A facilitator at the welcome step of a session of the group chat."""
    with served(tmp_path_factory.mktemp("gate")) as running:
        found = SimulatedFacilitator(running.url, running.link)
        found.create("group-chat", Casebook([SHIPPED]).get("group-chat").agendas[0].id, 5)
        yield found
        found.line.drop()


@pytest.fixture
def phone(facilitator):
    line = Line(facilitator.browser.url, "/delegate", seat(facilitator).cookies)
    line.connect()
    yield line
    line.drop()


def seat(facilitator) -> Browser:
    browser = Browser(facilitator.browser.url)
    browser.get("/")
    assert browser.post("/join", {"code": facilitator.line.parts["session"]["code"]})["ok"]
    return browser


def ask(line: Line, *event, seconds: float = 5) -> dict:
    """Any event at all, and its ack."""
    number = next(NUMBERS)
    assert line._socket is not None
    line._socket.send(f"42{line._namespace},{number}{json.dumps(event)}")
    return line.answer(number, seconds)


def command(name="welcome.agree", body=None, **more) -> dict:
    return {"id": secrets.token_urlsafe(18), "name": name, "body": {} if body is None else body, **more}


def test_a_command_is_acked_with_the_revision_at_which_the_room_sees_it(phone):
    ack = ask(phone, "command", command())
    assert ack["ok"] is True and ack["rev"] >= 1


def test_a_command_sent_twice_is_done_once(phone):
    """Asking for a word moves the room once, however often the same command comes."""
    once = command("session.word")
    acks = [ask(phone, "command", once) for _ in range(3)]
    assert [ack["ok"] for ack in acks] == [True] * 3
    assert len({ack["rev"] for ack in acks}) == 1


@pytest.mark.parametrize(
    "event",
    [
        (),
        (None,),
        ("text",),
        ([1],),
        ({"id": "x" * 22, "name": "welcome.agree"},),
        ({"id": "short", "name": "welcome.agree", "body": {}},),
        ({"id": "x" * 65, "name": "welcome.agree", "body": {}},),
        ({"id": 7, "name": "welcome.agree", "body": {}},),
        ({"id": "x" * 22, "name": ["welcome.agree"], "body": {}},),
        ({"id": "x" * 22, "name": "welcome.agree", "body": []},),
        ({"id": "x" * 22, "name": "welcome.agree", "body": {}, "role": "facilitator"},),
        ({"id": "x" * 22, "name": "welcome.agree", "body": {}}, "more"),
    ],
)
def test_what_is_no_command_is_refused_in_a_sentence(phone, event):
    ack = ask(phone, "command", *event)
    assert (ack["ok"], ack["code"]) == (False, "invalid") and said(ack).endswith(".")


@pytest.mark.parametrize(
    ("name", "code"),
    [("session.next", "not_allowed"), ("no.such", "unknown_command"), ("__class__", "unknown_command")],
)
def test_a_delegate_cannot_do_what_is_the_facilitators(phone, name, code):
    assert ask(phone, "command", command(name, {"from_step": "s1"}))["code"] == code


def test_asking_for_the_view_brings_a_full_frame(phone):
    frames = phone.frames
    phone.parts.clear()
    ack = ask(phone, "command", command("session.view", since=0))
    assert ack["ok"]
    phone.wait_for(lambda parts: "agenda" in parts, 5)
    assert phone.frames > frames


def test_a_flood_is_refused_and_then_cut_off_and_nobody_else_notices(facilitator, phone):
    flooding = Line(facilitator.browser.url, "/delegate", seat(facilitator).cookies)
    flooding.connect()
    codes = set()
    with pytest.raises((TimeoutError, OSError, WebSocketException)):
        for _ in range(FLOOD * 4):
            codes.add(ask(flooding, "command", command("no.such"), seconds=2)["code"])
    assert codes == {"unknown_command", "too_fast"}
    assert ask(phone, "command", command())["ok"]


def test_eight_sockets_of_a_phone_get_no_more_full_frames_than_one(facilitator):
    mine = seat(facilitator).cookies
    lines = [Line(facilitator.browser.url, "/delegate", mine) for _ in range(MOST_OF_A_SEAT)]
    for line in lines:
        line.connect()
    began = time.monotonic()
    answers = [ask(line, "command", command("session.view")) for _ in range(5) for line in lines]
    given = sum(answer["ok"] for answer in answers)
    most = BURST / VIEW + (time.monotonic() - began) * RATE / VIEW + 1
    assert 0 < given <= most and {a["code"] for a in answers if not a["ok"]} <= {"too_fast"}
    assert given < len(answers) or most >= len(answers)
    other = Line(facilitator.browser.url, "/delegate", seat(facilitator).cookies)
    other.connect()
    assert ask(other, "command", command())["ok"], "another phone has its own"
    for line in (*lines, other):
        line.drop()


@pytest.mark.parametrize("id_", ["0123456789abcde\ud800", "0123456789abcdef\x00", "\n" * 20, "\u202e" * 20])
def test_an_operation_id_that_cannot_be_kept_is_refused_clearly(phone, id_):
    answer = ask(phone, "command", {**command(), "id": id_})
    assert (answer["ok"], answer["code"]) == (False, "invalid") and said(answer).endswith(".")
    assert ask(phone, "command", command())["ok"]


@pytest.mark.parametrize(
    "packet", ['451-/delegate,["command",{"_placeholder":true,"num":0}]', "43/delegate,1[]", b"\x00" * 99]
)
def test_a_packet_that_no_client_sends_ends_its_connection_and_keeps_nothing(facilitator, phone, packet):
    other = Line(facilitator.browser.url, "/delegate", seat(facilitator).cookies)
    other.connect()
    (other._socket.send_binary if isinstance(packet, bytes) else other._socket.send)(packet)
    with pytest.raises((TimeoutError, ConnectionError, WebSocketException, OSError)):
        ask(other, "command", command(), seconds=2)
    assert ask(phone, "command", command())["ok"]


def test_without_a_seat_nobody_comes_in(facilitator):
    for namespace, cookies in (("/delegate", ""), ("/facilitator", ""), ("/screen", ""), ("/facilitator", "cw_seat=x")):
        with pytest.raises(Refusal) as refused:
            Line(facilitator.browser.url, namespace, cookies, facilitator.session).connect(5)
        assert refused.value.code == "refused"


def test_a_facilitators_browser_cannot_take_a_seat_at_the_socket(facilitator):
    both = f"{facilitator.browser.cookies}; {seat(facilitator).cookies}"
    with pytest.raises(Refusal):
        Line(facilitator.browser.url, "/delegate", both).connect(5)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost.evil.example"])
def test_a_foreign_page_cannot_open_a_socket(facilitator, origin):
    url = facilitator.browser.url.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
    with pytest.raises(WebSocketException):
        create_connection(url, origin=origin, timeout=5)


def test_a_message_larger_than_any_command_ends_the_connection(facilitator):
    line = Line(facilitator.browser.url, "/delegate", seat(facilitator).cookies)
    line.connect()
    with pytest.raises((TimeoutError, OSError, WebSocketException)):
        ask(line, "command", command("questions.ask", {"text": "x" * 200_000}), seconds=2)
    assert not line.open
    line.connect()
    assert ask(line, "command", command())["ok"]
    line.drop()


def test_ids_of_sockets_are_random_and_tell_no_order(facilitator):
    seen = []
    for _ in range(8):
        url = facilitator.browser.url + "/socket.io/?EIO=4&transport=polling"
        seen.append(json.loads(Browser(facilitator.browser.url).get(url)[1:])["sid"])
    assert len(set(seen)) == 8
    assert seen != sorted(seen) and seen != sorted(seen, reverse=True)
    assert len({sid[-4:] for sid in seen}) == 8


def test_one_phone_has_a_few_sockets_and_the_oldest_go(facilitator, phone):
    mine = seat(facilitator).cookies
    lines = [Line(facilitator.browser.url, "/delegate", mine) for _ in range(MOST_OF_A_SEAT + 2)]
    for line in lines:
        line.connect()
    assert all(ask(line, "command", command())["ok"] for line in lines[2:])
    for line in lines[:2]:
        with pytest.raises((TimeoutError, ConnectionError, WebSocketException)):
            ask(line, "command", command(), seconds=1)
    assert ask(phone, "command", command())["ok"], "another phone's stays"
    for line in lines:
        line.drop()


@pytest.mark.parametrize("version", [1, 2])
def test_a_client_of_before_hears_a_no_in_words(version):
    words = Words.of("en")
    early = {"ok": False, "code": "too_few", "why": "board.too_few_joined", "values": {"k": 5}}
    said = "Nothing is shown until 5 people have placed. Wait, or close without showing."
    assert as_spoken(early, version, words) == {"ok": False, "code": "too_few", "message": said}
    assert as_spoken(early, 3, words) is early
    done = {"ok": True, "rev": 7}
    assert as_spoken(done, version, words) is done
