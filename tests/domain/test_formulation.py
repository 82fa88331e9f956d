"""The shared explanation: the picture is read aloud, links follow a merge."""

import pytest

from workshop.domain.formulation import Aloud, Link, Note, aloud

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
