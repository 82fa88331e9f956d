"""Counts are told as they stood at a fixed moment: no tap moves what anybody sees."""

from tests.helpers.rooms import TOKENS, a_room, beside
from workshop.domain.disclosure_steps import TOLD
from workshop.service.perform import Done
from workshop.service.telling import tell_counts


def agreed(room) -> tuple[int, int]:
    counts = room.context.live.view(room.id, lambda head: ()).counts
    return counts.get("agreed", 0), counts.get(f"{TOLD}agreed", 0)


def test_a_count_is_told_when_its_moment_has_come():
    room = a_room()
    for token in TOKENS[:6]:
        assert isinstance(room.delegate(token, "welcome.agree"), Done)
    assert agreed(room) == (6, 0)
    tell_counts(room.context, room.id)
    assert agreed(room) == (6, 6)


def test_where_nothing_moved_no_revision_does():
    room = a_room()
    room.delegate(TOKENS[0], "welcome.agree")
    tell_counts(room.context, room.id)
    before = room.context.live.revision(room.id)
    tell_counts(room.context, room.id)
    assert room.context.live.revision(room.id) == before


def test_a_tap_in_the_same_moment_is_neither_lost_nor_told_twice():
    room = a_room()
    room.delegate(TOKENS[0], "welcome.agree")
    other = beside(room)
    room.context.live.meanwhile = [lambda: other.facilitate("session.timer", seconds=60)]
    tell_counts(room.context, room.id)
    assert agreed(room) == (1, 1)
