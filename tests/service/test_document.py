"""The report as it would leave, made from the record: of an ended session alone, under the title that it has."""

from dataclasses import replace

import pytest

from tests.helpers.reading import released
from tests.helpers.rooms import Room, a_room
from workshop.service import document
from workshop.service.document import NotReady, preview, texts
from workshop.service.wordings import Wordings


@pytest.fixture
def room() -> Room:
    """Six placed a card, it was revealed, and the session has ended."""
    room = a_room()
    room.join(6)
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * 5 + ["abusive"])
    room.facilitate("board.reveal", round=round_id)
    room.facilitate("session.end")
    return room


def titled(room, text):
    shelf = room.context.record.shelves.sessions
    shelf[room.id] = replace(shelf[room.id], title=text)


def test_it_holds_what_the_room_was_shown(room):
    told = document.anonymised(room.context, room.id)
    card = next(c for c in told.rounds[0].cards if c.card == "c1")
    assert (told.facts.delegates, card.tallies) == (6, (5, 0, 0, 1, 0))
    assert [c.withheld for c in told.rounds[0].cards] == [False, True, True, True]


def test_a_session_of_fewer_than_k_does_not_say_how_many():
    small = a_room()
    small.join(4)
    small.facilitate("session.end")
    told = document.anonymised(small.context, small.id)
    assert (told.facts.delegates, told.rounds, told.needs) == (None, (), ())


def test_of_a_running_session_and_of_none_there_is_nothing_to_read(room):
    running = a_room(room.context)
    for make in (texts, document.anonymised):
        with pytest.raises(NotReady, match=running.id):
            make(room.context, running.id)
        with pytest.raises(KeyError):
            make(room.context, "nothing")


def test_the_page_is_as_it_would_leave_with_the_answers_so_far(room):
    titled(room, "Ada's course")
    (one,) = texts(room.context, room.id)
    assert b"Ada" in preview(room.context, room.id, [], Wordings())
    assert b"Ada" not in preview(room.context, room.id, [one.key], Wordings())
    assert b"<mark" in preview(room.context, room.id, [], Wordings({one.key: "Other"}), one.key)


def test_what_was_released_is_read_under_the_title_that_left_and_is_a_correction(room):
    titled(room, "Ada's course")
    assert not document.anonymised(room.context, room.id).facts.corrected
    released(room.context, room.id, strike=["Ada's course"])
    again = document.anonymised(room.context, room.id).facts
    assert (again.title, again.corrected) == ("A test case", True)
    assert texts(room.context, room.id) == ()
