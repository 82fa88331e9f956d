"""What pages and joining cost the server: CPU of the whole request, by a browser that keeps its connection."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

from benchmarks.phones import SEATS_OF_A_BROWSER
from benchmarks.processes import Bare, Process, Workshop
from benchmarks.rows import Row
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.http import TOKEN

VIEW, JOIN = 1.5, 2.0
"""Milliseconds that a page view, and a join, may take."""
WARM = 15
"""Requests that do not count: what is made once is made then."""


class Visitor:
    """A browser of the workshop, as little as is needed: one connection, the cookies that it was given."""

    def __init__(self, url: str) -> None:
        self._origin = url
        self._http = HTTPConnection(urlsplit(url).netloc, timeout=20)
        self.cookies: dict[str, str] = {}
        self.token = ""

    def get(self, path: str) -> None:
        """A page."""
        page = self._ask("GET", path, None, {}).decode()
        self.token = found.group(1) if (found := TOKEN.search(page)) else self.token

    def join(self, code: str) -> None:
        """A new seat, by the form of the page that was fetched last. Raises RuntimeError."""
        self.cookies.pop("cw_seat", None)
        answer = self._ask("POST", "/join", json.dumps({"code": code}), self._headers())
        if not json.loads(answer).get("ok"):
            raise RuntimeError(f"could not join: {answer.decode()}")

    def forget(self) -> None:
        """Somebody else's browser, on the same connection."""
        self.cookies.clear()

    def _headers(self) -> dict[str, str]:
        return {"Content-Type": "application/json", "X-CSRF-Token": self.token, "Origin": self._origin}

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> bytes:
        cookie = {"Cookie": "; ".join(f"{n}={v}" for n, v in self.cookies.items())} if self.cookies else {}
        self._http.request(method, path, body, {"Accept-Encoding": "gzip", **cookie, **headers})
        answer = self._http.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")
        self._keep(answer)
        return content

    def _keep(self, answer: HTTPResponse) -> None:
        for line in answer.msg.get_all("Set-Cookie", []):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value


def views(workshop: Workshop, code: str, times: int) -> Iterator[Row]:
    """Each page so often: `/` by browsers that nobody knows and by a phone with a seat, `/room`; and joining.

    Beside them a page of the bare stack, which says what the server and the machine take of each.
    """
    visitor = Visitor(workshop.url)
    first_visit(visitor)
    yield Row(
        "CPU of a page view of / by a new browser", cost(workshop, times, lambda: first_visit(visitor)), "ms", VIEW
    )
    yield Row("CPU of joining", joining(workshop, code, times), "ms", JOIN)
    visitor.join(code)
    yield Row("CPU of a page view of / by a phone with a seat", cost(workshop, times, lambda: visitor.get("/")), "ms")
    yield Row("CPU of a page view of /room", cost(workshop, times, lambda: visitor.get("/room")), "ms", VIEW)
    with Bare() as bare:
        stranger = Visitor(bare.url)
        yield Row("CPU of a page of the bare stack", cost(bare, times, lambda: stranger.get("/")), "ms")


def first_visit(visitor: Visitor) -> None:
    """Of somebody whom nobody has seen before."""
    visitor.forget()
    visitor.get("/")


def cost(server: Process, times: int, act: Callable[[], None]) -> float:
    """Milliseconds of the server's CPU for one of so many, after a few that do not count."""
    for _ in range(WARM):
        act()
    before = server.cpu()
    for _ in range(times):
        act()
    return (server.cpu() - before) / times * 1e3


def joining(workshop: Workshop, code: str, times: int) -> float:
    """Milliseconds of CPU of a new seat, by browsers that have the page already."""
    visitors = [Visitor(workshop.url) for _ in range(-(-times // SEATS_OF_A_BROWSER))]
    for visitor in visitors:
        visitor.get("/")
    joins = iter([visitor for visitor in visitors for _ in range(SEATS_OF_A_BROWSER)])
    return cost(workshop, times - WARM, lambda: next(joins).join(code))


def pages(times: int) -> Iterator[Row]:
    """On a server of its own, with one session."""
    with Workshop() as workshop:
        facilitator = SimulatedFacilitator(workshop.url, workshop.link)
        code = facilitator.create("group-chat", "ninety", k=5)
        facilitator.line.drop()
        yield from views(workshop, code, times)
