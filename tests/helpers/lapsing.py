"""A session on a clock that tests move, until it lapses."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.helpers.rooms import TOKENS, a_context, a_room
from workshop.service.document import texts
from workshop.service.report import release
from workshop.service.retention import sweep


class Clock:
    """Late in the evening of 26 November, until somebody moves it."""

    now = datetime(2026, 11, 26, 23, 30, tzinfo=UTC).timestamp()

    def __call__(self):
        return self.now

    def on(self, day, hour=12):
        self.now = datetime.fromisoformat(f"{day}T{hour:02}:00+00:00").timestamp()


@pytest.fixture(name="clock")
def a_clock():
    """Whose hands tests move."""
    return Clock()


@pytest.fixture(name="room")
def a_room_in_london(clock):
    """A running session."""
    context = a_context(now=clock)
    context = replace(context, settings=replace(context.settings, zone="Europe/London"))
    return a_room(context)


@pytest.fixture(name="ended")
def an_ended_room(room):
    """One that ended, with a note in it."""
    room.go("formulation")
    room.delegate(TOKENS[0], "formulation.add", section="known", text="A note")
    room.facilitate("session.end")
    return room


def is_there(room):
    """Whether the record has it."""
    return room.context.record.session(room.id) is not None


def receipts(room):
    """All there are."""
    return list(room.context.record.shelves.receipts.values())


def released(room):
    """Its release, every text read."""
    return release(room.context, room.id, [text.key for text in texts(room.context, room.id)])


def swept(room):
    """(whether there may be more, whether it is there) after one look."""
    erased = sweep(room.context)
    return erased, is_there(room)
