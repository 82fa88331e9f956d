"""How sure the room was, in the report: a table of what was asked, and both sides of what is split as equals."""

from dataclasses import replace

from tests.helpers.output import WORDS, told, written
from workshop.outputs.blocks.agreed import sureness
from workshop.outputs.blocks.model import Heading, Paragraph, Table
from workshop.outputs.blocks.phrases import Phrases
from workshop.outputs.model_agreed import AgreementOutput

SAID = Phrases(WORDS)
SPLIT = AgreementOutput(7, 0, 4, 1, True, ("known", "age"), (), False)
PLAIN = AgreementOutput(9, 2, 0, 1, False, (), (), True)


def session(link=None, sentences=(), questions=()):
    found = told(kept=written("Ask first"))
    made = found.formulation
    links = tuple(replace(x, agreement=link) for x in made.links)
    return replace(found, formulation=replace(made, links=links, agreement=sentences, quality=questions))


def test_nothing_told_is_nothing_said():
    assert sureness(session(), SAID) == []


def test_each_item_has_its_four_numbers_and_the_split_one_its_two_sides():
    heading, table, both, sides = sureness(session(SPLIT, (("because", PLAIN),)), SAID)
    assert isinstance(heading, Heading) and isinstance(table, Table) and isinstance(sides, Table)
    assert table.heads == ("What was asked", "Yes", "Partly", "No", "Cannot say")
    assert [row[1:] for row in table.groups[0].rows] == [("7", "0", "4", "1"), ("9", "2", "0", "1")]
    assert [row[0].endswith(mark) for row, mark in zip(table.groups[0].rows, ("(split)", "words)"), strict=True)]
    assert both.text == "Where we differ" and sides.heads[1:] == ("Some see it", "Some do not")
    assert sides.groups[0].rows[0][1:] == ("What we know points to it; It fits the age", "–")


def test_where_nobody_is_split_it_asks_what_was_not_asked():
    *_, last = sureness(session(PLAIN), SAID)
    assert isinstance(last, Paragraph) and "What have we not asked?" in last.text[0].text


def test_the_questions_are_a_table_of_their_own_without_sides():
    _, table = sureness(session(questions=(("plain", SPLIT),)), SAID)
    assert isinstance(table, Table) and table.groups[0].rows[0][0].startswith("Is it in plain words, without blame?")
