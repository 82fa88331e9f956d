"""A picture's numbers: whole, within the sheet, nothing over anything else, in the size that the rule says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.domain.picture import AREAS, BAND, HEIGHT, WIDTH, Link, Note, by_area, sheet
from workshop.domain.picture_drawn import MOST, OPEN_NOTES, drawn

AREA = st.sampled_from([*AREAS, BAND])


@st.composite
def graphs(draw):
    many = draw(st.integers(1, 70))
    notes = [Note(f"n{i:02}", draw(AREA), draw(st.sampled_from([0, 3, 4, 9]))) for i in range(many)]
    at = st.integers(0, many - 1)
    verb = st.sampled_from(["because", "eases", "else"])
    ends = draw(st.lists(st.tuples(at, at, verb), max_size=90))
    return notes, [Link(f"l{i:02}", notes[a].id, notes[b].id, v) for i, (a, b, v) in enumerate(ends) if a != b]


def picture(notes, links=(), open=""):
    return drawn(sheet(notes, links, tuple(tuple(ids) for ids in by_area(notes)), open))


def in_areas(**many: int) -> list[Note]:
    return [Note(f"{area}{i:02}", area, i % 5) for area, n in many.items() for i in range(n)]


def apart(a, b) -> bool:
    return a.x + a.w <= b.x or b.x + b.w <= a.x or a.y + a.h <= b.y or b.y + b.h <= a.y


def numbers(found) -> list[object]:
    boxes = [n for b in (*found.words, *found.bars) for n in (b.x, b.y, b.w, b.h, b.bar)]
    lines = [n for x in (*found.lines, *found.path) for n in (x.x1, x.y1, x.bend, x.x2, x.y2)]
    return [*boxes, *lines, *(n for b in found.bundles for n in (b.x1, b.x2, b.y, b.depth))]


@settings(max_examples=150)
@given(graphs(), st.sampled_from(["", *AREAS]))
def test_no_box_lies_over_another_and_all_within_the_sheet(graph, open):
    found = picture(*graph, open)
    boxes = [*found.words, *found.bars]
    assert all(apart(a, b) for at, a in enumerate(boxes) for b in boxes[:at])
    assert all(b.x >= 0 and b.y >= 0 and b.x + b.w <= WIDTH and b.y + b.h <= HEIGHT for b in boxes)
    assert all(type(n) is int for n in numbers(found))
    assert all(b.bar <= b.w - 24 for b in found.bars)


@settings(max_examples=150)
@given(graphs())
def test_every_note_and_every_link_is_drawn_or_counted(graph):
    notes, links = graph
    found = picture(notes, links)
    listed = [*(i for c in found.columns for i in c.notes), *(found.band.notes if found.band else ())]
    assert sorted(listed) == sorted(n.id for n in notes)
    assert sum(c.more for c in found.columns) == sum(len(c.notes) for c in found.columns) - len(
        {b.note for b in (*found.words, *found.bars)} - set(found.band.notes if found.band else ())
    )
    column = {i: AREAS.index(c.area) for c in found.columns for i in c.notes}
    far = [x for x in links if x.start in column and x.end in column and abs(column[x.start] - column[x.end]) > 1]
    assert sum(b.n for b in found.bundles) == len(far)
    up = sum((x.start in column) != (x.end in column) for x in links)
    assert (found.band.links if found.band else 0) == up


def test_up_to_eight_are_all_in_words_and_share_the_width():
    found = picture(in_areas(before=3, happened=4, around=1))
    assert found.size == "few" and not found.bars and len(found.words) == 8
    assert [c.area for c in found.columns] == ["before", "happened"] and found.columns[0].w == 560


def test_up_to_twenty_four_one_column_is_open_in_words():
    found = picture(in_areas(before=6, happened=7, helps=4))
    assert found.size == "some" and [c.area for c in found.columns if c.open] == ["happened"]
    assert len(found.words) == OPEN_NOTES and next(c for c in found.columns if c.open).more == 2
    assert {b.note for b in found.words} == {f"happened{i:02}" for i in (1, 2, 3, 4, 6)}, (
        "the best supported, in their order"
    )


@pytest.mark.parametrize(("many", "open"), [({"helps": 9}, "helps"), ({"before": 5, "helps": 5}, "before")])
def test_without_a_concern_the_fullest_is_open(many, open):
    assert [c.area for c in picture(in_areas(**many)).columns if c.open] == [open]


def test_above_each_area_has_one_note_in_words_and_fourteen_bars():
    found = picture(in_areas(before=3, why_now=5, happened=16, keeps_going=4, helps=4, around=3))
    assert found.size == "many" and len(found.words) == 6, "five, and the band's"
    assert len([b for b in found.bars if b.note.startswith("happened")]) == MOST
    assert [c.more for c in found.columns] == [0, 0, 2, 0, 0]


def test_a_column_that_is_to_be_read_is_open_however_many_there_are():
    found = picture(in_areas(before=20, helps=20), open="helps")
    assert [c.area for c in found.columns if c.open] == ["helps"] and len(found.words) == OPEN_NOTES


def test_a_bar_is_as_long_as_its_support_and_stands_where_it_stood():
    notes = in_areas(before=13, helps=13)
    none = picture([Note(n.id, n.area) for n in notes])
    some = picture(notes)
    assert [(b.note, b.x, b.y) for b in none.bars] == [(b.note, b.x, b.y) for b in some.bars]
    assert len({b.bar for b in none.bars}) == 1 and len({b.bar for b in some.bars}) == 5


def test_the_strongest_path_has_arrows_between_its_words():
    notes = in_areas(before=9, why_now=9, happened=9)
    found = picture(
        notes, [Link("a", "before04", "why_now04", "because"), Link("b", "why_now04", "happened04", "eases")]
    )
    assert [x.link for x in found.path] == ["a", "b"]
    assert [x.y1 == x.y2 for x in found.path] == [True, True] and found.path[0].x1 < found.path[0].x2
