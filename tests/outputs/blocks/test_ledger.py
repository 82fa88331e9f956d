"""What moved the room, as a table: what was expected beside what happened."""

from dataclasses import replace

from tests.helpers.output import WORDS, told
from workshop.outputs.blocks.ledger import ledger
from workshop.outputs.blocks.model import Table
from workshop.outputs.blocks.phrases import Phrases

SAID = Phrases(WORDS)


def rows(session):
    """(cause, card, expected, happened) of each line."""
    section = ledger(session, SAID)
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    return table.groups[0].rows


def test_every_card_that_was_placed_again_has_a_row():
    session = told(2)
    assert [row[1] for row in rows(session)] == [c.short for row in session.ledger for c in row.cards]
    assert {row[0] for row in rows(session)} == {"After information 1"}
    assert all(row[2].startswith(("Expected", "This was not expected")) for row in rows(session))


def test_what_may_not_be_told_is_said_in_words():
    (first,), session = told(2).ledger, told(2)
    hidden = tuple(
        replace(c, movement=None, happened=h) for c, h in zip(first.cards, ("stands", "aside"), strict=False)
    )
    changed = replace(session, ledger=(replace(first, cards=hidden, cause="discussion", number=0),))
    assert [row[3] for row in rows(changed)] == ["Fewer than three moved.", "Not shown: too many stood aside."][
        : len(hidden)
    ]
    assert {row[0] for row in rows(changed)} == {"After discussion"}


def test_without_a_placing_again_there_is_no_section():
    assert ledger(replace(told(2), ledger=()), SAID) is None
