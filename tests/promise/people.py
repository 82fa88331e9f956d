"""A room in a running workshop for tests that listen on the wire: a facilitator, phones, and what each was sent."""

from __future__ import annotations

import time

from tests.helpers.canaries import CanaryLine
from workshop.casebook import SHIPPED, Casebook
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.http import Browser

QUIET = 0.6
"""Seconds within which whatever is going to be sent is sent (five frames a second), but for counts: every two."""


class Room:
    """One session with its console and phones."""

    def __init__(self, url: str, link: str | SimulatedFacilitator, agenda: int = 0) -> None:
        self.url = url
        self.facilitator = SimulatedFacilitator(url, link) if isinstance(link, str) else link.beside()
        self.code = self.facilitator.create("group-chat", Casebook([SHIPPED]).get("group-chat").agendas[agenda].id, 5)
        self.steps = self.facilitator.line.parts["agenda"]["steps"]
        self.phones: list[CanaryLine] = []
        self.browsers: list[Browser] = []

    @property
    def session(self) -> str:
        return self.facilitator.session

    def phone(self) -> CanaryLine:
        """One more phone, connected."""
        browser = Browser(self.url)
        browser.get("/")
        assert browser.post("/join", {"code": self.code})["ok"]
        line = CanaryLine(self.url, "/delegate", browser.cookies)
        line.connect()
        self.phones.append(line)
        self.browsers.append(browser)
        return line

    def go(self, activity: str, number: int = 0) -> None:
        """To a step; every phone has heard of it."""
        step = [s for s in self.steps if s["activity"] == activity][number]
        self.facilitator.send("session.go", {"step": step["id"]})
        for line in (*self.phones, self.facilitator.line):
            line.wait_for(lambda p: p["agenda"]["steps"][p["agenda"]["position"]]["id"] == step["id"])

    def open(self) -> dict:
        """The first placing, opened: its board part."""
        self.go("board", 1)
        self.facilitator.send("board.open", {})
        for line in (*self.phones, self.facilitator.line):
            line.wait_for(lambda p: (p["board"]["round"] or {}).get("state") == "open")
        return self.facilitator.line.parts["board"]

    def place(self, phone: CanaryLine, board: dict, stage: int | None = 0, card: int = 0, **more: object) -> int:
        """One placement, as the phone's page sends it."""
        stages = [s["id"] for s in board["scale"]["stages"]]
        body = {
            "round": board["round"]["id"],
            "card": board["cards"][card]["id"],
            "stage": None if stage is None else stages[stage],
            "missing": [],
            "reasons": [],
            "certainty": None,
        }
        return phone.command("board.place", {**body, **more})

    def since(self, act, wait: float = QUIET) -> list[list[str]]:
        """Do something; the raw frames that each phone was sent because of it."""
        time.sleep(QUIET)
        began = time.monotonic()
        act()
        time.sleep(wait)
        return [phone.frames_since(began) for phone in self.phones]

    def close(self) -> None:
        """Everybody goes home."""
        for line in (*self.phones, self.facilitator.line):
            line.drop()
