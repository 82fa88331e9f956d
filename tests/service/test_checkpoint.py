"""A checkpoint holds what the room made together, and nothing of any seat."""

import dataclasses

from tests.helpers.rooms import TOKENS, a_room
from workshop.activities.registry import kept
from workshop.service.checkpoint import make_checkpoint, only_kept, save_checkpoint
from workshop.service.perform import Done
from workshop.service.questions import gather_questions


def busy_room():
    """Everything that a phone can leave behind is there."""
    room = a_room()
    room.join(6)
    for token in TOKENS[:6]:
        room.delegate(token, "welcome.agree")
    room.go("formulation")
    room.delegate(TOKENS[0], "formulation.add", section="known", text="Two reports")
    (note,) = room.collection("notes")
    for token in TOKENS[:3]:
        assert isinstance(room.delegate(token, "formulation.support", note=note, on=True), Done)
    room.facilitate("formulation.gather")
    room.delegate(TOKENS[3], "formulation.support", note=note, on=True)  # not told yet
    room.delegate(TOKENS[0], "formulation.edit", note=note, text="Three reports", base=1)
    room.go("questions")
    for n in range(6):
        room.delegate(TOKENS[n], "questions.ask", text=f"Question {n}?" if n in (1, 2) else "")
    gather_questions(room.context, room.id)
    first = next(k for k, q in room.collection("questions").items() if q["text"] == "Question 1?")
    room.facilitate("questions.keep", question=first, kept=True)
    room.everybody_places(room.open_board(), ["expected"] * 6)
    return room, note


def test_it_holds_shared_work_and_no_trace_of_a_seat():
    room, note = busy_room()
    made = make_checkpoint(room.context, room.id)
    shared = {
        "notes",
        "links",
        "explanation",
        "actions",
        "questions",
        "texts",
        "jottings",
        "asked_words",
        "offered",
        "versions",
        "compared",
        "marked",
        "set_aside",
        "signs",
    }
    assert {c.name for c in kept()} == shared and set(made.collections) == {*shared, "room"}
    log = {"id": room.context.live.shared.rooms[room.id].epoch}
    assert made.collections["room"] == {"people": {"most": 6}, "log": log}, "the most who ever held a seat"
    assert [n["text"] for n in made.collections["notes"].values()] == ["Three reports"]
    assert made.support == {note: 3}
    everything = repr(dataclasses.asdict(made))
    live_salts = room.context.live.shared.rooms[room.id].salts
    for secret in (*TOKENS[:6], *live_salts.values(), "placements", "seats", "support.session", "slot"):
        assert secret not in everything


def test_how_many_took_part_does_not_outlive_the_session_here():
    room, _ = busy_room()
    assert "room" not in only_kept(make_checkpoint(room.context, room.id)).collections


def test_a_running_timer_is_not_written_down():
    room = a_room()
    room.facilitate("session.timer", seconds=60)
    save_checkpoint(room.context, room.id)
    saved = room.context.record.checkpoint(room.id)
    assert saved and saved.head.timer is None and room.head.timer is not None


def test_at_the_end_only_what_a_facilitator_kept_of_texts_stays():
    room, note = busy_room()
    made = only_kept(make_checkpoint(room.context, room.id))
    assert [q["text"] for q in made.collections["questions"].values()] == ["Question 1?"]
    assert list(made.collections["notes"]) == [note]
    assert "Two reports" not in repr(made), "earlier words can be had back while it runs, and are not kept"
