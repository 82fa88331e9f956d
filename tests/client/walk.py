"""A whole session, step by step, by what docs/protocol.md says of commands and parts."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.client.phone import Known
from tests.client.room import Room
from tests.client.web import Web, code_of

DELEGATES, K = 6, 5


class Session:
    """A facilitator with a new session, and the delegates who join it."""

    def __init__(self, url: str, sign_in: str) -> None:
        desk = Web(url)
        desk.sign_in(sign_in)
        case = desk.page_data("/facilitate/new")["scenarios"][0]
        wanted = {"scenario": case["id"], "agenda": case["agendas"][0]["id"], "k": K, "title": "From the document"}
        wanted["placed_before"] = False
        made = desk.post("/facilitate/sessions", wanted)
        assert made["ok"], made
        self.id, self.browsers = made["session"], list[Web]()
        self.code = code_of(json.loads(desk.get(f"/facilitate/{self.id}/links"))["join"])
        self.desk, self.url = Room(url, "/facilitator", desk.cookies, self.id), url
        self.screen = Room(url, "/screen", desk.cookies, self.id)
        self.phones = [self.join() for _ in range(DELEGATES)]
        self.knows = [Known() for _ in self.phones]
        self.done: list[str] = []

    def join(self) -> Room:
        """One more delegate; its browser is kept, for coming back."""
        web = Web(self.url)
        assert web.post("/join/look", {"code": self.code})["k"] == K
        assert web.post("/join", {"code": self.code.lower()})["ok"]
        self.browsers.append(web)
        return Room(self.url, "/delegate", web.cookies)

    def late(self) -> None:
        """Somebody comes after the cards were placed."""
        self.phones.append(self.join())
        self.knows.append(Known())

    def back(self, number: int) -> Room:
        """A delegate's connection is lost and made anew: a full frame with its own parts."""
        self.phones[number].close()
        self.phones[number] = Room(self.url, "/delegate", self.browsers[number].cookies)
        return self.phones[number]

    def everywhere(self, holds: Callable[[dict[str, Any]], Any]) -> None:
        """Wait until all have heard of it."""
        for room in (self.desk, self.screen, *self.phones):
            room.wait(holds)

    def walk(self) -> None:
        """From the first step to the end."""
        steps = self.desk.parts["agenda"]["steps"]
        for position, step in enumerate(steps):
            if position:
                self.desk.must("session.next", {"from_step": steps[position - 1]["id"]})
            self.everywhere(lambda parts, at=position: parts["agenda"]["position"] == at)
            DO[step["activity"]](self)
            self.done.append(step["activity"])
        self.desk.must("session.end")
        self.everywhere(lambda parts: parts["session"]["state"] == "ended")


def welcome(session: Session) -> None:
    """Everybody agrees to the ground rules, which is told in steps of k."""
    for phone in session.phones:
        phone.must("welcome.agree")
    session.everywhere(lambda parts: parts["welcome"]["agreed"] == K)


def confidence(session: Session) -> None:
    """Closed by a slip and opened again; everybody rates every item, the facilitator closes."""
    slip = session.desk.wait(lambda parts: parts.get("confidence"))["confidence"]["round"]
    session.desk.must("confidence.close", {"round": slip})
    session.everywhere(lambda parts: parts["confidence"]["few"])
    session.desk.must("confidence.reopen", {"round": slip})
    session.everywhere(lambda parts: parts["confidence"]["reopens"] == slip)
    asked = session.desk.parts["confidence"]
    for n, phone in enumerate(session.phones):
        for item in asked["items"]:
            phone.must("confidence.answer", {"round": asked["round"], "item": item, "asked": "now", "value": n})
    session.desk.must("confidence.close", {"round": asked["round"]})
    session.everywhere(lambda parts: parts["confidence"]["state"] == "closed")


def board(session: Session) -> None:
    """Place every card in private, look at what may be seen, reveal, and place one card again."""
    session.desk.must("board.open")
    session.everywhere(lambda parts: parts["board"]["round"]["state"] == "open")
    slip = session.desk.parts["board"]["round"]["id"]
    session.desk.must("board.close", {"round": slip})
    session.desk.must("board.again", {"round": slip})
    session.everywhere(lambda p: p["board"]["round"]["id"] != slip and p["board"]["round"]["state"] == "open")
    shown = session.desk.parts["board"]
    stages, round_ = [s["id"] for s in shown["scale"]["stages"]], shown["round"]["id"]
    early = session.desk.command("board.reveal", {"round": round_})
    assert (early["ok"], early["code"]) == (False, "too_few")
    for n, phone in enumerate(session.phones):
        for c, card in enumerate(shown["cards"]):
            session.knows[n].place(phone, round_, card, stages, n + c)
    assert session.desk.parts["board"]["results"] is None
    own = session.back(0).parts["own_board"]
    assert own["round"] == round_ and set(own["placements"]) == {c["id"] for c in shown["cards"]}
    reveal(session, round_)
    if shown["round"]["cause"] == "first":
        session.late()
        place_again(session, shown["cards"][0]["id"], stages)
        place_again(session, shown["cards"][0]["id"], stages)


def reveal(session: Session, round_: str) -> None:
    """Once enough have finished."""
    session.desk.wait(lambda parts: parts["progress"]["enough"])
    session.desk.must("board.reveal", {"round": round_})
    session.everywhere(lambda parts: parts["board"]["round"]["state"] == "revealed" and parts["board"]["results"])


def place_again(session: Session, card: str, stages: list[str]) -> None:
    """One card anew after talking: all but one go a stage up, and the latecomer looks on."""
    before = session.desk.parts["board"]["round"]["id"]
    session.desk.must("board.reopen", {"cards": [card], "cause": "discussion"})
    session.everywhere(lambda parts: parts["board"]["round"]["id"] != before)
    shown = session.desk.parts["board"]
    (again,) = shown["cards"]
    assert again["id"] == card and again["again"]
    phones = list(zip(session.phones, session.knows, strict=True))
    bare = {"round": shown["round"]["id"], "card": card, "stage": stages[0]}
    refused = phones[0][0].command("board.place", bare)
    assert (refused["ok"], refused["code"]) == (False, "invalid")
    for n, (phone, known) in enumerate(phones):
        known.place(phone, shown["round"]["id"], again, stages, n + 1)
    reveal(session, shown["round"]["id"])
    told = next(r for r in session.desk.parts["board"]["results"] if r["card"] == card)
    answered = sum(known.answered(card, again["again"]["first"]) for known in session.knows)
    assert told["answered"] == answered and (told["placed"] + told["need_to_know"]) == answered


def discussion(session: Session) -> None:
    """The first card of the queue, and one of its prompts."""
    queue = session.desk.parts["board"]["queue"] or [session.desk.parts["board"]["cards"][0]["id"]]
    session.desk.must("discussion.focus", {"card": queue[0]})
    session.desk.must("discussion.show", {"show": "focus"})
    session.everywhere(lambda parts: parts["board"]["focus"] == queue[0])
    notes = session.desk.wait(lambda parts: parts["notes_private"]["card"] == queue[0])["notes_private"]
    session.desk.must("discussion.prompt", {"text": (notes["prompts"] or [""])[0]})


def questions(session: Session) -> None:
    """Everybody answers, three with a question; all are handed over at once, one is shown and kept."""
    assert session.desk.parts["questions"]["asking"]
    for n, phone in enumerate(session.phones):
        phone.must("questions.ask", {"text": "What would have helped sooner?" if n < 3 else ""})
    session.desk.wait(lambda parts: parts["questions"]["gather"])
    session.desk.must("questions.gather")
    inbox = session.desk.wait(lambda parts: len(parts["questions"]["inbox"]) >= 3)["questions"]["inbox"]
    session.desk.must("questions.mark", {"question": inbox[0]["id"], "state": "shown"})
    session.desk.must("questions.keep", {"question": inbox[0]["id"], "kept": True})
    session.everywhere(lambda parts: parts["questions"]["shown"])


def formulation(session: Session) -> None:
    """Two notes, joined, supported, changed; and a sentence of the explanation."""
    section = session.desk.parts["formulation"]["sections"][0]["id"]
    session.desk.must("formulation.phase", {"phase": "gather"})  # in silence a note comes with all others
    for phone, text in zip(session.phones, ("Moved school in the spring", "Others laugh along"), strict=False):
        phone.must("formulation.add", {"section": section, "text": text, "key": f"key-for-{len(text)}"})
    notes = session.desk.wait(lambda parts: len(parts["formulation"]["notes"]) >= 2)["formulation"]["notes"]
    one, two = sorted(notes, key=lambda note: note["text"] != "Moved school in the spring")
    phone = session.phones[3]
    phone.must("formulation.link", {"source": one["id"], "target": two["id"], "kind": "because"})
    phone.must("formulation.support", {"note": one["id"], "on": True})
    words = {"note": one["id"], "text": "Moved school in spring", "base": one["version"]}
    session.phones[0].must("formulation.edit", {**words, "key": "key-for-26"})
    phone.must("formulation.edit", {**words, "text": "Came to a new school", "base": one["version"] + 1})
    said = session.desk.wait(lambda parts: len(parts["formulation"]["notes"]) >= 3)["formulation"]["notes"]
    assert {note["text"] for note in said if note["beside"]} == {"Came to a new school"}, "no key: it comes beside"
    assert next(note for note in said if note["id"] == one["id"])["text"] == "Moved school in spring"
    session.desk.must("formulation.lane", {"section": section})
    version = session.desk.parts["formulation"]["explanation"]["because"]["version"]
    typed = {"part": "because", "writing": "one-stretch"}
    for n, text in enumerate(("A", "A hard", "A hard spring.")):
        session.desk.must("formulation.explain", {**typed, "text": text, "base": version + n})
    session.desk.wait(lambda p: p["formulation"]["explanation"]["because"]["version"] == version + 3)
    about = {"about": "step", "id": session.desk.parts["agenda"]["steps"][0]["id"]}
    session.desk.must("jotter.write", {**about, "text": "So they said", "base": 0})
    session.desk.must("jotter.pin", {**about, "pinned": True})
    late = session.desk.command("formulation.explain", {**typed, "text": "Late", "base": version})
    assert (late["ok"], late["code"]) == (False, "changed_meanwhile")
    assert not [w for w in session.desk.parts["wordings"]["items"] if w["of"] == "explanation"]
    session.everywhere(lambda parts: parts["formulation"]["links"] and parts["formulation"]["aloud"])


def plan(session: Session) -> None:
    """One action."""
    words = {"action": "Agree who talks to the family", "why": "", "who": "Lead", "by_when": "Friday", "review": ""}
    session.phones[0].must("plan.add", {"target": "family", "note": None, **words})
    session.everywhere(lambda parts: parts["plan"]["actions"])


def reflection(session: Session) -> None:
    """Words and wishes; the facilitator closes and keeps one."""
    asked = session.desk.wait(lambda parts: parts.get("reflection"))["reflection"]["round"]
    for phone in session.phones:
        phone.must("reflection.say", {"round": asked, "field": "will_do", "text": "Ask earlier"})
        phone.must("reflection.need", {"round": asked, "tags": ["law"]})
    session.desk.must("reflection.close", {"round": asked})
    texts = session.desk.wait(lambda parts: parts["reflection"]["texts"])["reflection"]["texts"]
    session.desk.must("reflection.keep", {"text": texts[0]["id"], "kept": True})
    session.everywhere(lambda parts: parts["reflection"]["tallies"] is not None)


DO: dict[str, Callable[[Session], None]] = {
    "welcome": welcome,
    "confidence": confidence,
    "board": board,
    "discussion": discussion,
    "questions": questions,
    "formulation": formulation,
    "plan": plan,
    "reflection": reflection,
    "break": lambda session: None,
    "debrief": lambda session: None,
}
