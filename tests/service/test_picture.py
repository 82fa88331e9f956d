"""The order of the picture: found aside, kept for all workers, whole at a change of step, else little moved."""

import pytest

from tests.helpers.rooms import TOKENS, Room, a_context, a_room
from workshop.service.perform import Done
from workshop.service.picture import draw_picture
from workshop.service.view import build, parts_for, snapshot, view_of


@pytest.fixture
def room() -> Room:
    room = a_room()
    room.go("formulation")
    return room


def add(room: Room, section: str, text: str) -> str:
    known = set(room.collection("notes"))
    assert isinstance(room.delegate(TOKENS[0], "formulation.add", section=section, text=text), Done)
    return (set(room.collection("notes")) - known).pop()


def join(room: Room, source: str, target: str) -> None:
    assert isinstance(room.delegate(TOKENS[0], "formulation.link", source=source, target=target, kind="because"), Done)


def draw(room: Room) -> dict | None:
    draw_picture(room.context, room.id)
    return room.collection("picture").get("order")


def test_nothing_is_drawn_without_notes(room):
    assert draw(room) is None


def test_the_order_is_found_aside_and_kept():
    asked: list[object] = []

    def aside(work):
        asked.append(work)
        return work()

    room = a_room(a_context(aside=aside))
    room.go("formulation")
    note = add(room, "presenting", "Two reports")
    kept = draw(room)
    assert kept["columns"] == [[], [], [note], [], []] and kept["place"] == f"{room.head.step.id} gather"
    assert len(asked) == 1


def test_a_new_note_stands_last_and_a_change_of_step_draws_whole(room):
    causes = [add(room, "precipitating", f"Cause {n}") for n in range(2)]
    effects = [add(room, "presenting", f"Effect {n}") for n in range(2)]
    first = draw(room)
    join(room, first["columns"][2][0], first["columns"][1][0])
    later = add(room, "precipitating", "A first cause")
    kept = draw(room)
    assert kept["columns"][1] == [*first["columns"][1], later] and kept["of"] != first["of"]
    room.go("plan")
    assert draw(room)["place"] == f"{room.head.step.id} gather"
    room.go("formulation")
    found = draw(room)["columns"]
    assert {*found[1]} == {*causes, later} and {*found[2]} == {*effects}


def test_everybody_is_told_the_same_picture(room):
    note = add(room, "presenting", "Two reports")
    draw(room)
    seen = snapshot(room.context, room.id)
    told = [
        build(view_of(room.context, seen), parts_for(seen, role), role)["formulation"]["picture"]
        for role in ("facilitator", "screen", "delegate")
    ]
    assert told[0] == told[1] and [b["id"] for b in told[0]["words"]] == [note]
    assert told[2] is None, "phones have the list"


def test_what_did_not_move_is_not_drawn_again(room):
    add(room, "presenting", "Two reports")
    draw(room)
    rev = room.context.live.view(room.id, lambda head: ()).rev
    draw(room)
    assert room.context.live.view(room.id, lambda head: ()).rev == rev


def test_a_context_does_it_at_once_where_nothing_is_said():
    assert a_context().aside(lambda: 7) == 7
