"""The simulated facilitator: what it does in a step, and what it makes of a refusal, on a fake line."""

import pytest

from workshop.domain.formulation import SAID
from workshop.rehearsal import bank, studio
from workshop.rehearsal.facilitator import SimulatedFacilitator, here
from workshop.rehearsal.wire import Refusal


class FakeLine:
    """Answers with what was prepared."""

    def __init__(self, parts, refuse=()):
        self.parts, self.refuse, self.sent = parts, dict(refuse), []

    def command(self, name, body, operation):
        self.sent.append((name, body))
        if name in self.refuse:
            raise Refusal(self.refuse[name], "no")

    def wait_for(self, holds, seconds=0):
        assert holds(self.parts)
        return self.parts


class FakeCompany:
    """A room that has always finished."""

    delegates = ()

    def wait_until(self, what):
        self.waited = what

    def everyone(self, act):
        """Nobody is here."""


def facilitator(parts, refuse=()):
    found = SimulatedFacilitator.__new__(SimulatedFacilitator)
    found.line = FakeLine(parts, refuse)
    found.start(FakeCompany())
    return found


BOARD = {"round": {"id": "r4", "state": "open"}, "results": [], "queue": ["c3", "c1"]}


def test_a_round_is_revealed_when_all_have_finished_and_the_first_of_the_queue_comes_into_focus():
    found = facilitator({"board": BOARD})
    found.finish_round()
    assert found._company.waited == "r4"
    assert found.line.sent == [("board.reveal", {"round": "r4"}), ("discussion.focus", {"card": "c3"})]


def test_after_a_talk_the_room_sees_before_and_after_of_a_card_that_was_placed_again():
    results = [{"card": "c3", "before": None}, {"card": "c1", "before": {"round": "r1"}}]
    board = {**BOARD, "results": results, "show": "all"}
    found = facilitator({"board": board, "jotter": {"jottings": []}})
    found._company.size = 0
    found._talk_about = lambda card, said: found.line.sent.append(("talk", card))
    found._discussion({"id": "s4"})
    names = [name for name, _ in found.line.sent]
    assert [body for name, body in found.line.sent if name == "talk"] == ["c3", "c1"]
    assert names[-4:] == ["board.reopen", "board.reveal", "discussion.focus", "discussion.show"]
    assert [body for _, body in found.line.sent[-2:]] == [{"card": "c1"}, {"show": "shift"}]


def test_what_is_said_of_a_card_is_noted_and_shown_and_then_how_practitioners_reasoned():
    noted = [{"about": "card", "id": "c3", "version": 4}]
    parts = {"notes_private": {"card": "c3", "panel": [{"topic": "law"}]}, "jotter": {"jottings": noted}}
    found = facilitator(parts)
    found._talk_about("c3", "So they said")
    about = {"about": "card", "id": "c3"}
    assert found.line.sent[2:] == [
        ("jotter.write", {**about, "text": "So they said", "base": 4}),
        ("jotter.keep", {**about, "kept": True}),
        ("jotter.pin", {**about, "pinned": True}),
        ("discussion.show", {"show": "panel"}),
    ]
    parts["notes_private"]["panel"] = []
    found._talk_about("c3", "Again")
    assert found.line.sent[-1][0] == "jotter.pin"


def test_where_the_ledger_is_on_the_screen_what_is_said_of_it_is_noted_and_nothing_is_placed():
    found = facilitator({"board": {**BOARD, "show": "ledger"}, "jotter": {"jottings": []}})
    found._company.size = 0
    found._discussion({"id": "s6"})
    assert [name for name, _ in found.line.sent] == ["jotter.write", "jotter.keep"]


def test_links_are_drawn_between_sections_that_have_notes(monkeypatch):
    monkeypatch.setattr(studio, "_how_sure", lambda desk, company: None)  # asks when all is written
    notes = [{"id": s, "section": s, "text": s} for s in ("presenting", "precipitating", "protective", "perpetuating")]
    explanation = {part: {"version": 0, "text": ""} for part in bank.EXPLANATION}
    found = facilitator(
        {
            "formulation": {
                "phases": ["silent", "say"],
                "gathering": {"number": 1, "state": "shown"},
                "sections": [],
                "notes": notes,
                "explanation": explanation,
                "links": [],
            },
            "offers": {"number": 1, "state": "few", "choosing": 0, "parts": {part: [] for part in SAID}},
        }
    )
    found._formulation({"id": "s9"})
    joined = [tuple(body.values()) for name, body in found.line.sent if name == "formulation.link"]
    assert joined == [
        ("presenting", "precipitating", "because"),
        ("presenting", "perpetuating", "because"),
        ("protective", "perpetuating", "eases"),
    ]


def test_a_round_of_too_few_is_closed_without_being_shown():
    found = facilitator({"board": BOARD}, refuse={"board.reveal": "too_few"})
    found.finish_round()
    assert found.line.sent[-1] == ("board.close", {"round": "r4"})


def test_any_other_refusal_is_raised():
    with pytest.raises(Refusal):
        facilitator({"board": BOARD}, refuse={"board.reveal": "not_now"}).finish_round()


def test_every_second_question_is_kept():
    inbox = [{"id": f"q{n}", "text": f"{n}?"} for n in range(4)]
    found = facilitator({"session": {"k": 0}, "questions": {"inbox": inbox, "gather": True}})
    found._questions({"id": "s7"})
    assert found.line.sent[0] == ("questions.gather", {})
    assert [body["question"] for name, body in found.line.sent if name == "questions.keep"] == ["q0", "q2"]
    assert {body["state"] for name, body in found.line.sent if name == "questions.mark"} == {
        "answered",
        "parked",
        "shown",
    }


def test_a_step_without_work_is_let_be():
    found = facilitator({})
    found.work({"id": "s6", "activity": "a walk"})
    assert found.line.sent == []


def test_a_break_goes_on_until_everybody_has_said_what_they_ask():
    found = facilitator({})
    found.work({"id": "s6", "activity": "break"})
    assert found._company.waited == "s6 break"


def test_here_is_where_the_agenda_stands():
    assert here({"agenda": {"steps": [{"id": "s1"}, {"id": "s2"}], "position": 1}}) == {"id": "s2"}
