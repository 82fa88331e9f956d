"""A command that meets a live state which was just rebuilt: nobody who is in a seat is told that it has left."""

from tests.helpers.rooms import TOKENS, a_room
from workshop.realtime import gate as subject
from workshop.realtime.gate import Gate
from workshop.realtime.gate_messages import SAVING
from workshop.realtime.sockets import Connection
from workshop.service.join import leave, take_back
from workshop.service.perform import perform
from workshop.service.sessions import ensure_live

AGREE = {"id": "a" * 22, "name": "welcome.agree", "body": {}}


def seated(room):
    """A gate on this room, and a phone in it."""
    room.join(1)
    gate = Gate.__new__(Gate)
    gate._context = room.context
    connection = Connection("sid", room.id, "delegate", token=TOKENS[0])
    connection.epoch = take_back(room.context, room.id, TOKENS[0])
    return gate, connection


def lose(room):
    room.context.live.lose_everything()
    ensure_live(room.context, room.id, fresh=True)


def test_a_seat_that_is_not_back_yet_is_given_back_and_asked_to_send_again():
    room = a_room()
    gate, connection = seated(room)
    lose(room)
    assert gate._perform(connection, AGREE) == SAVING
    assert gate._perform(connection, AGREE)["ok"] is True


def test_a_seat_that_the_watch_gave_back_while_the_command_was_under_way_has_not_left(monkeypatch):
    room = a_room()
    gate, connection = seated(room)
    lose(room)

    def overtaken(*asked):
        done = perform(*asked)
        connection.epoch = take_back(room.context, room.id, TOKENS[0])
        return done

    monkeypatch.setattr(subject, "perform", overtaken)
    assert gate._perform(connection, AGREE) == SAVING


def test_who_has_left_is_told_so():
    room = a_room()
    gate, connection = seated(room)
    leave(room.context, room.id, TOKENS[0])
    assert gate._perform(connection, AGREE)["code"] == "left"
