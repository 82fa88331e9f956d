"""Round by round: every card with its picture or why there is none, and every figure in a table."""

import json
from dataclasses import replace

from tests.helpers.output import WORDS, told
from tests.outputs.test_anonymise import AGAIN, SPLIT, STANDS, WOULD, WOULD_AGAIN, responding, through
from workshop.outputs.blocks import rounds
from workshop.outputs.blocks.model import Card, Paragraph, Quote, Story, Table
from workshop.outputs.blocks.phrases import Phrases
from workshop.outputs.formats import FORMATS
from workshop.outputs.model import Side, Sides

SAID = Phrases(WORDS)


def cards(section):
    return [b for b in section.blocks if isinstance(b, Card)]


def said_of(**changes):
    """What is said beneath the picture of a card that is told, as plain text."""
    session = told(2)
    card = next(c for c in session.rounds[0].cards if not c.withheld)
    plain = replace(card, missing=(), whys=(), low=None, high=None, shared_reason=None, reasons=Sides())
    first = replace(session.rounds[0], cards=(replace(plain, **changes),))
    (section,) = rounds.rounds(replace(session, rounds=(first,)), SAID)
    return [("".join(r.text for r in p.text), p.beside) for p in cards(section)[0].said]


def test_the_story_leads_to_every_round():
    session = told(2)
    opening, story = rounds.story(session, SAID).blocks
    assert isinstance(opening, Paragraph) and isinstance(story, Story)
    assert [(id, quoted) for _, id, _, quoted in story.steps] == [(r.round, r.information_text) for r in session.rounds]
    (none,) = rounds.story(replace(session, rounds=()), SAID).blocks
    assert none.text[0].text.startswith("No round of cards was shown")


def test_every_card_has_its_picture_or_why_there_is_none():
    session = told(2)
    made = rounds.rounds(session, SAID)
    assert [s.id for s in made] == ["r1", "r2"]
    for section, shown in zip(made, session.rounds, strict=True):
        for block, card in zip(cards(section), shown.cards, strict=True):
            assert block.text == card.text
            assert (block.strip is None) == card.withheld == bool(block.withheld)
            assert (block.movement is None) == (card.earlier is None)
    assert not [b for b in made[0].blocks if isinstance(b, Quote)]
    assert [b.text for b in made[1].blocks if isinstance(b, Quote)] == [session.rounds[1].information_text]


def test_every_figure_stands_in_the_table_and_a_dash_where_it_is_not_told():
    session = told(2)
    for section, shown in zip(rounds.rounds(session, SAID), session.rounds, strict=True):
        table = section.blocks[-1]
        assert isinstance(table, Table)
        assert table.heads == ("Card", "1", "2", "3", "4", "5", "Know more", "Median", "A", "Label")
        for row, card in zip(table.groups[0].rows, shown.cards, strict=True):
            told_of = (*(card.tallies or (None,) * 5), card.need_to_know)
            assert row[0] == card.short and row[1:7] == tuple("–" if n is None else str(n) for n in told_of)
            assert ("–" in row[7:]) == card.withheld


def test_a_scale_of_two_stages_has_no_agreement():
    session = told(2)
    both = replace(session, stages=session.stages[:2])
    shown = tuple(
        replace(c, tallies=(9, 9), agreement=None, earlier=None, median=None) for c in session.rounds[0].cards
    )
    (section,) = rounds.rounds(replace(both, rounds=(replace(session.rounds[0], cards=shown),)), SAID)
    assert section.blocks[-1].heads == ("Card", "1", "2", "Know more", "Median", "Label")


def test_what_was_said_of_a_card_is_named_commonest_first_and_never_counted():
    assert said_of() == []
    assert said_of(missing=("Consent", "Age and stage")) == [
        ("Need to know more about: Consent and age and stage.", False)
    ]
    assert said_of(whys=("Something I heard",)) == [("Why people moved, or not: Something I heard.", False)]
    assert said_of(shared_reason="Consent") == [("Both ends named consent: what does each mean by it?", False)]


def test_the_sides_of_a_card_without_two_ends_are_said():
    sides = Sides(below=("Consent", "Law"), between=("Motive",), above=("Power",))
    assert said_of(reasons=sides) == [
        ("Nearer typical, named: Consent and law.", True),
        ("In between, named: Motive.", True),
        ("Nearer harmful, named: Power.", True),
    ]
    assert said_of(reasons=Sides(all=("Consent",))) == [("Named most: Consent.", False)]


def test_the_ends_of_a_split_are_said_where_the_picture_is_too_small_to_name_them():
    ends = said_of(low=Side(0, 1, 10, ("Consent", "Motive")), high=Side(3, 3, 8, ("Secrecy",)))
    assert ends == [
        ("10 at expected to inappropriate: Consent and motive.", True),
        ("8 at abusive: Secrecy.", True),
    ]
    assert said_of(low=Side(0, 1, 10, ()), high=Side(3, 3, 8, ())) == []


def test_what_people_would_do_now_is_drawn_over_what_it_was_before_with_who_moved():
    session = through(responding(SPLIT, WOULD), responding(AGAIN, WOULD_AGAIN, "r2"))
    first, again = (cards(section)[0].response for section in rounds.rounds(session, SAID))
    assert (first.movement, first.strip.before) == (None, None)
    assert again.strip.before == (WOULD.tallies, 2)
    assert again.movement.parts == (("15", "stayed"), ("5", "moved towards immediate"))
    page = FORMATS["html"].render(session, WORDS).decode()
    assert page.count("moved towards immediate") == 1 and "<b>5</b> moved towards immediate" in page
    data = json.loads(FORMATS["json"].render(session, WORDS))
    (before,), (after,) = (r["cards"] for r in data["rounds"])
    assert (before["response"]["compared_with"], after["response"]["compared_with"]) == (None, "r1")
    assert after["response"]["movement"]["harmful"] == 5 and "earlier" not in after["response"]


def test_where_fewer_than_three_would_do_otherwise_that_is_all_that_is_said():
    session = through(responding(SPLIT, WOULD), responding(AGAIN, STANDS, "r2"))
    (card,) = cards(rounds.rounds(session, SAID)[1])
    assert (card.response.strip, card.response.movement) == (None, None)
    assert card.response.withheld == "Fewer than three moved; the picture stands."
