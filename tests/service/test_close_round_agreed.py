"""Asking what holds, where a store starts again in mid-round or a worker dies while it closes."""

import pytest

from tests.helpers.rooms import TOKENS, a_room, beside
from workshop.domain.results import AgreedResult
from workshop.service import perform
from workshop.service.perform import Done
from workshop.service.restore import revive, revive_all


def asked():
    room = a_room()
    room.join(6)
    room.go("formulation")
    body = {"part": "because", "text": "It began with a move.", "base": 0}
    assert isinstance(room.facilitate("formulation.explain", **body), Done)
    assert isinstance(room.facilitate("formulation.ask", links=[], sentences=["because"]), Done)
    return room


def answers(room, answer="yes", who=TOKENS[:6]):
    for token in who:
        sent = room.delegate(token, "formulation.answer", round="h1", item="item01", answer=answer, reason=None)
        assert isinstance(sent, Done)


def cut(room, log):
    """The power: the live store comes back with what its log had, and is put right."""
    worker = beside(room)
    for context in (room.context, worker.context):
        context.live.restore = lambda session, context=context: revive(context, session)
    room.context.live.started_again(log)
    revive_all(worker.context)
    room.context.live.shared.leases.clear()


def recorded(room):
    found = room.context.record.round(room.id, "h1")
    assert isinstance(found, AgreedResult)
    return found.items[0].tallies


def test_after_a_restart_in_the_middle_it_is_still_asked_and_shown_once():
    room = asked()
    answers(room, who=TOKENS[:3])
    cut(room, room.context.live.saved())
    assert room.head.rounds["h1"].state == "open" and room.head.rounds["h1"].asked == ("item01",)
    answers(room, "no", TOKENS[2:6])
    assert isinstance(room.facilitate("formulation.reveal", round="h1"), Done)
    assert recorded(room) == (2, 0, 4)


@pytest.mark.parametrize("late", [(), TOKENS[:1]])
def test_what_was_recorded_stands_also_when_the_log_has_lost_an_answer(monkeypatch, late):
    monkeypatch.setattr(perform, "save_checkpoint", lambda *_: None)
    room = asked()
    answers(room)
    log = room.context.live.saved()
    answers(room, "no", late)
    assert isinstance(room.facilitate("formulation.reveal", round="h1"), Done)
    cut(room, log)
    assert room.head.rounds["h1"].state == "revealed"
    assert recorded(room) == (6 - len(late), 0, len(late))
    assert room.collection("results")["h1"]["items"][0]["tallies"] == [6 - len(late), 0, len(late)]
    assert room.collection("weighed.h1") == {}


def test_of_what_was_not_shown_nothing_outlives_the_end():
    room = asked()
    answers(room)
    assert isinstance(room.facilitate("session.end"), Done)
    assert room.context.record.rounds(room.id) == []
