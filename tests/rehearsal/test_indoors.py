"""A session inside one process is one like any other: its report says what the simulated people answered."""

from collections import Counter
from dataclasses import replace

import pytest

from tests.helpers.case import CASE
from tests.helpers.rooms import a_context
from workshop.rehearsal.indoors import Clock, FacilitatorIndoors, Indoors, RoomIndoors, hold
from workshop.rehearsal.wire import Refusal
from workshop.service.document import anonymised
from workshop.service.sessions import create_session


@pytest.fixture
def world():
    clock = Clock(1_760_000_000.0)
    context = a_context(now=clock)
    place = context.record.add_test_organisation("Test data")
    return context, clock, create_session(context, "user-1", place, "test-case", "all", 5)


def test_what_is_told_is_what_the_simulated_people_answered(world):
    context, clock, session = world
    desk = Indoors(context, session, clock)
    room = RoomIndoors("", context.live.head(session, fresh=True).code, 12, 3, {})
    room.desk, desk.acts = desk, room.act
    FacilitatorIndoors(desk).run(room, lambda what, share: None)
    told = anonymised(context, session)
    assert told.facts.delegates == 12 and told.facts.rehearsal
    first = told.rounds[0]
    for card in first.cards:
        sent = Counter(s.stage for d in room.delegates for s in d.sent if (s.round, s.card) == (first.round, card.card))
        if not card.withheld:
            assert card.tallies == tuple(sent[stage.id] for stage in CASE.scale.stages)
    assert {r.cause for r in told.rounds} >= {"first", "information"}
    assert [c.asking for c in told.confidence] == ["before", "after"] and told.needs and told.kept_questions


def test_the_same_seed_answers_alike_and_a_room_of_four_says_nothing(world):
    context, clock, session = world
    hold(context, clock, session, 9, 5)
    again = create_session(context, "user-1", context.record.session(session).organisation, "test-case", "all", 5)
    hold(context, clock, again, 9, 5)
    assert anonymised(context, session).rounds == anonymised(context, again).rounds != ()
    few = create_session(context, "user-1", context.record.session(session).organisation, "test-case", "all", 5)
    hold(context, clock, few, 4, 5)
    told = anonymised(context, few)
    assert (told.facts.delegates, told.rounds) == (None, ())


def test_a_refusal_is_one_here_too_and_nobody_waits_for_ever(world):
    context, clock, session = world
    desk = Indoors(context, session, clock)
    with pytest.raises(Refusal):
        desk.command("board.reveal", {"round": "r9"})
    with pytest.raises(TimeoutError):
        desk.wait_for(lambda parts: False)
    assert clock() > 1_760_000_000 and desk.parts["session"]["rehearsal"]


def test_it_is_held_on_the_day_that_the_clock_says(world):
    context, clock, _ = world
    clock.now = 1_700_000_000.0  # 14 November 2023
    context = replace(context, now=clock)
    place = context.record.add_test_organisation("More test data")
    session = create_session(context, "user-1", place, "test-case", "all", 5)
    hold(context, clock, session, 5, 1)
    assert context.record.session(session).held_on == "2023-11-14"
