"""The report: only of an ended session, released once, and the same bytes for ever."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.helpers.rooms import Room, a_context, a_room, beside
from workshop.outputs import formats as all_formats
from workshop.service import report as subject
from workshop.service.document import NotReady, texts
from workshop.service.report import Damaged, Rehearsed, Unread, formats, frozen, media_type, offered, release, render
from workshop.service.sessions import create_session
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


def test_a_running_session_has_no_report_and_an_unknown_one_neither(room):
    running = a_room(room.context)
    with pytest.raises(NotReady, match=running.id):
        render(room.context, running.id, "json")
    with pytest.raises(KeyError):
        render(room.context, "nothing", "json")
    with pytest.raises(KeyError):
        render(room.context, room.id, "exe")
    with pytest.raises(KeyError):
        release(room.context, "nothing")


def test_twenty_downloads_of_every_format_are_the_same_bytes(room, monkeypatch):
    made = release(room.context, room.id)
    later = {name: replace(f, render=lambda session, words: b"made anew") for name, f in all_formats.FORMATS.items()}
    monkeypatch.setattr(subject, "FORMATS", later)
    for name in formats():
        got = {hashlib.sha256(render(room.context, room.id, name)).hexdigest() for _ in range(20)}
        got |= {hashlib.sha256(frozen(made, name)).hexdigest(), made.digests[name]}
        assert len(got) == 1
        assert render(room.context, room.id, name) != b"made anew"


def test_releasing_again_gives_the_same_release(room):
    assert release(room.context, room.id) == release(room.context, room.id)


def test_two_clicks_at_once_give_one_release(room):
    other = beside(room)
    add = room.context.record.add_release

    def somebody_was_faster(made, left, figures):
        release(other.context, room.id)
        add(made, left, figures)

    room.context.record.add_release = somebody_was_faster
    assert release(room.context, room.id) == release(other.context, room.id)


def test_a_file_that_was_changed_is_never_handed_out(room):
    made = release(room.context, room.id)
    changed = replace(made, files={**made.files, "csv": made.files["csv"] + b"1"})
    with pytest.raises(Damaged):
        frozen(changed, "csv")
    assert frozen(changed, "json") == made.files["json"]


def test_only_formats_that_were_frozen_are_offered(room):
    made = release(room.context, room.id)
    assert offered(made) == ["html", "pdf", "docx", "xlsx", "csv", "json"]
    assert offered(replace(made, files={"csv": b""})) == ["csv"]
    assert media_type("csv").startswith("text/csv")


def test_every_text_has_to_be_answered_once_by_somebody_who_has_the_list(room):
    title(room, "Ada's course")
    (one,) = texts(room.context, room.id)
    for keep, strike in (([], []), ([one.key], [one.key]), ([one.key, "note-0000000000000000"], [])):
        with pytest.raises(Unread):
            release(room.context, room.id, keep, strike)
    made = release(room.context, room.id, strike=[one.key])
    assert made.title == "A test case"
    assert not [name for name, content in made.files.items() if b"Ada" in content]
    assert release(room.context, room.id, keep=[one.key]) == made, "what was struck stays so"


def title(room, text):
    shelf = room.context.record.shelves.sessions
    shelf[room.id] = replace(shelf[room.id], title=text)


def test_a_rehearsal_is_marked_in_every_format_and_not_released():
    room = a_room(rehearsal=True)
    room.facilitate("session.end")
    assert b'"rehearsal": true' in render(room.context, room.id, "json")
    assert b"rehearsal,invented people" in render(room.context, room.id, "csv")
    assert b"A rehearsal with invented people." in render(room.context, room.id, "html")
    with pytest.raises(Rehearsed):
        release(room.context, room.id)


def test_the_day_of_the_release_is_that_of_the_room():
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC).timestamp()
    context = a_context(now=lambda: new_year)
    context = replace(context, settings=replace(context.settings, zone="Pacific/Auckland"))
    room = a_room(context)
    room.facilitate("session.end")
    assert release(context, room.id).released_on == "2027-01-01"


def test_what_was_struck_or_reworded_is_erased_from_the_record(room):
    kept = room.context.record.checkpoint(room.id)
    notes = {f"n{n}": {"section": "presenting", "text": t, "version": 1} for n, t in enumerate(("Ada", "Bea", "Cyd"))}
    room.context.record.shelves.checkpoints[room.id] = replace(kept, collections={**kept.collections, "notes": notes})
    strike, reword, *keep = (t.key for t in texts(room.context, room.id))
    with pytest.raises(subject.Unconfirmed):
        release(room.context, room.id, keep, [strike], Wordings({reword: "Somebody"}), ["read"])
    made = release(room.context, room.id, keep, [strike], Wordings({reword: "Somebody"}, {"summary": "In short"}))
    left = str(room.context.record.checkpoint(room.id).collections)
    assert "Ada" not in left and "Bea" not in left and "Somebody" in left and "Cyd" in left
    assert b"In short" in made.files["html"] and "Somebody (facilitator’s wording)" in made.files["html"].decode()


def test_a_session_of_an_organisation_of_test_data_is_a_rehearsal_and_is_released_as_one():
    context = a_context()
    place = context.record.add_test_organisation("Test data")
    session = create_session(context, "user-1", place, "test-case", "all", 5)
    room = Room(context, session)
    room.join(6)
    room.facilitate("session.end")
    assert context.record.session(session).rehearsal
    made = release(context, session)
    assert b'"rehearsal": true' in made.files["json"]
    for name in ("html", "csv"):
        assert b"invented people" in made.files[name]
