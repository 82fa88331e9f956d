"""What the room showed, for its trainers: three cards at most, by what the report tells; none where it tells none."""

from dataclasses import replace
from xml.etree import ElementTree

from tests.helpers.output import WORDS, told
from workshop.domain.results import Movement
from workshop.outputs.debrief import showed
from workshop.outputs.model_rounds import Earlier, LedgerOutput, MovedOutput

SESSION = told(2)


def test_it_is_the_card_with_least_agreement_and_the_one_of_which_most_need_to_know_more():
    cards = [c for c in SESSION.rounds[0].cards if not c.withheld and c.tallies]
    rows = {row.what: row for row in showed(replace(SESSION, ledger=()), WORDS)}
    apart = [c for c in cards if c.agreement is not None and c.label != "settled"]
    assert rows["disagreed"].card == min(apart, key=lambda c: c.agreement).short
    most = max(cards, key=lambda c: c.need_to_know)
    assert rows["unsure"].card == most.short and most.need_to_know > 0
    assert "moved" not in rows
    for row in rows.values():
        assert ElementTree.fromstring(row.drawing).get("aria-label")


def moved(expected, happened, movement):
    before = Earlier("r1", (5, 5, 5, 5, 4), 0, "spread", "problematic")
    return MovedOutput("c1", "A card", before, replace(before, round="r2"), movement, expected, happened)


def test_what_moved_is_told_where_its_author_expected_none_and_the_movement_is_told():
    six = Movement(same=9, typical=3, harmful=3)
    for expected, happened, movement, found in (
        ("none", "moved", six, [(7, 6, "A card")]),
        ("up", "moved", six, []),
        ("none", "told", None, []),
        ("none", "stands", None, []),
        ("none", "moved", Movement(same=15, typical=0, harmful=0), []),
    ):
        row = LedgerOutput("r2", "information", "i7", 7, (moved(expected, happened, movement),))
        rows = showed(replace(SESSION, ledger=(row,)), WORDS)
        assert [(r.number, r.n, r.card) for r in rows if r.what == "moved"] == found


def test_where_the_report_tells_nothing_nothing_is_shown():
    assert showed(replace(SESSION, rounds=(), ledger=()), WORDS) == ()
    closed = [replace(c, withheld=True, tallies=None) for c in SESSION.rounds[0].cards]
    assert showed(replace(SESSION, rounds=(replace(SESSION.rounds[0], cards=tuple(closed)),), ledger=()), WORDS) == ()
