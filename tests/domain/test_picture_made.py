"""From notes as they are written: areas, arrows, and names that tell no history."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.formulation import Link, Note
from workshop.domain.picture import AREAS, BAND
from workshop.domain.picture_made import SECTIONS, area_of, graph, order, picture

TEMPLATE = [("presenting", "presenting"), ("predisposing", "because"), ("protective", "eased"), ("own", "kept_going")]
NOTES = [
    Note("zz", "presenting", "An image was passed on", 5),
    Note("yy", "predisposing", "Moved school"),
    Note("xx", "predisposing", "Few friends"),
    Note("ww", "protective", "A form tutor"),
    Note("vv", "own", "The chat rewards it"),
]
LINKS = {
    "l1": Link("zz", "yy", "because"),
    "l2": Link("ww", "zz", "eases"),
    "l3": Link("vv", "zz", "alternative"),
    "l4": Link("zz", "gone", "because"),
}


@pytest.mark.parametrize(
    ("section", "role", "area"),
    [
        ("precipitating", "because", "why_now"),
        ("family", "", BAND),
        ("own", "eased", "helps"),
        ("own", "", "happened"),
        ("rival", "rival", "happened"),
    ],
)
def test_a_section_s_area(section, role, area):
    assert area_of(section, role) == area


def test_areas_are_those_of_the_picture():
    assert tuple(SECTIONS) == (*AREAS, BAND)


def test_arrows_lead_to_what_is_explained():
    made = graph(NOTES, LINKS, TEMPLATE)
    arrows = {made.link_ids[x.id]: (made.ids[x.start], made.ids[x.end], x.verb) for x in made.links}
    assert arrows == {"l1": ("yy", "zz", "because"), "l2": ("ww", "zz", "eases"), "l3": ("vv", "zz", "else")}


def test_names_follow_sections_support_and_words():
    made = graph(NOTES, LINKS, TEMPLATE)
    assert [made.ids[n.id] for n in made.notes] == ["zz", "xx", "yy", "ww", "vv"]


@given(st.permutations(NOTES), st.permutations(sorted(LINKS)), st.permutations("abcde"))
def test_the_same_notes_are_the_same_picture_under_any_ids(notes, links, names):
    ids = {n.id: name for n, name in zip(NOTES, names, strict=True)}
    there = [Note(ids[n.id], n.section, n.text, n.support) for n in notes]
    joined = {i: Link(ids[LINKS[i].source], ids.get(LINKS[i].target, ""), LINKS[i].kind) for i in links}
    plain, other = graph(NOTES, LINKS, TEMPLATE), graph(there, joined, TEMPLATE)
    assert (plain.notes, plain.links) == (other.notes, other.links)
    one, two = picture(plain, order(plain)), picture(other, order(other))
    assert [(ids[b.note], b.x, b.y, b.w, b.h) for b in one.words] == [(b.note, b.x, b.y, b.w, b.h) for b in two.words]


def test_an_order_of_ids_is_kept_without_what_is_gone_or_has_moved_on():
    made = graph(NOTES, LINKS, TEMPLATE)
    before = (("yy", "gone", "xx", "zz"), (), ("zz",), ("vv",), ("ww",))
    assert order(made, before) == (("yy", "xx"), (), ("zz",), ("vv",), ("ww",))


def test_a_picture_calls_notes_and_links_as_the_room_does():
    made = graph(NOTES, LINKS, TEMPLATE)
    found = picture(made, ())
    assert {b.note for b in found.words} == {n.id for n in NOTES}
    assert {x.link for x in found.lines} | {"l1", "l2"} == {"l1", "l2", "l3"}
    assert [c.notes for c in found.columns] == [("xx", "yy"), ("zz",), ("vv",), ("ww",)]
