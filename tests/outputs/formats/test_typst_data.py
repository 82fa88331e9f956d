"""A report as plain values: all that it says, nothing that is markup, and a sign in place of what has no shape."""

import json
from dataclasses import replace
from typing import get_args

from tests.helpers.output import WORDS, facts, told, written
from workshop.outputs.blocks.model import Block, Card
from workshop.outputs.blocks.report import report
from workshop.outputs.formats import pdf, strips
from workshop.outputs.formats.typst_data import NO_SHAPE, Signs, data, shapes


def test_it_is_all_json_and_every_type_of_block_is_printed():
    made = data(report(told(2, kept=written("Ask first")), WORDS))
    assert json.loads(json.dumps(made)) == made
    template = pdf.TEMPLATE.decode()
    table = template[template.index("#let prints") :]
    assert all(f"  {kind.__name__}: " in table for kind in get_args(Block))


def test_a_sign_without_a_shape_is_a_box_and_is_counted():
    signs = Signs()
    assert signs.shown("Café → 7 漢字") == f"Café → 7 {NO_SHAPE * 2}" and signs.without == 2
    assert signs.shown("Ask first\nthen") == "Ask first\nthen" and signs.without == 2
    assert signs.shown(NO_SHAPE) == NO_SHAPE and signs.without == 2
    assert {ord(c) for c in "→−·–“”’…□éßЖαא"} <= shapes()


def test_the_sentence_on_such_signs_is_there_when_there_are_any():
    assert data(report(told(), WORDS))["without"] == ""
    made = report(replace(told(), facts=facts(24, title="漢")), WORDS)
    shown = json.dumps(data(replace(made, title="Room")), ensure_ascii=False).count(NO_SHAPE)
    assert data(replace(made, title="Room"))["without"] == WORDS.say("report.signs", n=shown - 1)


def test_a_card_that_was_placed_again_has_the_picture_told_before_beside_it():
    blocks = report(told(1), WORDS).sections
    cards = [b for s in blocks for b in s.blocks if isinstance(b, Card) and b.strip]
    plain = [b for p in data(report(told(1), WORDS))["parts"] for b in p.get("blocks", ()) if b["type"] == "Card"]
    pairs = [b["pair"] for b in plain if b["strip"]]
    assert [len(pair) for pair in pairs] == [2 if c.strip.before else 1 for c in cards]
    assert {1, 2} == {len(pair) for pair in pairs}
    for card, pair in zip(cards, pairs, strict=True):
        assert pair[-1]["alt"] == strips.sentence(card.strip)
        assert pair[-1]["counts"] == [str(n or "") for n in card.strip.tallies]


def test_marks_that_pile_up_are_left_out_only_where_they_have_to_be():
    assert Signs().shown("a\u0338\u0322") == "a\u0338\u0322" and Signs().shown("e\u0301") == "é"
    assert Signs(single=True).shown("a\u0338e\u0301") == f"a{NO_SHAPE}é"
    assert Signs().shown("❤\ufe0f") == "❤"
