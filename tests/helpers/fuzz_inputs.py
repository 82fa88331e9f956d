"""One input of the fuzzer: an event, an Engine.IO request, or a request to one of the routes; each nearly right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote, urlencode

from tests.helpers.fuzz_values import Strange
from workshop.activities.registry import COMMANDS

SCHEMAS = {name: command.body.model_json_schema() for name, command in COMMANDS.items()}
POLLING = "EIO=4&transport=polling"
HEADERS = (
    *("HTTP_HOST", "HTTP_ORIGIN", "HTTP_REFERER", "HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "HTTP_ACCEPT_ENCODING"),
    *("HTTP_RANGE", "HTTP_EXPECT", "HTTP_COOKIE", "HTTP_UPGRADE"),
    *("HTTP_X_CSRF_TOKEN", "HTTP_AUTHORIZATION", "HTTP_AUTHENTICATION_TOKEN", "HTTP_IF_MODIFIED_SINCE"),
    *("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO", "HTTP_USER_AGENT", "HTTP_CONNECTION"),
    *("HTTP_IF_NONE_MATCH", "HTTP_CACHE_CONTROL", "HTTP_CONTENT_ENCODING", "HTTP_TRANSFER_ENCODING"),
)  # fmt: skip
TYPES = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "")

HEARD = ("0", "1", "2")
"""Kinds of packets that the library hears: connect, disconnect, event."""
CUT_OFF = ("3", "4", "5", "51-", "6", "9", "", "51-/delegate,", "5999-/delegate,")
"""Those for which a connection is let go. Seldom: to come in again costs as much as ten inputs."""


@dataclass
class Answer:
    """What came back."""

    status: int
    body: bytes


@dataclass
class Browser:
    """Somebody's cookies, with the token of a page."""

    cookies: str
    csrf: str


class Inputs:
    """What is thrown in. A World is one: it has the app, its browsers, and the connections that are open."""

    site: Any
    session: str
    browsers: list[Browser]
    lines: dict[str, str]

    def request(self, **environ: Any) -> Answer:
        """One request through the whole app."""
        raise NotImplementedError

    def open(self, browser: Browser, role: str = "", session: str = "") -> str:
        """A connection of a browser, to the room that is tried when no session is named; its id."""
        raise NotImplementedError

    def packet(self, strange: Strange, role: str = "") -> str:
        """An event, nearly as a page sends it, or any packet; of somebody's own namespace, mostly."""
        chance = strange.chance
        if not role or chance.random() < 0.04:
            role = chance.choice(("delegate", "delegate", "facilitator", "screen", strange.text()))
        if chance.random() < 0.07:
            kind = chance.choice(CUT_OFF if chance.random() < 0.35 else HEARD)
            return kind + chance.choice(("", "/delegate,", f"/{role},")) + strange.json(strange.value())
        command = chance.choice([c for c in COMMANDS.values() if role in c.roles] or list(COMMANDS.values()))
        if command.name == "session.end" and chance.random() < 0.95:
            command = COMMANDS["board.open"]
        message: Any = {
            "id": f"{chance.getrandbits(128):032x}" if chance.random() < 0.93 else strange.text(),
            "name": command.name,
            "body": strange.body(SCHEMAS[command.name]),
        }
        if chance.random() < 0.08:
            message[chance.choice(("id", "name", "body", "since", strange.text()))] = strange.value()
        event = ["command", message] if chance.random() < 0.95 else strange.value()
        number = chance.choice(("1", "77", "", "99999999999999999999", "²", "-1")) if chance.random() < 0.1 else "5"
        return f"2/{role},{number}{strange.json(event)}"

    def polling(self, strange: Strange) -> Answer:
        """An Engine.IO request, nearly right."""
        chance = strange.chance
        line = (
            self.open(chance.choice(self.browsers))
            if chance.random() < 0.1
            else chance.choice(list(self.lines.values()))
        )
        query = {"EIO": "4", "transport": "polling", "sid": line}
        if chance.random() < 0.3:
            query[chance.choice(("EIO", "transport", "sid", "j", "t", "x"))] = chance.choice(
                ("3", "websocket", strange.text())
            )
        if chance.random() < 0.1:
            query.pop(chance.choice(list(query)))
        many = range(chance.choice((1, 1, 1, 2, 17)))
        kinds = ["4" if chance.random() < 0.9 else chance.choice("13b02569x") for _ in many]
        packets = [kind + self.packet(strange) for kind in kinds]
        body = (
            strange.raw("\x1e".join(packets))
            if chance.random() < 0.9
            else chance.choice((b"", b"9", b"d=4", b"b!", b"\x1e"))
        )
        environ: dict[str, Any] = {"PATH_INFO": "/socket.io/", "body": body}
        environ["QUERY_STRING"] = urlencode({n: v.encode("utf-8", "surrogatepass") for n, v in query.items()})
        environ["REQUEST_METHOD"] = chance.choice(("POST", "POST", "POST", "POST", "PUT", "HEAD", "OPTIONS", "DELETE"))
        if chance.random() < 0.1:
            environ["CONTENT_LENGTH"] = chance.choice(("", "-1", "x", "²", "999999999", "0", "1_0"))
        if chance.random() < 0.1:
            environ[chance.choice(HEADERS)] = strange.header()
        return self.request(**environ)

    def http(self, strange: Strange) -> Answer:
        """A request to one of the routes, nearly right, from one of the browsers."""
        chance = strange.chance
        rule = chance.choice(self.rules)
        path = rule.rule
        for name in rule.arguments:
            start, _, rest = path.partition("<")
            _, _, rest = rest.partition(">")
            path = start + (self.session if chance.random() < 0.5 and name == "session" else strange.text()) + rest
        browser = chance.choice(self.browsers)
        environ: dict[str, Any] = {"HTTP_COOKIE": browser.cookies, "HTTP_X_CSRF_TOKEN": browser.csrf}
        environ["PATH_INFO"] = strange.raw(path).decode("latin-1")
        environ["REQUEST_METHOD"] = chance.choice((*sorted(rule.methods), "POST", "GET"))
        if environ["REQUEST_METHOD"] != "GET" or chance.random() < 0.1:
            environ |= self._content(strange, browser)
        if chance.random() < 0.25:
            environ["QUERY_STRING"] = strange.raw(
                "&".join(quote(strange.text(), errors="replace") + "=" + strange.text() for _ in range(2))
            ).decode("latin-1")
            if chance.random() < 0.4:
                environ["QUERY_STRING"] = chance.choice(("from=", "next=", "auth_token=")) + environ["QUERY_STRING"]
        for _ in range(chance.choice((0, 0, 0, 1, 2))):
            environ[chance.choice(HEADERS)] = strange.header()
        if chance.random() < 0.06:
            at = chance.randrange(len(browser.cookies) + 1)
            environ["HTTP_COOKIE"] = browser.cookies[:at] + strange.header() + browser.cookies[at + 1 :]
        return self.request(**environ)

    def _content(self, strange: Strange, browser: Browser) -> dict[str, Any]:
        chance, kind = strange.chance, strange.chance.choice(TYPES)
        names = (
            "code",
            "token",
            "text",
            "scenario",
            "agenda",
            "k",
            "title",
            "email",
            "password",
            "release",
            "next",
            "remember",
        )
        fields = {chance.choice(names): strange.value() for _ in range(chance.choice((0, 1, 2, 4)))}
        if kind == "application/json":
            body = strange.raw(strange.json(fields if chance.random() < 0.85 else strange.value()))
        elif "form" in kind:
            fields = {"csrf_token": browser.csrf, **{n: v if isinstance(v, str) else str(v) for n, v in fields.items()}}
            plain = {n.encode("utf-8", "surrogatepass"): v.encode("utf-8", "surrogatepass") for n, v in fields.items()}
            body = urlencode(plain).encode() if "url" in kind else b"".join(
                b'--x\r\nContent-Disposition: form-data; name="%b"\r\n\r\n%b\r\n' % (n, v) for n, v in plain.items()
            ) + b"--x--\r\n"  # fmt: skip
        else:
            body = strange.raw(strange.text())
        return {"CONTENT_TYPE": kind, "body": body}

    @cached_property
    def rules(self) -> list[Any]:
        """The routes, without those that tell machines of this process."""
        found = self.site.app.url_map.iter_rules()
        return sorted((r for r in found if r.endpoint != "metrics.metrics"), key=lambda r: (r.rule, r.endpoint))
