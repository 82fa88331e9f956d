"""The picture in the report: the part's own numbers, every word escaped, readable in grey."""

import re

import pytest

from tests.helpers.output import WORDS
from workshop.domain.formulation import Link, Note
from workshop.domain.picture import HEIGHT, WIDTH
from workshop.domain.picture_made import graph, order, picture
from workshop.drawing.picture_svg import picture_svg

SECTIONS = ["predisposing", "precipitating", "presenting", "perpetuating", "protective", "family"]
TEMPLATE = [(s, "") for s in SECTIONS]
BOX = re.compile(r'data-note="(\w+)" x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"')


def made(many: int):
    notes = [Note(str(n), SECTIONS[n % 6], f"Words <b>{n}</b> & more") for n in range(many)]
    kinds = ["because", "eases", "alternative"]
    links = {str(n): Link(str(n), str((5 * n + 7) % many), kinds[n % 3]) for n in range(many - 1)}
    found = graph(notes, links, TEMPLATE)
    return picture(found, order(found)), {n.id: n.text for n in notes}


@pytest.mark.parametrize("many", [6, 20, 60])
def test_it_draws_the_numbers_that_it_is_given(many):
    drawn, texts = made(many)
    svg = picture_svg(drawn, texts, WORDS)
    boxes = [(b.note, b.x, b.y, b.w, b.h) for b in (*drawn.bars, *drawn.words)]
    assert [(n, *map(int, rest)) for n, *rest in BOX.findall(svg)] == boxes
    assert f'viewBox="0 0 {WIDTH} {HEIGHT}"' in svg and svg.count("<path") >= len(drawn.lines)


def test_words_are_words_and_no_markup():
    svg = picture_svg(*made(6), WORDS)
    assert "<b>" not in svg and "&lt;b&gt;" in svg and "&amp;" in svg


def test_kinds_of_links_differ_without_colour():
    svg = picture_svg(*made(20), WORDS)
    assert {"none", "0.1 9", "9 8"} <= set(re.findall('stroke-dasharray="([^"]+)"', svg))


def test_it_says_how_many_notes_and_that_the_list_follows():
    svg = picture_svg(*made(60), WORDS)
    assert WORDS.say("common.picture.name") in svg and ">10<" in svg and "Around them" in svg
