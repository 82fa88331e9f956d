"""A phone's end of the wire: which part is kept, which ack belongs to whom, what is sent again."""

import json
import threading
import time

import pytest
from websocket import WebSocketConnectionClosedException

from workshop.realtime import wire as realtime
from workshop.rehearsal import wire
from workshop.rehearsal.wire import Line, Refusal


class FakeSocket:
    """Answers each command with the next of `answers`."""

    def __init__(self, line, answers):
        self.line, self.answers, self.sent = line, list(answers), []

    def send(self, text):
        self.sent.append(text)
        if text.startswith("42"):
            number, _, rest = text.partition(",")[2].partition("[")
            self.sent[-1] = json.loads("[" + rest)
            answer = json.dumps([self.answers.pop(0)])
            threading.Thread(target=self.line._heard, args=(self, f"43/delegate,{number}{answer}")).start()


def line(*answers):
    found = Line("http://127.0.0.1:1", "/delegate", "")
    found._socket = FakeSocket(found, answers)
    return found


def test_while_the_server_is_saving_the_same_operation_is_sent_again():
    wire = line({"ok": False, "code": "saving", "why": "any.saving"}, {"ok": True, "rev": 7})
    assert wire.command("board.place", {"x": 1}, "an-operation") == 7
    first, second = wire._socket.sent
    assert first == second == ["command", {"id": "an-operation", "name": "board.place", "body": {"x": 1}}]


def test_a_refusal_is_raised_with_its_code():
    with pytest.raises(Refusal) as refused:
        line({"ok": False, "code": "round_closed", "why": "board.closed"}).command("board.place", {})
    assert refused.value.code == "round_closed"


def test_what_is_missing_is_asked_for_once_and_not_again_for_a_while():
    wire = line({"ok": True, "rev": 9}, {"ok": True, "rev": 9})
    for rev in (8, 9):
        change = {"from": f"m{rev - 1}", "to": f"m{rev}", "ops": []}
        frame = {"epoch": "e1", "rev": rev, "parts": {}, "changes": {"a": change}}
        wire._heard(wire._socket, '42/delegate,["frame",' + json.dumps(frame) + "]")
    assert [message[1]["name"] for message in wire._socket.sent] == ["session.view"]


def test_waiting_ends_when_the_parts_are_as_wanted():
    wire = line()
    threading.Timer(
        0.1,
        lambda: wire._heard(
            wire._socket, '42/delegate,["frame",' + json.dumps({"epoch": "e1", "rev": 1, "parts": {"a": 3}}) + "]"
        ),
    ).start()
    started = time.monotonic()
    assert wire.wait_for(lambda parts: parts.get("a") == 3, seconds=5) == {"a": 3}
    assert time.monotonic() - started < 4
    with pytest.raises(TimeoutError):
        wire.wait_for(lambda parts: parts.get("a") == 4, seconds=0.05)


def test_pings_are_answered_and_the_namespace_is_named():
    wire = line()
    wire._heard(wire._socket, '0{"sid":"x"}')
    wire._heard(wire._socket, "2")
    assert wire._socket.sent == ['40/delegate,{"session": "", "protocol": 4}', "3"]


def test_a_socket_that_was_closed_meanwhile_is_a_lost_connection():
    """The library has an exception of its own for it, which is none of the operating system's."""

    class Closed:
        def send(self, _):
            raise WebSocketConnectionClosedException("socket is already closed.")

    line = Line("http://127.0.0.1:1", "/delegate", "")
    line._socket = Closed()  # type: ignore[assignment]
    with pytest.raises(ConnectionError):
        line.begin("welcome.agree", {})


def test_a_place_that_the_server_closed_is_not_open_any_more():
    line = Line("http://127.0.0.1:1", "/delegate", "")
    for message in ('40/delegate,{"sid":"x"}', "41/delegate,"):
        line._heard(None, message)  # type: ignore[arg-type]
        assert line.open is message.startswith("40")
    with pytest.raises(ConnectionError):
        line.answer(1, 1)


def test_simulated_people_speak_the_present_protocol():
    assert wire.PROTOCOL == realtime.PROTOCOL
