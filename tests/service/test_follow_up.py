"""What a rule or a fixed moment sets going is done, whichever it is, and again does no harm."""

import typing

import pytest

from tests.helpers.rooms import TOKENS, a_room
from workshop.activities import base_changes as follow
from workshop.activities.registry import BY_NAME, SESSION
from workshop.service import follow_up as subject
from workshop.service.follow_up import follow_up

DONE_BY = {
    follow.CloseRound("r1", True): "close_round",
    follow.DropRounds(("r1",)): "drop_rounds",
    follow.ReleaseQuestions(over=True): "gather_questions",
    follow.HandOver(): "release_questions",
    follow.GatherSupport(): "gather_support",
    follow.TellCounts("care", ("out",)): "tell",
    follow.DrawPicture(): "draw_picture",
    follow.EndSession(): "end_session",
}
HERE = {follow.EraseLog}
"""Done by the live store itself, without a use case."""


@pytest.mark.parametrize("then", DONE_BY, ids=lambda then: type(then).__name__)
def test_each_is_done_by_its_use_case(monkeypatch, then):
    room, done = a_room(), []
    for name in DONE_BY.values():
        monkeypatch.setattr(
            subject, name, lambda context, session, *more, name=name: done.append((name, session, *more))
        )
    follow_up(room.context, room.id, then)
    epoch = [""] if isinstance(then, follow.EndSession) else []
    assert done == [(DONE_BY[then], room.id, *vars(then).values(), *epoch)]


def test_there_is_no_other():
    assert {type(then) for then in DONE_BY} | HERE == set(typing.get_args(follow.FollowUp))


def test_a_moment_of_a_manifest_can_be_done_twice():
    room = a_room()
    for n in range(5):
        room.delegate(TOKENS[n], "questions.ask", text=f"Question {n}?")
    for _ in range(2):
        for activity in (SESSION, *BY_NAME.values()):
            for moment in activity.moments:
                follow_up(room.context, room.id, moment.then)
        assert len(room.collection("questions")) == 5


def test_with_the_end_its_quotas_are_let_go():
    room = a_room()
    room.delegate(TOKENS[0], "questions.ask", text="May I?")
    assert room.id in room.context.quotas._sessions
    follow_up(room.context, room.id, follow.EndSession())
    assert room.id not in room.context.quotas._sessions and room.head.state == "ended"
