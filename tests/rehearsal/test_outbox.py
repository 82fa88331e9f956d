"""A simulated phone's outbox, on a line that fails as it is told."""

from __future__ import annotations

import pytest

from workshop.rehearsal import outbox as module
from workshop.rehearsal.outbox import Outbox
from workshop.rehearsal.wire import Refusal


class FakeLine:
    """Answers with what is in `answers`, an exception or None; then with yes."""

    def __init__(self, *answers: Exception | None) -> None:
        self.answers, self.sent, self.open, self.epoch, self.connects = list(answers), [], True, "one", 0
        self.parts = {"session": {"state": "running"}, "board": {"round": {"id": "r1", "state": "closed"}}}

    def command(self, name, body, operation, seconds):
        self.sent.append((name, body["card"], operation))
        answer = self.answers.pop(0) if self.answers else None
        if answer is not None:
            self.open = not isinstance(answer, ConnectionError)
            raise answer

    def connect(self):
        self.connects += 1
        self.open = True


@pytest.fixture(autouse=True)
def no_pause(monkeypatch):
    monkeypatch.setattr(module, "PAUSE", 0)


def place(box: Outbox, card: str) -> None:
    box.send("board.place", {"round": "r1", "card": card})


def test_one_operation_is_repeated_under_its_one_id_until_it_is_answered():
    line = FakeLine(ConnectionError("lost"), Refusal("saving", "wait"), TimeoutError("no answer"))
    place(Outbox(line, lambda: True), "c1")
    assert len(line.sent) == 4
    assert len({operation for _, _, operation in line.sent}) == 1
    assert line.connects == 1


def test_a_no_is_for_good():
    line = FakeLine(Refusal("round_closed", "closed"))
    box = Outbox(line, lambda: True)
    with pytest.raises(Refusal):
        place(box, "c1")
    line.epoch = "two"
    box.renew()
    assert len(line.sent) == 1


def test_a_phone_that_was_put_away_does_not_go_on_for_ever():
    with pytest.raises(ConnectionError):
        place(Outbox(FakeLine(ConnectionError("lost")), lambda: False), "c1")


def test_a_new_epoch_gets_everything_again_in_order_and_under_the_same_ids():
    line = FakeLine()
    box = Outbox(line, lambda: True)
    for card in ("c1", "c2"):
        place(box, card)
    box.send("questions.ask", {"card": "none"})
    box.renew()
    first, line.sent, line.epoch = line.sent, [], "two"
    line.answers = [Refusal("round_closed", "closed"), None]
    box.renew()
    box.renew()
    assert line.sent == first[:2]
    line.epoch = "three"
    box.renew()
    assert line.sent[2:] == [first[1]]


def test_what_was_replaced_meanwhile_is_not_sent_again():
    """The newer one may have been done under the new epoch already: the older, sent after it, would win."""
    line = FakeLine()
    box = Outbox(line, lambda: True)
    place(box, "c1")
    place(box, "c2")
    box.send("board.skip", {"round": "r1", "card": "c1"})
    line.sent, line.epoch = [], "two"
    box.renew()
    assert [(name, card) for name, card, _ in line.sent] == [("board.place", "c2"), ("board.skip", "c1")]


def stages(line: FakeLine) -> list[str]:
    return [name for name, *_ in line.sent]


def test_what_was_stored_is_sent_again_when_what_took_its_place_was_refused():
    line = FakeLine(None, Refusal("round_closed", "closing"))
    box = Outbox(line, lambda: True)
    place(box, "c1")
    with pytest.raises(Refusal):
        box.send("board.skip", {"round": "r1", "card": "c1"})
    line.sent, line.epoch = [], "two"
    box.renew()
    assert stages(line) == ["board.place"]


@pytest.mark.parametrize(
    "parts",
    [
        {"board": {"round": {"id": "r1", "state": "closing"}}},
        {"board": {"round": None}, "confidence": {"round": "r1", "state": "open"}},
    ],
)
def test_what_was_stored_outlasts_the_no_of_an_older_log_until_its_round_has_closed(parts):
    line = FakeLine(None, Refusal("round_closed", "closing"), None, Refusal("round_closed", "closed"))
    box = Outbox(line, lambda: True)
    place(box, "c1")
    line.parts = parts
    for epoch in ("two", "three"):
        line.epoch = epoch
        box.renew()
    assert len(line.sent) == 3 and len({operation for *_, operation in line.sent}) == 1
    line.parts = {"board": {"round": {"id": "r2", "state": "open"}}}
    for epoch in ("four", "five"):
        line.epoch = epoch
        box.renew()
    assert len(line.sent) == 4, "it has closed, and the no is for good"
