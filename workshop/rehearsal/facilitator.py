"""A simulated facilitator: signs in by the link, makes a session, and takes a room through the whole agenda."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from copy import copy
from typing import Any, Self
from urllib.parse import urlsplit

from workshop.activities.registry import BY_NAME
from workshop.domain.question_themes import THEMES
from workshop.rehearsal import bank, studio
from workshop.rehearsal.company import Company
from workshop.rehearsal.http import Browser
from workshop.rehearsal.wire import Line, Parts, Refusal

Progress = Callable[[str, float], None]
"""(what is happening, share done 0..1)."""
TALKED_ABOUT = 3
MOMENT = 30.0
"""Seconds within which the console hears how many have answered: they are counted at whole ten seconds."""


class SimulatedFacilitator:
    """One facilitator with one session. `company` is the room."""

    def __init__(self, url: str, link: str) -> None:
        self.browser = Browser(url)
        self.browser.press(urlsplit(link).path)  # at the address named: a cookie is for one
        self.browser.get("/facilitate/new")

    def beside(self) -> Self:
        """The same person in the same browser, free for a session beside this one."""
        return copy(self)

    def create(self, scenario: str, agenda: str, k: int, title: str = "", rehearsal: bool = True) -> str:
        """A new session, a rehearsal unless a test plays a real one, connected to its console. Its join code."""
        body = {"scenario": scenario, "agenda": agenda, "k": k, "title": title, "placed_before": False}
        body |= {"rehearsal": rehearsal}
        made = self.browser.post("/facilitate/sessions", body)
        if not made.get("ok"):
            raise Refusal("create", str(made.get("why", made)))
        self.session = made["session"]
        self.line = Line(self.browser.url, "/facilitator", self.browser.cookies, self.session)
        self.line.connect(30)
        return self.line.parts["session"]["code"]

    def run(self, company: Company, progress: Progress) -> None:
        """Every step of the agenda, then the end."""
        self.start(company)
        steps = self.line.parts["agenda"]["steps"]
        for number, step in enumerate(steps):
            progress(step["title"], number / len(steps))
            self.work(step)
            if number + 1 < len(steps):
                self.next(step["id"])
        progress("Ending", 1.0)
        self.send("session.end", {})

    def start(self, company: Company) -> None:
        """Take charge of this room."""
        self._company = company

    def work(self, step: dict[str, Any]) -> None:
        """What a facilitator does in a step, by its activity."""
        act = {
            "welcome": self._welcome,
            "break": self._break,
            "debrief": self._break,
            "reflection": self._reflection,
            "board": self._board,
            "discussion": self._discussion,
            "questions": self._questions,
            "formulation": self._formulation,
            "plan": self._plan,
        }.get(step["activity"], self._questionnaire)
        act(step)

    def next(self, step: str) -> None:
        """On to the next step; wait until the console is there."""
        self.send("session.next", {"from_step": step})
        self.line.wait_for(lambda parts: here(parts)["id"] != step)

    def send(self, name: str, body: dict[str, Any]) -> None:
        """One facilitator's command; a refusal is raised."""
        self.line.command(name, body, secrets.token_urlsafe(18))

    # ------------------------------------------------------------ steps

    def _welcome(self, step: dict[str, Any]) -> None:
        if not self._company.delegates:
            self._company.join()
        self._company.wait_until(f"{step['id']} welcome")

    def _break(self, step: dict[str, Any]) -> None:
        """Everybody is asked in a break too; who taps *nothing to ask* after it is told to write something first."""
        self._company.wait_until(f"{step['id']} {step['activity']}")

    def _questionnaire(self, step: dict[str, Any]) -> None:
        """Of any other activity: wait for all answers, if simulated phones have such, and close its round."""
        activity = step["activity"]
        if activity not in BY_NAME or not BY_NAME[activity].simulated:
            return
        part = self.line.wait_for(lambda parts: bool(parts.get(activity)))[activity]
        self._company.wait_until(part["round"])
        self.send(f"{activity}.close", {"round": part["round"]})

    def _board(self, step: dict[str, Any]) -> None:
        """Look at the case once it has news, open, wait for everybody, reveal, and bring the first card into focus."""
        if self.line.parts["case"]["information"]:
            for shown in (True, False):
                self.send("session.show_case", {"shown": shown})
        self.send("board.open", {})
        self.finish_round()

    def finish_round(self) -> str | None:
        """Wait for everybody in the open round, then reveal it. The card that came into focus, if any.

        Below k it is closed without being shown.
        """
        round_id = self.line.wait_for(lambda parts: _open_round(parts) is not None)["board"]["round"]["id"]
        self._company.wait_until(round_id)
        try:
            self.send("board.reveal", {"round": round_id})
        except Refusal as refused:
            if refused.code != "too_few":
                raise
            self.send("board.close", {"round": round_id})
            return None
        parts = self.line.wait_for(lambda parts: parts["board"]["results"] is not None)
        if card := _first_to_talk_about(parts["board"]):
            self.send("discussion.focus", {"card": card})
            if any(r["card"] == card and r.get("response") for r in parts["board"]["results"]):
                self.send("discussion.show", {"show": "response"})
        return card

    def _discussion(self, step: dict[str, Any]) -> None:
        """Talk about the cards that the room sees most differently; late ones arrive; place those again.

        Where it opens with what moved the room, or what it wants to know, what is said of that is noted.
        """
        if len(self._company.delegates) < self._company.size:
            self._company.join_late()
        board = self.line.wait_for(lambda parts: parts.get("board") is not None)["board"]
        if board["show"] in ("ledger", "wanted"):
            self._note("step", step["id"], bank.SAID[-1])
            return
        queue = board["queue"][:TALKED_ABOUT]
        for number, card in enumerate(queue):
            self._talk_about(card, bank.SAID[number % len(bank.SAID)])
        if queue:
            self.send("board.reopen", {"cards": queue, "cause": "discussion", "information": None})
            if self.finish_round():
                self.send("discussion.show", {"show": "shift"})

    def _talk_about(self, card: str, said: str) -> None:
        """One card: what the room says of it is noted and shown; then how practitioners reasoned, if there is such."""
        self.send("discussion.focus", {"card": card})
        self.send("session.timer", {"seconds": 180})
        notes = self.line.wait_for(lambda parts: parts["notes_private"]["card"] == card)["notes_private"]
        self._note("card", card, said)
        self.send("jotter.pin", {"about": "card", "id": card, "pinned": True})
        if notes["panel"]:
            self.send("discussion.show", {"show": "panel"})

    def _note(self, about: str, id: str, said: str) -> None:
        """Written down, and ticked for the report."""
        text = {"about": about, "id": id}
        noted = self.line.parts["jotter"]["jottings"]
        base = next((j["version"] for j in noted if (j["about"], j["id"]) == (about, id)), 0)
        self.send("jotter.write", {**text, "text": said, "base": base})
        self.send("jotter.keep", {**text, "kept": True})

    def _questions(self, step: dict[str, Any]) -> None:
        self._company.wait_until(f"{step['id']} questions")
        if len(self._company.delegates) < self.line.parts["session"]["k"]:
            return  # so few that nothing is handed over
        self.line.wait_for(lambda parts: parts["questions"]["gather"], MOMENT)
        self.send("questions.gather", {})
        inbox = self.line.wait_for(lambda parts: parts["questions"]["inbox"])["questions"]["inbox"]
        for number, question in enumerate(sorted(inbox, key=lambda q: q["text"])):
            state = ("answered", "parked", "shown")[number % 3]
            self.send("questions.mark", {"question": question["id"], "state": state})
            if number % 2 == 0:
                theme = THEMES[number // 2 % len(THEMES)]
                self.send("questions.keep", {"question": question["id"], "kept": True, "theme": theme})

    def _formulation(self, step: dict[str, Any]) -> None:
        studio.formulation(self, self._company, step)

    def _plan(self, step: dict[str, Any]) -> None:
        studio.plan(self, self._company, step)

    def _reflection(self, step: dict[str, Any]) -> None:
        part = self.line.wait_for(lambda parts: bool(parts.get("reflection")))["reflection"]
        self._company.wait_until(part["round"])
        self.send("reflection.close", {"round": part["round"]})
        texts = self.line.wait_for(lambda parts: parts["reflection"]["state"] == "closed")["reflection"]["texts"]
        for number, text in enumerate(sorted(texts, key=lambda t: (t["field"], t["text"]))):
            if number % 2 == 0:
                self.send("reflection.keep", {"text": text["id"], "kept": True})


def _open_round(parts: Parts) -> dict[str, Any] | None:
    """The board's round, while it is open; an ack may come before the frame of the step that it led to."""
    found = (parts.get("board") or {}).get("round")
    return found if found and found["state"] == "open" else None


def _first_to_talk_about(board: dict[str, Any]) -> str | None:
    """Of the queue, the first that was placed before as well: there, something may have moved. Else the first."""
    moved = {r["card"] for r in board["results"] if r["before"]}
    return next((card for card in board["queue"] if card in moved), next(iter(board["queue"]), None))


def here(parts: Parts) -> dict[str, Any]:
    """The step where the room is."""
    return parts["agenda"]["steps"][parts["agenda"]["position"]]
