"""A workshop in this process, and three ways in: HTTP through the whole WSGI app, polling, packets of a socket."""

from __future__ import annotations

import io
import json
import random
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import gevent
from engineio.packet import Packet

from tests.helpers.fuzz_inputs import POLLING, Answer, Browser, Inputs
from tests.helpers.site import Site
from workshop.activities.base import Refused
from workshop.realtime.allowance import Allowance, Allowances
from workshop.realtime.fast_commands import NAMESPACES
from workshop.realtime.guard import Guard
from workshop.realtime.websockets import server_of
from workshop.record.passwords import hash_password
from workshop.service.perform import Sender, perform


class World(Inputs):
    """The app with an honest phone in one room, and another room in which everything is tried."""

    def __init__(self, data: Path, redis_url: str, said: io.StringIO) -> None:
        self._before, sys.stderr = sys.stderr, said  # the log writes to what it finds there now
        self.said = said
        self.site = Site(data, redis_url)
        self.site.app.extensions["context"] = replace(self.site.context, rehearse=lambda code, scenario: None)
        self.server = server_of(self.site.workshop.socketio)
        self.engine = self.server.eio
        self.engine.ping_interval = 0.01  # so that the library's own timers end while we look
        self.guard = guard = self.site.app.wsgi_app
        assert isinstance(guard, Guard), "the guard is the outermost layer"
        self.waiting = self.engine.handlers["connect"].__self__
        self.owner = self.site.member("honest@here.test", "Honest", "facilitator")
        self.honest_session = self.site.session(self.owner)
        self.honest = self.browser(self.site.delegate(self.honest_session))
        self._hashed = hash_password("plum tractor window seventeen")  # once: it is slow on purpose
        self.lines: dict[str, str] = {}
        self.fresh()

    def close(self) -> None:
        """Give the process its error stream back."""
        sys.stderr = self._before

    def fresh(self) -> None:
        """Another room to be tried, with everybody in it, at some step."""
        site = self.site
        for line in self.lines.values():
            self.guard._websockets.end(line)
        roles = frozenset({"facilitator", "reviewer", "admin"})
        owner = site.context.record.add_member("fuzzed@there.test", self._hashed, "There", roles)
        self.session = site.session(owner)
        people = (
            site.visitor(),
            site.delegate(self.session),
            site.signed_in(owner),
            site.with_pass(self.session, "screen"),
        )
        self.browsers = [self.browser(person) for person in people]
        head = site.context.live.head(self.session)
        scenario = site.context.case_of(head)
        self.steps = [step.id for step in head.steps]
        self.near = [self.session, head.code, *self.steps, *(c.id for c in scenario.cards[:6]), "r1", "r2", "w1", "q1"]
        rounds = ["r1", "r1", "r2", "w1", "q1", "q2"]
        self.fitting = {
            "round": rounds,
            "card": [c.id for c in scenario.cards],
            "stage": [s.id for s in scenario.scale.stages],
        }
        self.fitting |= {
            "step": self.steps,
            "section": ["known", "so_far"],
            "into": ["n1"],
            "missing": [[]],
            "reasons": [[]],
        }
        self.near += [*(s.id for s in scenario.scale.stages), "known", "will_do", "ask", "now", "csv", "html", "json"]
        self.lines = {
            role: self.open(self.browsers[who], role)
            for who, role in ((1, "delegate"), (2, "facilitator"), (3, "screen"))
        }

    def go(self, chance: random.Random) -> None:
        """The room moves on, as its facilitator wants."""
        sender, operation = Sender("facilitator"), f"{chance.getrandbits(128):032x}"
        body = {"step": chance.choice(self.steps)}
        perform(self.site.context, self.session, sender, "session.go", body, operation)
        done = perform(self.site.context, self.session, sender, "board.open", {}, operation[::-1])
        assert isinstance(done, Refused) or done.rev

    # ------------------------------------------------------------ ways in

    def request(self, **environ: Any) -> Answer:
        """One request through the whole app."""
        body = environ.pop("body", b"")
        found: list[int] = []

        def start(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
            for name, value in headers:
                (name + value).encode("latin-1")
                assert "\r" not in value and "\n" not in value, name
            found.append(int(status.split()[0]))

        whole = {
            "REQUEST_METHOD": "GET", "PATH_INFO": "/", "QUERY_STRING": "", "SCRIPT_NAME": "",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "192.0.2.9", "HTTP_HOST": "localhost",
            "wsgi.version": (1, 0), "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(body), "wsgi.errors": self.said,
            "wsgi.multithread": False, "wsgi.multiprocess": False, "wsgi.run_once": False,
            "wsgi.input_terminated": True,
            "CONTENT_LENGTH": str(len(body)), **environ,
        }  # fmt: skip
        answer = self.site.app.wsgi_app(whole, start)
        content = b"".join(answer)
        getattr(answer, "close", lambda: None)()
        return Answer(found[-1], content)

    def open(self, browser: Browser, role: str = "", session: str = "") -> str:
        """A connection of a browser, by polling; joined to its room when a role is named. Its id."""
        answer = self.request(PATH_INFO="/socket.io/", QUERY_STRING=POLLING, HTTP_COOKIE=browser.cookies)
        line = json.loads(answer.body[1:])["sid"]
        if role:
            self.send(line, f"40/{role}," + json.dumps({"session": session or self.session}))
            self.drain(line)
        return line

    def send(self, line: str, payload: str | bytes) -> Answer:
        """What a phone that polls posts."""
        body = payload if isinstance(payload, bytes) else payload.encode()
        query = f"{POLLING}&sid={line}"
        return self.request(REQUEST_METHOD="POST", PATH_INFO="/socket.io/", QUERY_STRING=query, body=body)

    def drain(self, line: str) -> list[Any]:
        """What waits for a connection; never waits for more."""
        socket = self.engine.sockets.get(line)
        if socket is None or socket.queue.empty():
            return []
        return [packet.data for packet in socket.poll()]

    def hear(self, line: str, message: str | bytes) -> None:
        """A message of a WebSocket, as the library hears it after opening."""
        socket = self.engine.sockets.get(line)
        if socket is None:
            return
        try:
            socket.receive(Packet(encoded_packet=message))
        except Exception:  # what the library cannot read ends the connection: realtime/websockets.py, tests/realtime
            self.guard._websockets.end(line)

    def renew(self, line: str) -> None:
        """Another allowance: here it is tried what is understood, elsewhere how much."""
        for role in NAMESPACES.values():
            if place := self.site.workshop.sockets.on_connection(line, role):
                place.allowance = Allowance()
        if socket := self.engine.sockets.get(line):
            socket.session.clear()

    def browser(self, person: Any) -> Browser:
        csrf = person.csrf()
        cookies = "; ".join(f"{c.key}={c.value}" for c in person.client._cookies.values())
        return Browser(cookies, csrf)

    def works(self, chance: random.Random) -> bool:
        """Whether the honest phone is served as ever: it comes in, and a command is done."""
        self.site.workshop.sockets._allowances = Allowances()  # a quick machine looks oftener than a person joins
        line = self.open(self.honest, "delegate", self.honest_session)
        message = {"id": f"{chance.getrandbits(128):032x}", "name": "welcome.agree", "body": {}}
        self.send(line, "42/delegate,7" + json.dumps(["command", message]))
        answers = [p for p in self.drain(line) if isinstance(p, str) and p.startswith("3/delegate,7")]
        self.guard._websockets.end(line)
        gevent.sleep(0)
        return len(answers) == 1 and json.loads(answers[0].partition("7")[2])[0]["ok"]
