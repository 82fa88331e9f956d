"""Parts for an audience: all of the current step's, the same for everybody in it, and one's own on asking only."""

import pytest

from tests.helpers.rooms import TOKENS, a_room
from workshop.activities.base import ALL
from workshop.service.finish import end_session
from workshop.service.view import build, own_parts, parts_for, revision_of, snapshot, view_of


def parts(room, role):
    seen = snapshot(room.context, room.id)
    return build(view_of(room.context, seen), parts_for(seen, role), role)


@pytest.mark.parametrize("role", sorted(ALL))
def test_each_role_gets_the_steps_parts_and_the_lasting_ones(role):
    room = a_room()
    room.go("board", 1)
    found = parts(room, role)
    assert {"session", "agenda", "timer", "questions", "board", "progress"} <= set(found)
    assert ("notes_private" in found) is (role == "facilitator")
    assert found["board"]["results"] is None and not found["board"]["queue"]


def test_before_the_reveal_a_placement_changes_counts_and_nothing_else():
    room = a_room()
    round_id = room.open_board()
    room.delegate(TOKENS[0], "welcome.agree")
    before = parts(room, "facilitator")
    room.place(TOKENS[0], round_id, "c1", "violent", reasons=["consent"], certainty=5)
    after = parts(room, "facilitator")
    assert after == before, "not even a count moves with one tap"


def test_what_moved_has_a_newer_revision_and_a_step_moves_all():
    room = a_room()
    round_id = room.open_board()
    room.delegate(TOKENS[0], "welcome.agree")
    first = snapshot(room.context, room.id)
    room.place(TOKENS[0], round_id, "c1", "violent")
    assert snapshot(room.context, room.id).rev == first.rev, "a tap moves nothing"
    room.facilitate("session.timer", seconds=60)
    second = snapshot(room.context, room.id)
    moved = {p.name for p in parts_for(second, "screen") if revision_of(second, p) > first.rev}
    assert moved == {"timer"}
    room.go("plan")
    third = snapshot(room.context, room.id)
    assert {revision_of(third, p) for p in parts_for(third, "delegate")} == {third.rev}


def test_a_phone_gets_its_own_back_and_never_anothers():
    room = a_room()
    round_id = room.open_board()
    room.place(TOKENS[0], round_id, "c1", "violent")
    seen = snapshot(room.context, room.id)
    mine, others = (own_parts(room.context, seen, token) for token in TOKENS[:2])
    assert mine["own_board"]["placements"]["c1"]["stage"] == "violent"
    assert others["own_board"]["placements"] == {}


def test_after_the_end_only_what_says_so_is_left():
    room = a_room()
    room.join(6)
    end_session(room.context, room.id)
    found = parts(room, "delegate")
    assert found["session"]["state"] == "ended" and "board" not in found
    assert own_parts(room.context, snapshot(room.context, room.id), TOKENS[0]) == {}
