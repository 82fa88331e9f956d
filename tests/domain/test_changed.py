"""What changed between two versions of an explanation, and when one is kept."""

import pytest

from workshop.domain.changed import MOST, Changed, Joined, Piece, Reworded, Version, Words, changed, with_one_more

A, B, C = Words("known", "Alpha"), Words("needs", "Beta"), Words("known", "Gamma")


def test_nothing_changed_between_a_version_and_itself():
    one = Version({"a": A}, frozenset(), {"because": "So"})
    assert changed(one, one) == Changed() and not changed(one, one)


def test_notes_are_added_set_aside_and_reworded():
    found = changed(Version({"a": A, "b": B}), Version({"b": Words("needs", "Better"), "c": C}))
    assert found.added == (Piece("note", "known", "Gamma"),) and found.aside == (Piece("note", "known", "Alpha"),)
    assert found.reworded == (Reworded("note", "needs", "Beta", "Better"),)


def test_a_note_that_went_into_another_was_not_set_aside_nor_added_when_it_is_back():
    before, after = Version({"a": A, "b": B}), Version({"b": Words("needs", "Alpha and beta", ("a",))})
    assert changed(before, after).aside == () and changed(after, before).added == ()


def test_sentences_stand_beside_notes_and_come_first_among_what_was_reworded():
    before = Version({"a": A}, sentences={"because": "Old", "eased": "Gone"})
    after = Version({"a": Words("known", "New")}, sentences={"because": "New", "rival": "Or else"})
    found = changed(before, after)
    assert found.added == (Piece("sentence", "rival", "Or else"),)
    assert found.aside == (Piece("sentence", "eased", "Gone"),)
    assert [r.what for r in found.reworded] == ["sentence", "note"]


def test_a_link_is_told_where_both_notes_stayed():
    joined = frozenset({Joined("a", "b", "because")})
    both = {"a": A, "b": B}
    assert changed(Version(both), Version(both, joined)).added == (Piece("link", "because", "Alpha", "Beta"),)
    assert changed(Version(both, joined), Version(both)).aside == (Piece("link", "because", "Alpha", "Beta"),)
    assert changed(Version({"a": A}), Version(both, joined)).added == (Piece("note", "needs", "Beta"),)


def test_the_order_is_one_of_words_and_says_nothing_of_ids():
    notes = {"z": A, "y": C, "x": B}
    again = {"1": C, "2": B, "3": A}
    assert changed(Version(), Version(notes)) == changed(Version(), Version(again))


@pytest.mark.parametrize("many", [0, 1, MOST - 1])
def test_there_is_room_for_so_many(many):
    keys = [f"v{n:04}" for n in range(1, many + 1)]
    assert with_one_more(keys) == (f"v{many + 1:04}", ())


def test_the_first_stays_and_the_oldest_of_the_others_goes():
    keys = [f"v{n:04}" for n in range(1, MOST + 1)]
    assert with_one_more(keys) == (f"v{MOST + 1:04}", ("v0002",))
