"""What a note says of itself: nothing unless somebody said it, and of two notes what both say."""

import pytest

from workshop.domain.note_kinds import FIELDS, SURE, VOICES, NoteKind, kind_of, shared

OF_BEFORE = {"section": "known", "text": "A note", "version": 1}


def test_a_note_of_a_version_before_says_nothing_of_itself():
    assert kind_of(OF_BEFORE) == NoteKind() == NoteKind("", "", "")


@pytest.mark.parametrize("sure", SURE)
def test_only_what_is_thought_asks_on_what_it_rests(sure):
    assert kind_of({**OF_BEFORE, "sure": sure}).asks_why == (sure == "think")
    assert not kind_of({**OF_BEFORE, "sure": sure, "ground": "c1"}).asks_why


def test_two_notes_that_become_one_keep_what_both_say():
    first = {"sure": "told", "voice": VOICES[0], "ground": "c1"}
    assert shared(first, first) == first
    assert shared(first, {**first, "voice": VOICES[1]}) == {**first, "voice": ""}
    assert shared(first, OF_BEFORE) == dict.fromkeys(FIELDS, "")
