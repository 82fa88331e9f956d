"""A correction changes texts and no figure; the second report takes the place of the first under the same id."""

import json
from dataclasses import replace

import pytest

from tests.helpers.reading import released
from tests.helpers.rooms import Room, a_room, beside
from workshop.outputs.formats import FORMATS
from workshop.service import correct as subject
from workshop.service.correct import (
    FiguresChange,
    NotReleased,
    Superseded,
    Unchanged,
    correct,
    correcting,
)
from workshop.service.document import preview, texts
from workshop.service.overview import overview_of, refresh
from workshop.service.report import Damaged, Rehearsed, Unconfirmed, Unread, render
from workshop.service.wordings import Unworded, Wordings

NOTE = "Ada asked who had seen it"
COUNTED = "Four want this one kept"
PLAIN = "The rules had changed"
TITLE = "Ada's autumn course"


@pytest.fixture
def room() -> Room:
    """Six placed a card, three notes were written, one of which four want kept; the report was released as it was."""
    room = a_room()
    room.join(6)
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * 5 + ["abusive"])
    room.facilitate("board.reveal", round=round_id)
    room.facilitate("session.end")
    shelves = room.context.record.shelves
    kept = shelves.checkpoints[room.id]
    notes = {
        f"n{n}": {"section": "presenting", "text": text, "version": 1} for n, text in enumerate((NOTE, COUNTED, PLAIN))
    }
    shelves.checkpoints[room.id] = replace(kept, collections={**kept.collections, "notes": notes}, support={"n1": 4})
    shelves.sessions[room.id] = replace(shelves.sessions[room.id], title=TITLE)
    return room


@pytest.fixture
def first(room):
    made = released(room.context, room.id)
    refresh(room.context, made)
    return made


def keys(room):
    return {t.text: t.key for t in texts(room.context, room.id)}


def corrected(room, of, strike=(), reword=None, told=None, **other):
    """With every other text kept."""
    known, reword = keys(room), reword or {}
    own = Wordings({known[text]: words for text, words in reword.items()}, told or {})
    keep = [key for text, key in known.items() if text not in strike and text not in reword]
    return correct(room.context, room.id, of, keep, [known[text] for text in strike], own, **other)


def data_of(release):
    return json.loads(release.files["json"])


def test_texts_change_figures_stay_and_only_the_hashes_of_the_first_are_left(room, first):
    made = corrected(room, first.digests["json"], [NOTE], {TITLE: "Autumn course"}, {"summary": "In short"})
    found = room.context.record.release(first.id)
    assert (found.files, found.id, found.released_on) == (made.files, first.id, first.released_on)
    assert [b.digests for b in found.before] == [first.digests]
    assert data_of(found)["rounds"] == data_of(first)["rounds"]
    assert data_of(found)["summary"] == "In short" and data_of(found)["corrected"] and not data_of(first)["corrected"]
    for name in FORMATS:
        assert b"Ada" not in render(room.context, room.id, name)
    left = room.context.record
    assert "Ada" not in str(left.checkpoint(room.id)) + str(left.session(room.id)) + str(left.releases("o"))


def test_the_new_ones_method_says_that_it_replaces_an_earlier_one_and_no_mark_says_where(room, first):
    made = corrected(room, first.digests["json"], [PLAIN])
    page = made.files["html"].decode()
    assert "This report replaces an earlier one of the same session." in page
    assert "This report replaces" not in first.files["html"].decode()
    assert b"corrected,replaces an earlier report" in made.files["csv"]
    assert "<mark" not in page and "<ins" not in page and "<del" not in page
    before, after = data_of(first), data_of(made)
    assert before.keys() == after.keys() and after["reworded"] == before["reworded"] == []


def test_a_text_with_a_figure_beside_it_is_put_in_other_words_and_not_struck(room, first):
    of = first.digests["json"]
    assert correcting(room.context, room.id).with_figures == {keys(room)[COUNTED]}
    with pytest.raises(FiguresChange):
        corrected(room, of, [COUNTED])
    assert room.context.record.release(first.id) == first
    made = corrected(room, of, reword={COUNTED: "Other words"})
    first_note, *_ = data_of(made)["formulation"]["notes"]
    assert (first_note["text"], first_note["support"]) == ("Other words (facilitator’s wording)", 4)


def test_a_question_under_a_theme_is_put_in_other_words_and_not_struck(room):
    """Else an overview that is looked at twice would tell what the question was about that has gone."""
    shelves = room.context.record.shelves
    kept = shelves.checkpoints[room.id]
    asked = {"q1": ("Who tells Ada?", "families"), "q2": ("And Ada’s brother?", "")}
    questions = {
        id: {"text": text, "state": "parked", "kept": True, "theme": theme} for id, (text, theme) in asked.items()
    }
    shelves.checkpoints[room.id] = replace(kept, collections={**kept.collections, "questions": questions})
    made = released(room.context, room.id)
    of = made.digests["json"]
    assert correcting(room.context, room.id).with_figures == {keys(room)[COUNTED], keys(room)["Who tells Ada?"]}
    with pytest.raises(FiguresChange):
        corrected(room, of, ["Who tells Ada?"])
    second = corrected(room, of, ["And Ada’s brother?"], {"Who tells Ada?": "Who tells them?"})
    assert data_of(second)["question_themes"] == data_of(made)["question_themes"] == [{"theme": "families", "n": 1}]
    assert len(data_of(second)["kept_questions"]) == 1


def test_what_would_tell_other_figures_is_refused_whatever_was_answered(room, first):
    shelf = room.context.record.shelves.rounds
    (key,) = (k for k in shelf if k[0] == room.id)
    card, *others = shelf[key].cards
    shelf[key] = replace(shelf[key], cards=(replace(card, tallies=(4, 0, 0, 2, 0)), *others))
    with pytest.raises(FiguresChange):
        corrected(room, first.digests["json"], [PLAIN])
    assert room.context.record.release(first.id) == first


def test_corrected_again_the_hashes_are_a_chain(room, first):
    second = corrected(room, first.digests["json"], [PLAIN])
    third = corrected(room, second.digests["json"], reword={NOTE: "Somebody asked"})
    assert [b.digests for b in room.context.record.release(first.id).before] == [first.digests, second.digests]
    corrected(room, third.digests["json"], reword={"Somebody asked": "They asked"})
    assert data_of(room.context.record.release(first.id))["reworded"] == [{"kind": "note", "text": "They asked"}]


def test_of_two_at_once_one_wins_and_the_other_changes_nothing(room, first):
    other, real = beside(room), room.context.record.correct_release

    def somebody_was_faster(*args):
        corrected(other, first.digests["json"], [PLAIN])
        return real(*args)

    room.context.record.correct_release = somebody_was_faster
    with pytest.raises(Superseded):
        corrected(room, first.digests["json"], [NOTE])
    assert len(room.context.record.release(first.id).before) == 1
    room.context.record.correct_release = real
    with pytest.raises(Superseded):
        corrected(room, first.digests["json"], [NOTE])
    assert NOTE in keys(room)


def test_it_is_confirmed_and_read_as_a_release_is(room, first):
    of, known = first.digests["json"], keys(room)
    with pytest.raises(Unconfirmed):
        corrected(room, of, [PLAIN], confirmed=["read"])
    with pytest.raises(Unread):
        correct(room.context, room.id, of, [known[NOTE]], [known[PLAIN]])
    with pytest.raises(Unworded):
        corrected(room, of, reword={NOTE: NOTE})
    with pytest.raises(Unchanged):
        corrected(room, of)
    assert room.context.record.release(first.id) == first


def test_what_the_facilitator_told_is_there_again_and_may_be_all_that_changes(room, first):
    second = corrected(room, first.digests["json"], told={"summary": "Ada did"})
    assert correcting(room.context, room.id).told == {"summary": "Ada did", "reflection": ""}
    with pytest.raises(Unchanged):
        corrected(room, second.digests["json"], told={"summary": "Ada did"})
    third = corrected(room, second.digests["json"])
    assert data_of(third)["summary"] == ""
    assert "Ada did" not in str(room.context.record.checkpoint(room.id))


def test_an_overview_counts_the_session_once(room, first):
    period = f"{first.released_on[:4]}"
    before = overview_of(room.context, first.organisation, period)
    made = corrected(room, first.digests["json"], [PLAIN])
    refresh(room.context, made)
    assert overview_of(room.context, first.organisation, period) == before


def test_what_was_not_released_and_what_is_a_rehearsal_is_not_corrected(room):
    for ask in (lambda: correcting(room.context, room.id), lambda: correct(room.context, room.id, "x")):
        with pytest.raises(NotReleased):
            ask()
    with pytest.raises(KeyError):
        correct(room.context, "nothing", "x")


def test_a_rehearsal_that_a_version_before_released_stays_as_it_is(room, first):
    shelf = room.context.record.shelves.sessions
    shelf[room.id] = replace(shelf[room.id], rehearsal=True)
    with pytest.raises(Rehearsed):
        corrected(room, first.digests["json"], [PLAIN])
    with pytest.raises(Rehearsed):
        correcting(room.context, room.id)


def test_a_report_whose_bytes_are_not_what_was_released_is_not_corrected(room, first):
    shelf = room.context.record.shelves.releases
    shelf[first.id] = replace(first, files={**first.files, "json": b"{}"})
    with pytest.raises(Damaged):
        corrected(room, first.digests["json"], [PLAIN])


def test_the_data_of_a_version_that_wrote_them_otherwise_have_other_figures(room, first, monkeypatch):
    monkeypatch.setattr(subject, "frozen", lambda *_: b"[]")
    assert correcting(room.context, room.id).with_figures == frozenset()
    with pytest.raises(FiguresChange):
        corrected(room, first.digests["json"], [PLAIN])


def test_the_page_beside_is_as_the_corrected_one_would_be(room, first):
    page = preview(room.context, room.id, [keys(room)[NOTE]], Wordings()).decode()
    assert "This report replaces an earlier one" in page and NOTE not in page and PLAIN in page
