"""A simulated delegate: a phone that joins, reacts to what the room does, drops out and comes back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from workshop.activities.base import Simulated
from workshop.activities.registry import BY_NAME
from workshop.rehearsal import bank, saying, studio
from workshop.rehearsal.answer_policy import AnswerPolicy
from workshop.rehearsal.http import Browser
from workshop.rehearsal.outbox import Outbox
from workshop.rehearsal.responses import Responses, Sent, direction
from workshop.rehearsal.sureness import Sureness
from workshop.rehearsal.wire import Line, Parts, Refusal

Pace = Callable[[], None]
"""Called before each answer: nothing in a test, a human pause in a demonstration."""


@dataclass
class SimulatedDelegate:
    """One phone. `effects` tells what the case's author expects of new information: information id → card → effect."""

    url: str
    code: str
    policy: AnswerPolicy
    effects: dict[str, dict[str, str]]
    drops: bool = False
    pace: Pace = lambda: None
    sent: list[Sent] = field(default_factory=list[Sent])
    refused: list[str] = field(default_factory=list[str])
    _done: set[str] = field(default_factory=set[str])
    _stood: dict[str, dict[str, str | None]] = field(default_factory=dict[str, dict[str, str | None]])
    """Card → round → where this phone stood after it."""
    _would: Responses = field(default_factory=Responses)
    holds: Sureness = field(default_factory=Sureness)
    _notes: dict[str, str] = field(default_factory=dict[str, str])  # words → id, for the plan's "why"
    _stopped: bool = False

    def join(self) -> None:
        """Join by code, agree to the ground rules' page, connect."""
        browser = Browser(self.url)
        browser.get("/")
        answer = browser.post("/join", {"code": self.code, "token": self.policy.token()})
        if not answer.get("ok"):
            raise Refusal("join", str(answer.get("why", answer)))
        self.line = Line(self.url, "/delegate", browser.cookies)
        self.line.connect(30)
        threading.Thread(target=self._live, daemon=True).start()

    @cached_property
    def outbox(self) -> Outbox:
        """What this phone sends, and keeps until it is safe."""
        return Outbox(self.line, lambda: not self._stopped)

    def leave(self) -> None:
        """Put the phone away."""
        self._stopped = True
        self.line.drop()

    def settled(self, what: str) -> bool:
        """Has this phone done all that it would do about `what` (a round id, or step id and activity)?"""
        return what in self._done

    def _live(self) -> None:
        what = ""
        while not self._stopped:
            try:
                if not self.line.open:
                    self.line.connect()
                self.outbox.renew()
                what, act = self._wanted(self.line.parts)
                if act is None or what in self._done:
                    self.line.wait_for(self._has_work, 0.5)
                    continue
                act(what)
                self._done.add(what)
            except TimeoutError:
                continue
            except Refusal as refused:
                self.refused.append(refused.code)
                self._done.add(what)
            except (ConnectionError, OSError):
                time.sleep(0.3)

    def _has_work(self, parts: Parts) -> bool:
        what, act = self._wanted(parts)
        return act is not None and what not in self._done

    def _wanted(self, parts: Parts) -> tuple[str, Callable[[str], None] | None]:
        """What the room asks of a phone now, under a name that stays the same until it is done."""
        if not parts or parts["session"]["state"] == "ended" or parts["session"]["curtain"] != "none":
            return "", None
        step = parts["agenda"]["steps"][parts["agenda"]["position"]]
        activity = step["activity"]
        if activity in ("board", "discussion"):
            found = parts["board"]["round"]
            return (found["id"], self._place) if found and found["state"] == "open" else ("", None)
        if activity == "formulation":
            gathering = parts["formulation"]["gathering"]
            if gathering["state"] == "called":
                return f"{step['id']} envelope {gathering['number']}", self._hand_in
            if parts["offers"]["state"] == "called":
                return f"{step['id']} wordings {parts['offers']['number']}", self._offer
        simulated = BY_NAME[activity].simulated if activity in BY_NAME else None
        if activity == "reflection" or simulated:
            found = parts[activity]
            act = partial(self._answer, simulated, activity) if simulated else self._reflect
            return (found["round"], act) if found["state"] == "open" else ("", None)
        if activity == "formulation" and parts["agreed"]["state"] == "open":
            return parts["agreed"]["round"], self._weigh
        act = {
            "welcome": self._agree,
            "questions": self._ask,
            "break": self._nothing,
            "debrief": self._rest,
            "formulation": self._write,
            "plan": self._plan,
        }.get(activity)
        return f"{step['id']} {activity}", act

    # ------------------------------------------------------------ what a phone does

    def _agree(self, what: str) -> None:
        self._send("welcome.agree", {})

    def _rest(self, what: str) -> None:
        """Step out for a moment, and come back."""
        for away in (True, False):
            self._send("session.away", {"away": away})

    def _answer(self, simulated: Simulated, activity: str, what: str) -> None:
        """What the activity's manifest says that a simulated phone answers."""
        for name, body in simulated(self.line.parts[activity], self.policy.chance):
            self._send(name, body)

    def _place(self, what: str) -> None:
        board = self.line.parts["board"]
        stages = [s["id"] for s in board["scale"]["stages"]]
        cards = board["cards"]
        for number, card in enumerate(cards):
            if self.drops and number == len(cards) // 2:
                self.drops = False
                self.line.drop()
                time.sleep(0.4)
                self.line.connect()
            self._place_card(what, board, stages, card)

    def _place_card(self, round_id: str, board: dict[str, Any], stages: list[str], card: dict[str, Any]) -> None:
        again, answered = card["again"], card["id"] in self._stood
        if again and not answered:  # it came after this card was placed, and looks on
            self._send("board.skip", {"round": round_id, "card": card["id"]})
            return
        reasons, topics = board["reasons"], board["topics"]
        cause, information = board["round"]["cause"], board["information"]
        if not again:
            answer = self.policy.first(card["id"], stages, reasons, topics)
            flows: dict[str, Any] = {}
        else:
            earlier = self._stood[card["id"]][again["stood"]]
            effect = self.effects.get(information["id"], {}).get(card["id"], "none") if information else ""
            answer = self.policy.again(card["id"], earlier, effect, stages, reasons, topics, round_id)
            told = self._stood[card["id"]][again["told"]]
            flows = {"earlier": earlier, **self._moved(round_id, card["id"], stages, told, answer["stage"])}
        response = self._would.answer(self.policy, round_id, board, card)
        self._send("board.place", {"round": round_id, "card": card["id"], **answer, **flows, "response": response})
        if cause != "warm_up":
            kept = {"earlier": flows["earlier"]} if flows else {}
            kept |= self._would.said(round_id, card["id"], response)
            self.sent.append(Sent(round=round_id, cause=cause, card=card["id"], **answer, flows=kept))
            self._stood.setdefault(card["id"], {})[round_id] = answer["stage"]

    def _moved(self, round_id: str, card: str, stages: list[str], told: str | None, now: str | None) -> dict[str, Any]:
        """The phone compares with its own memory: which way, and why."""
        way = direction(stages, told, now)
        options = ("not_enough", "not_relevant", "already") if way == "same" else ("information", "heard", "reasons")
        return {"direction": way, "why": [self.policy.chance("why", round_id, card).choice(options)]}

    def _ask(self, what: str) -> None:
        """Everybody answers: a few with a question, the others with nothing."""
        self._send(
            "questions.ask", {"text": bank.QUESTIONS[self.policy.who] if self.policy.who < len(bank.QUESTIONS) else ""}
        )

    def _nothing(self, what: str) -> None:
        self._send("questions.ask", {"text": ""})

    def _write(self, what: str) -> None:
        """Silent notes stay on the phone."""

    def _hand_in(self, what: str) -> None:
        self._send("formulation.envelope", studio.envelope(self.line.parts["formulation"], self.policy.who))

    def _offer(self, what: str) -> None:
        self._send("formulation.offer", saying.sheet(self.line.parts["offers"], self.policy.who))

    def prefer(self) -> None:
        """Prefer a wording of each sentence, once they are shown."""
        offers = self.line.wait_for(lambda parts: parts["offers"]["choosing"] > 0)["offers"]
        for body in saying.choices(offers, self.policy.chance("prefer")):
            self._send("formulation.prefer", body)

    def _weigh(self, what: str) -> None:
        """Say of each thing that is asked whether it holds."""
        for body in self.holds.answers(self.policy, self.line.parts["agreed"]):
            self._send("formulation.answer", body)

    def support(self, among: int) -> None:
        """Support three notes, chosen by their words, once there are so many."""
        parts = self.line.wait_for(lambda parts: len(parts["formulation"]["notes"]) >= among)
        self._notes = {n["text"]: n["id"] for n in parts["formulation"]["notes"]}
        notes = sorted(parts["formulation"]["notes"], key=lambda n: (n["section"], n["text"]))
        for note in self.policy.chance("support").sample(notes, min(3, len(notes))):
            self._send("formulation.support", {"note": note["id"], "on": True})

    def _plan(self, what: str) -> None:
        if self.policy.who < len(bank.ACTIONS):
            self._send("plan.add", studio.action(self.policy.who, self._notes))

    def would_do(self, among: int) -> None:
        """Say of half the actions, chosen by their words, that this phone would do them, once there are so many."""
        parts = self.line.wait_for(lambda parts: len((parts.get("plan") or {"actions": ()})["actions"]) >= among)
        actions = sorted(parts["plan"]["actions"], key=lambda a: (a["action"], a["why"]))
        for action in self.policy.chance("would").sample(actions, (len(actions) + 1) // 2):
            self._send("plan.would", {"id": action["id"], "on": True})

    def _reflect(self, what: str) -> None:
        chance = self.policy.chance("reflection")
        tags = sorted(chance.sample(self.line.parts["reflection"]["tags"], 2))
        self._send("reflection.need", {"round": what, "tags": tags})
        self._nothing(what)
        if self.policy.who % 3 == 0:
            self._send("reflection.say", {"round": what, "field": "will_do", "text": chance.choice(bank.WILL_DO)})
        if self.policy.who % 5 == 0:
            self._send("reflection.say", {"round": what, "field": "still_need", "text": chance.choice(bank.STILL_NEED)})

    def _send(self, name: str, body: dict[str, Any]) -> None:
        """One command, until it is answered."""
        self.pace()
        self.outbox.send(name, body)
