"""The guard in front of the library's own server: nothing that it refuses gets there, everything else does."""

from __future__ import annotations

import io
import json

import gevent
import pytest
import socketio

from workshop.realtime.guard import KNOWN, Guard
from workshop.realtime.websockets import WebSockets, server_of

LARGEST = 2000
OURS = {"X-Of-Ours": "yes"}
POLLING = "EIO=4&transport=polling"


class Held:
    """As Flask-SocketIO holds it."""

    def __init__(self) -> None:
        self.server = socketio.Server(
            async_mode="gevent", async_handlers=False, max_http_buffer_size=LARGEST, ping_interval=0.2, ping_timeout=0.2
        )


class Front:
    """The guard, and requests without any network."""

    def __init__(self) -> None:
        held = Held()
        self.server = server_of(held)
        self.engine, self.heard = self.server.eio, []
        opened = self.engine.handlers["connect"]
        self.engine.on("connect", lambda line, environ: self.heard.append(environ[KNOWN]) or opened(line, environ))
        self.server.on("connect", lambda sid, environ, auth=None: None, namespace="/a")
        app = socketio.WSGIApp(self.server, lambda environ, start: start("200 OK", []) or [b"another page"])
        self.guard = Guard(
            app, WebSockets(held, LARGEST), LARGEST, OURS, lambda environ: environ.get("HTTP_COOKIE", "")
        )

    def ask(self, method="GET", query=POLLING, body=b"", path="/socket.io/", **environ):
        """(status, headers, body)."""
        said = []
        whole = {"REQUEST_METHOD": method, "QUERY_STRING": query, "PATH_INFO": path, "wsgi.input": io.BytesIO(body)}
        whole |= {"CONTENT_LENGTH": str(len(body)), "SERVER_PROTOCOL": "HTTP/1.1", **environ}
        with gevent.Timeout(5):
            answer = b"".join(self.guard(whole, lambda status, headers, *_: said.append((status, headers))))
        return int(said[0][0].split()[0]), dict(said[0][1]), answer

    def open(self, **environ) -> str:
        status, headers, body = self.ask(**environ)
        assert status == 200 and headers["X-Of-Ours"] == "yes"
        return json.loads(body[1:])["sid"]

    def post(self, connection_id: str, body: bytes, **environ) -> int:
        return self.ask("POST", f"{POLLING}&sid={connection_id}", body, **environ)[0]


@pytest.fixture
def front():
    return Front()


@pytest.mark.parametrize("body", [b"9", b"2probe", b"", b"4\xff", b"x" * (LARGEST + 1), b"\x1e".join([b"3"] * 17)])
def test_a_body_that_the_engine_would_never_answer_is_answered_at_once(front, body):
    connection_id = front.open()
    status, headers, answer = front.ask("POST", f"{POLLING}&sid={connection_id}", body)
    assert (status, headers["Connection"], headers["X-Of-Ours"]) == (400, "close", "yes")
    assert json.loads(answer)["detail"].endswith(".")


def test_a_connection_that_sends_nonsense_is_ended_and_no_other(front):
    connection_id, other = front.open(), front.open()
    assert front.post(connection_id, b"9") == 400
    assert list(front.engine.sockets) == [other]
    assert front.post(connection_id, b"40/a,") == 400 and front.post(other, b"40/a,") == 200


@pytest.mark.parametrize("length", ["", "-1", "x", "²", "1_0", "9" * 5000, "0"])
def test_a_length_that_is_none_is_refused(front, length):
    assert front.post(front.open(), b"3", CONTENT_LENGTH=length) == 400


def test_a_body_that_does_not_come_is_answered(front):
    class Stalled:
        def read(self, size):
            raise TimeoutError

    connection_id = front.open()
    assert (
        front.ask("POST", f"{POLLING}&sid={connection_id}", **{"wsgi.input": Stalled(), "CONTENT_LENGTH": "5"})[0]
        == 400
    )


@pytest.mark.parametrize(
    ("method", "query"),
    [
        *(("PUT", POLLING), ("HEAD", POLLING), ("OPTIONS", POLLING), ("DELETE", POLLING), ("POST", POLLING)),
        *(
            ("GET", ""),
            ("GET", "EIO=3&transport=polling"),
            ("GET", "EIO=4&transport=websocket"),
            ("GET", f"{POLLING}&j=1"),
        ),
        *(("GET", f"{POLLING}&sid=none-such"), ("POST", f"{POLLING}&sid=none-such"), ("GET", f"{POLLING}&sid=")),
    ],
)
def test_requests_that_no_client_makes_are_refused_and_leave_nothing(front, method, query):
    status, headers, _ = front.ask(method, query)
    assert (status, headers["X-Of-Ours"], dict(front.engine.sockets)) == (400, "yes", {})


def test_a_second_poll_beside_one_that_waits_is_refused_and_the_first_goes_on(front):
    connection_id = front.open()
    front.post(connection_id, b"40/a,")
    front.ask("GET", f"{POLLING}&sid={connection_id}")
    first = gevent.spawn(front.ask, "GET", f"{POLLING}&sid={connection_id}")
    gevent.sleep(0.02)
    assert front.ask("GET", f"{POLLING}&sid={connection_id}")[0] == 400
    front.engine.send(connection_id, "hello")
    status, _, body = first.get(timeout=5)
    assert (status, body) == (200, b"4hello") and front.guard._busy == set()


def test_a_second_websocket_of_a_connection_that_is_changing_over_is_refused_and_the_first_goes_on(front):
    connection_id = front.open()
    front.guard._websockets._outlets[connection_id] = first = object()
    asks = {"HTTP_UPGRADE": "websocket", "HTTP_CONNECTION": "Upgrade", "HTTP_SEC_WEBSOCKET_VERSION": "13"}
    asks["HTTP_SEC_WEBSOCKET_KEY"] = "dGhlIHNhbXBsZSBub25jZQ=="
    status, _, body = front.ask("GET", f"EIO=4&transport=websocket&sid={connection_id}", **asks)
    assert (status, json.loads(body)["detail"]) == (400, "One request at a time.")
    assert front.guard._websockets._outlets[connection_id] is first and front.post(connection_id, b"40/a,") == 200


def test_ending_a_connection_never_waits_and_lets_a_poll_go(front):
    connection_id = front.open()
    waiting = gevent.spawn(front.ask, "GET", f"{POLLING}&sid={connection_id}")
    gevent.sleep(0.02)
    with gevent.Timeout(1):
        front.engine.disconnect(connection_id)
    assert waiting.get(timeout=5)[0] == 200 and dict(front.engine.sockets) == {}


def test_by_what_a_browser_is_known_comes_with_its_connection_and_cannot_be_said_by_it(front):
    front.post(front.open(HTTP_COOKIE="seat"), b"40/a,")
    front.post(front.open(**{KNOWN: "made up"}), b"40/a,")
    assert front.heard == ["seat", ""]


def test_every_other_page_is_left_alone(front):
    status, headers, body = front.ask("PUT", "j=1", path="/elsewhere")
    assert (status, headers, body) == (200, {}, b"another page")
