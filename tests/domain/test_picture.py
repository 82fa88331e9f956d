"""What a picture is made of: every note once, whatever its order knows; nothing that is gone."""

import pytest

from workshop.domain.picture import AREAS, Link, Note, by_area, completed, sheet, size_of

NOTES = [
    Note("c", "before"),
    Note("a", "before", 4),
    Note("b", "helps"),
    Note("z", "around", 2),
    Note("y", "around", 2),
]


@pytest.mark.parametrize(("notes", "size"), [(0, "few"), (8, "few"), (9, "some"), (24, "some"), (25, "many")])
def test_sizes_by_rule(notes, size):
    assert size_of(notes) == size


def test_what_an_order_does_not_know_stands_last_and_what_is_gone_stands_nowhere():
    order = (("gone", "c"), ("b",), (), (), ())
    assert completed(NOTES, order) == (("c", "a"), (), (), (), ("b",))
    assert completed(NOTES, ()) == (("a", "c"), (), (), (), ("b",))


def test_ids_by_column_are_in_order_of_ids():
    assert by_area(NOTES) == [["a", "c"], [], [], [], ["b"]]
    assert len(AREAS) == 5


def test_links_to_nothing_and_to_itself_are_left_out():
    links = [Link("1", "a", "b", "because"), Link("2", "a", "gone", "because"), Link("3", "a", "a", "else")]
    assert [x.id for x in sheet(NOTES, links, ()).links] == ["1"]


def test_the_band_is_by_support_then_ids_and_an_unknown_area_is_not_open():
    made = sheet(NOTES, [], (), open="verdict")
    assert made.around == ["y", "z"] and made.open == "" and made.most == 4
