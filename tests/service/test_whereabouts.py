"""Where a running room is; and nothing when the live store cannot say."""

from tests.helpers.rooms import a_room
from workshop.service.ports import Unavailable
from workshop.service.whereabouts import Whereabouts, whereabouts


def test_it_says_the_step_and_how_many_are_in():
    room = a_room()
    room.join(3)
    room.go("discussion")
    assert whereabouts(room.context, room.id) == Whereabouts("Discussion", 5, len(room.head.steps), 3)


def test_what_is_lost_or_out_of_reach_is_not_waited_for(monkeypatch):
    room = a_room()
    assert whereabouts(room.context, "none") is None

    def away(*given, **more):
        raise Unavailable("away")

    monkeypatch.setattr(room.context.live, "load", away)
    assert whereabouts(room.context, room.id) is None
