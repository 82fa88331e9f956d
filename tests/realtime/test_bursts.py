"""Everybody at once, through real sockets: nothing is lost and nothing is counted twice."""

from collections import Counter

import pytest

from tests.helpers.phones import join_at_once, opened, send_at_once
from workshop.rehearsal.facilitator import SimulatedFacilitator

PHONES, AT_ONCE = 100, 20
MILLISECONDS = 100


@pytest.fixture(scope="module")
def desk(workshop):
    """A facilitator in a board step with its round open, and the room's code."""
    facilitator = SimulatedFacilitator(workshop.url, workshop.link)
    facilitator.code = facilitator.create("group-chat", "ninety", k=5)
    first = next(s["id"] for s in facilitator.line.parts["agenda"]["steps"] if s["title"] == "Place the cards")
    facilitator.send("session.go", {"step": first})
    facilitator.line.wait_for(lambda parts: parts.get("board"))
    facilitator.send("board.open", {})
    return facilitator


@pytest.fixture(scope="module")
def phones(workshop, desk):
    found = [phone for _ in range(PHONES // AT_ONCE) for phone in join_at_once(workshop.url, desk.code, AT_ONCE)]
    yield found
    for phone in found:
        phone.line.drop()


def test_twenty_joins_at_once_are_twenty_boards_five_times_over(desk, phones):
    boards = [opened(phone.line) for phone in phones]
    assert len(boards) == PHONES and all(b["cards"] == boards[0]["cards"] for b in boards)
    parts = desk.line.wait_for(lambda parts: parts["session"]["devices"] == PHONES)
    assert parts["session"]["devices"] == PHONES


def test_a_hundred_placements_within_a_hundred_milliseconds_are_a_hundred(desk, phones):
    board = phones[0].line.parts["board"]
    round_id, card = board["round"]["id"], board["cards"][0]["id"]
    stages = [s["id"] for s in board["scale"]["stages"]]
    bodies = [
        {"round": round_id, "card": card, "stage": stages[n % 5], "missing": [], "reasons": [], "certainty": None}
        for n in range(PHONES)
    ]
    answers, took = send_at_once(phones, "board.place", bodies)
    assert [a for a in answers if not a["ok"]] == []
    assert took < MILLISECONDS / 1000, "the test's own sending was too slow to say anything"
    counted = desk.line.wait_for(lambda parts: parts["progress"]["answered"] == PHONES)
    assert counted["progress"]["answered"] == PHONES
    for phone in phones:
        phone.line.wait_for(lambda parts: parts["progress"]["answered"] == PHONES)
    again, _ = send_at_once(phones, "board.place", bodies)
    assert all(a["ok"] for a in again)
    for other in board["cards"][1:]:
        passed, _ = send_at_once(phones, "board.skip", [{"round": round_id, "card": other["id"]}] * len(phones))
        assert all(a["ok"] for a in passed)
    desk.send("board.reveal", {"round": round_id})
    shown = [phone.line.wait_for(lambda parts: parts["board"]["results"]) for phone in phones]
    first = next(c for c in shown[0]["board"]["results"] if c["card"] == card)
    assert (first["placed"], first["tallies"], first["need_to_know"]) == (PHONES, [PHONES // 5] * 5, 0)
    assert Counter(str(parts["board"]["results"]) for parts in shown) == {str(shown[0]["board"]["results"]): PHONES}
