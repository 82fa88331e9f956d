"""A room in a running workshop for tests that listen on the wire: a facilitator, phones, and what each was sent."""

from __future__ import annotations

import json
import time
from urllib.parse import urlencode, urlsplit
from urllib.request import Request

from tests.helpers.canaries import CanaryLine
from workshop.casebook import SHIPPED, Casebook
from workshop.record.passwords import hash_password
from workshop.record.repository import SqlRecord
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.http import Browser
from workshop.rehearsal.wire import Line, Refusal

PASSWORD = "a password of the tests"
QUIET = 0.6
"""Seconds within which whatever is going to be sent is sent (five frames a second), but for counts: every two."""


PATIENCE = 20
"""Seconds after which what everybody is told has not been told."""


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
        line.connect(30)
        self.phones.append(line)
        self.browsers.append(browser)
        return line

    def go(self, activity: str, number: int = 0) -> None:
        """To a step; every phone has heard of it."""
        step = [s for s in self.steps if s["activity"] == activity][number]
        self.facilitator.send("session.go", {"step": step["id"]})
        for line in (*self.phones, self.facilitator.line):
            line.wait_for(lambda p: p["agenda"]["steps"][p["agenda"]["position"]]["id"] == step["id"])
        if activity == "formulation":  # past the silence, in which phones hand in together
            self.facilitator.send("formulation.phase", {"phase": "gather"})

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

    def place_all(self, phone: CanaryLine, board: dict, stage: int | None = 0) -> None:
        """Every card of the round: only who has finished counts for a reveal."""
        for card in range(len(board["cards"])):
            self.place(phone, board, stage, card)

    def gather(self, *texts: str) -> list[dict]:
        """At the questions, with five phones at least: they ask these, or nothing, and all is gathered: the inbox."""
        while len(self.phones) < 5:
            self.phone()
        self.go("questions")
        for number, phone in enumerate(self.phones):
            phone.command("questions.ask", {"text": texts[number] if number < len(texts) else ""})
        desk = self.facilitator.line
        desk.wait_for(lambda p: p["questions"]["gather"], 30)
        asking = desk.parts["questions"]["asking"]
        self.facilitator.send("questions.gather", {})
        return desk.wait_for(lambda p: p["questions"]["asking"] != asking)["questions"]["inbox"]

    def since(self, act, wait: float = QUIET) -> list[list[str]]:
        """Do something; the raw frames that each phone was sent because of it."""
        return self._heard_since(self._did(act, wait))

    def told(self, act, wait: float = QUIET) -> list[list[str]]:
        """As `since`, of what everybody is told: a busy machine is waited for until all have heard as much."""
        began = self._did(act, wait)
        deadline = began + wait + PATIENCE
        while len(heard := {len(frames) for frames in self._heard_since(began)}) > 1 or heard == {0}:
            if time.monotonic() > deadline:
                break  # the test says what is wrong with it
            time.sleep(QUIET)
        return self._heard_since(began)

    def _did(self, act, wait: float) -> float:
        time.sleep(QUIET)
        began = time.monotonic()
        act()
        time.sleep(wait)
        return began

    def _heard_since(self, began: float) -> list[list[str]]:
        return [phone.frames_since(began) for phone in self.phones]

    def close(self) -> None:
        """Everybody goes home."""
        for line in (*self.phones, self.facilitator.line):
            line.drop()


def password_browser(running, record: SqlRecord, email: str, organisation: str, *roles: str) -> Browser:
    """A browser in which an account of some organisation is signed in."""
    record.add_member(email, hash_password(PASSWORD), organisation, frozenset(roles))
    browser = Browser(running.url)
    page = browser.get("/account/sign-in").decode()
    token = page.partition('name="csrf_token"')[2].partition('value="')[2].partition('"')[0]
    form = urlencode({"email": email, "password": PASSWORD, "csrf_token": token}).encode()
    request = Request(f"{running.url}/account/sign-in", form, {"Origin": running.url})
    browser._opener.open(request, timeout=10).read()
    browser.get("/privacy")
    return browser


def opened(url: str, namespace: str, cookies: str, session: str = "") -> str:
    """`in`, or the word of the refusal."""
    line = CanaryLine(url, namespace, cookies, session=session)
    try:
        Line.connect(line, 5)
    except Refusal as refused:
        return refused.code
    finally:
        line.drop()
    return "in"


def with_pass(room, kind: str) -> Browser:
    """A browser that was handed the session's link for a screen or a second desk."""
    links = room.facilitator.browser.get(f"/facilitate/{room.session}/links").decode()
    browser = Browser(room.url)
    browser.get(urlsplit(json.loads(links)[kind]).path)
    return browser
