"""The first page: which cards come first, what moved most, how confidence and needs are put."""

from dataclasses import replace

from tests.helpers.output import WORDS, told
from workshop.outputs.blocks import front
from workshop.outputs.blocks.model import Counts, Movement, Paragraph, Ranking, Strip, Table, Ten
from workshop.outputs.blocks.phrases import Phrases
from workshop.outputs.model import AskedOutput, Earlier, NeedOutput

SAID = Phrases(WORDS)


def again(session, card, before, after, cause="discussion"):
    """The session with one card placed a second time: its stages before and after."""
    first = session.rounds[0]
    moved = replace(
        card, tallies=after, withheld=False, label="spread", earlier=Earlier("r1", before, 0, "split", None)
    )
    return replace(session, rounds=(first, replace(first, round="r2", cause=cause, cards=(moved,))))


def test_the_cards_on_which_people_differed_most_and_how_many_more_there_are():
    session = told(2)
    shown = [c for c in session.rounds[0].cards if not c.withheld]
    ranking, legend = front.differed_most(session, SAID).blocks
    assert isinstance(ranking, Ranking) and isinstance(legend, Paragraph)
    assert [words for words, _, _ in ranking.rows] == [c.short for c in shown]
    assert [strip.tallies for _, strip, _ in ranking.rows] == [c.tallies for c in shown]
    assert legend.text[0].text.endswith(". One more card is below.")
    assert front.differed_most(told(delegates=3), SAID) is None
    assert front.differed_most(replace(session, rounds=()), SAID) is None


def test_the_card_that_moved_furthest_stands_there_with_what_made_it_move():
    session = told(2)
    card = next(c for c in session.rounds[0].cards if not c.withheld)
    section = front.what_moved(again(session, card, (9, 0, 0, 0, 0), (3, 6, 0, 0, 0)), SAID)
    say, strip, moved = section.blocks
    assert section.title == "What discussion did"
    assert "".join(r.text for r in say.text).endswith(
        f"people placed “{card.text}” again. The room went from split to spread. Movement is not correctness."
    )
    assert isinstance(strip, Strip) and strip.before == ((9, 0, 0, 0, 0), 0) and isinstance(moved, Movement)


def test_new_information_comes_before_discussion_and_what_did_not_move_is_not_there():
    session = told(2)
    card = next(c for c in session.rounds[0].cards if not c.withheld)
    little = again(session, card, (9, 0, 0, 0, 0), (8, 1, 0, 0, 0), "information").rounds[1]
    much = again(session, card, (9, 0, 0, 0, 0), (0, 0, 0, 0, 9))
    assert front.what_moved(replace(much, rounds=(*much.rounds, little)), SAID).title == "What new information did"
    assert front.what_moved(again(session, card, (9, 0, 0, 0, 0), (9, 0, 0, 0, 0)), SAID) is None


def test_confidence_is_a_table_of_start_end_and_looking_back():
    session = told(3)
    before, after = session.confidence
    table, legend = front.confidence(session, SAID).blocks
    assert isinstance(table, Table) and table.row_heads and len(table.heads) == 4
    for (name, line, change, back), item in zip(table.groups[0].rows, before.items, strict=True):
        now = next(i for i in after.items if (i.item, i.asked) == (item.item, "now"))
        looking = next(i for i in after.items if (i.item, i.asked) == (item.item, "looking_back"))
        assert (name, change) == (item.words, f"{item.median} → {now.median}") and back == str(looking.median)
        assert line == Ten(now.quartiles, item.median, now.median)
    assert legend.text[0].text.startswith("Medians of 24 people; the band is")
    once = front.confidence(replace(session, confidence=(before,)), SAID)
    assert once.title == "Confidence" and once.blocks[0].groups[0].rows[0][2] == str(before.items[0].median)
    assert front.confidence(replace(session, confidence=()), SAID) is None


def test_needs_come_the_most_first_and_a_number_only_where_it_is_told():
    session = replace(told(), needs=(NeedOutput("A", None), NeedOutput("B", 6), NeedOutput("C", 9)))
    counts, _ = front.needs(session, SAID).blocks
    assert counts == Counts((("C", 9, "9"), ("B", 6, "6"), ("A", None, "three or more")))
    assert front.needs(replace(session, needs=()), SAID) is None


def test_what_else_was_asked_is_a_section_each_and_a_dash_where_a_number_is_not_told():
    session = replace(told(), asked=(AskedOutput("The pace", 24, (("Right", 14), ("Too fast", None))),))
    (section,) = front.asked(session, SAID)
    assert section.title == "The pace"
    assert section.blocks[0] == Counts((("Right", 14, "14"), ("Too fast", None, "–")))
    assert section.blocks[1].text[0].text.startswith("24 people answered.")
    assert front.asked(told(), SAID) == []


def test_what_is_told_in_words_alone_is_a_line_and_draws_nothing():
    (section,) = front.asked(replace(told(), asked=(AskedOutput("The pace", 24, (("Right", None),)),)), SAID)
    assert [block.text[0].text for block in section.blocks] == ["Right", "24 people answered."]
