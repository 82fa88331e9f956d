"""The shared explanation: what is missing is asked for, the picture is read aloud, links follow a merge."""

import pytest

from workshop.domain.formulation import ASKED_FOR, NUDGES, UNJOINED, Aloud, Link, Note, aloud, nudges


def test_an_empty_wall_is_not_nagged():
    assert nudges([], [], ASKED_FOR) == []


@pytest.mark.parametrize("section", ASKED_FOR)
def test_a_section_is_asked_for_while_it_is_empty_and_the_template_has_it(section):
    elsewhere, there = Note("n", "known", "x"), Note("m", section, "y")
    assert nudges([elsewhere], [], ASKED_FOR) == list(ASKED_FOR)
    assert nudges([elsewhere, there], [], ASKED_FOR) == [s for s in ASKED_FOR if s != section]
    assert nudges([elsewhere], [], ["known"]) == []


def test_four_notes_that_nobody_joined_are_asked_about():
    notes = [Note(str(n), "known", "x") for n in range(4)]
    assert nudges(notes, [], []) == [UNJOINED]
    assert nudges(notes, [], ASKED_FOR) == list(NUDGES)
    assert nudges(notes[:3], [], []) == nudges(notes, [Link("0", "1", "because")], []) == []


NOTES = (
    Note("a", "presenting", "Messages at night.", 1),
    Note("b", "precipitating", "A new school", 2),
    Note("c", "perpetuating", "Nobody says no", 5),
    Note("d", "protective", "MSN is blocked", 0),
)


@pytest.mark.parametrize(
    ("joined", "expected"),
    [
        ([], None),
        ([Link("a", "gone", "because")], None),
        ([Link("a", "b", "alternative")], None),
        ([Link("a", "b", "because")], (("a new school",), ())),
        ([Link("a", "b", "because"), Link("a", "c", "because")], (("nobody says no", "a new school"), ())),
        ([Link("a", "b", "because"), Link("d", "b", "eases")], (("a new school",), ("MSN is blocked",))),
        ([Link("a", "b", "because"), Link("gone", "b", "eases")], (("a new school",), ())),
        (
            [Link("b", "a", "because"), Link("a", "c", "because"), Link("a", "d", "because")],
            (("nobody says no", "MSN is blocked"), ()),
        ),
    ],
)
def test_the_picture_is_read_aloud(joined, expected):
    assert aloud(NOTES, joined) == (expected and Aloud("Messages at night", *expected))


def test_the_order_of_notes_and_links_does_not_matter():
    joined = [Link("a", x, "because") for x in "bcd"]
    said = Aloud("Messages at night", ("nobody says no", "a new school", "MSN is blocked"), ())
    assert aloud(NOTES, joined) == aloud(NOTES[::-1], joined[::-1]) == said
