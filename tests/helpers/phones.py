"""Phones as bare connections, for tests in which it matters what is sent when."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from workshop.rehearsal.http import Browser
from workshop.rehearsal.wire import Line


@dataclass
class Phone:
    """One phone: its cookies stay when its connection goes."""

    cookies: str
    line: Line

    def reconnect(self, url: str) -> None:
        """Come back, perhaps to another worker."""
        self.line = Line(url, "/delegate", self.cookies)
        self.line.connect(30)


def join(url: str, code: str) -> Phone:
    """A phone that has joined and is connected."""
    browser = Browser(url)
    browser.get("/")
    answer = browser.post("/join", {"code": code, "token": ""})
    assert answer.get("ok"), answer
    phone = Phone(browser.cookies, Line(url, "/delegate", browser.cookies))
    phone.line.connect(30)
    return phone


def join_at_once(url: str, code: str, many: int) -> list[Phone]:
    """So many phones, all at the same time."""
    with ThreadPoolExecutor(many) as pool:
        return list(pool.map(lambda _: join(url, code), range(many)))


def send_at_once(phones: list[Phone], name: str, bodies: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], float]:
    """One command from each phone, one straight after the other: (acks, seconds from the first to the last sent)."""
    begun = time.monotonic()
    numbers = [phone.line.begin(name, body) for phone, body in zip(phones, bodies, strict=True)]
    took = time.monotonic() - begun
    return [phone.line.answer(n, 30) for phone, n in zip(phones, numbers, strict=True)], took


def opened(line: Line) -> dict[str, Any]:
    """The board once its round is open. Before that there is a round as well: `ready`, and without an id."""
    return line.wait_for(lambda parts: (parts.get("board") or {}).get("round", {}).get("state") == "open")["board"]
