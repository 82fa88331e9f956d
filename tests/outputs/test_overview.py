"""Sums over whole sessions, of what is told and nothing else; rooms that may be the same people by kinds only."""

import json
import random
from dataclasses import replace

from tests.helpers.told import a_card, a_move, reports, told
from workshop.outputs.overview import MOST_BLOCKS, Report, overview, read, same_words, written


def test_sessions_and_people_by_quarter():
    over = overview("2026", reports(told(), told(20, "2026-05-01", version=2), told(None, "2026-05-02", cards=())))
    assert (over.sessions, over.people, over.too_few) == (3, 32, 1)
    assert [(q.sessions, q.people, q.too_few) for q in over.quarters] == [(1, 12, 0), (2, 20, 1), (0, 0, 0), (0, 0, 0)]
    assert [b.people for b in over.quarters[1].blocks] == [20, None]
    assert read(written(over)) == over


def test_a_quarter_of_many_sessions_has_a_block_a_version():
    held = [told(version=1 + n % 2) for n in range(MOST_BLOCKS + 2)]
    blocks = overview("2026-Q1", reports(*held)).quarters[0].blocks
    assert [(b.version, b.sessions, b.people) for b in blocks] == [(1, 21, 252), (2, 21, 252)]


def test_cards_of_two_versions_are_one_when_words_and_scale_are_the_same():
    second = told(version=2, cards=(a_card("KEPT  it."), a_card("Another")))
    (case,) = overview("2026", reports(told(), second)).cases
    assert case.versions == ((1, 1), (2, 1))
    kept = next(c for c in case.cards if same_words(c.text) == "kept it")
    assert (kept.versions, kept.rooms, kept.tallies, kept.unsure) == ((1, 2), 2, (10, 0, 10), 4)
    other = told(version=2, stages=(("a", "A"), ("b", "B"), ("c", "C")))
    assert len(overview("2026", reports(told(), other)).cases) == 2
    assert [c.versions for c in overview("2026", reports(told(), second)).versions] == [((1, 1),), ((2, 1),)]


def test_rooms_that_may_not_be_added_up_count_by_their_kinds():
    apart = [Report(told(12), True), Report(told(13, cards=(a_card(kind="spread"),)), False)]
    (case,) = overview("2026", apart).cases
    (card,) = case.cards
    assert (card.rooms, card.kinds, card.tallies, card.unsure) == (2, (("split", 1), ("spread", 1)), None, None)
    (card,) = overview("2026", [*apart, Report(told(20), True)]).cases[0].cards
    assert (card.rooms, card.summed, card.tallies) == (3, 2, (10, 0, 10))


def test_moves_are_added_up_where_two_rooms_told_them():
    told_by = [told(12, moves=(a_move(),)), told(20, moves=(a_move(moved=(3, 10, 0)),))]
    (move,) = overview("2026", reports(*told_by)).cases[0].moves
    assert (move.rooms, move.told, move.moved, move.expected) == (2, 2, (3, 16, 5), "up")
    withheld = told(30, moves=(a_move(moved=None),))
    (move,) = overview("2026", reports(told_by[0], withheld)).cases[0].moves
    assert (move.rooms, move.told, move.moved) == (2, 0, None)


def test_confidence_is_of_rooms_and_needs_are_lower_limits():
    held = [told(12 + 5 * n, confidence=(("ask", "Ask", n % 3, 5),)) for n in range(6)]
    over = overview("2026", reports(*held))
    (item,) = over.confidence
    assert (item.rooms, item.start, item.start_range, item.end, item.end_range) == (6, 1, (0, 2), 5, (5, 5))
    assert (item.rose, item.same, item.fell) == (6, 0, 0)
    assert [(n.need, n.rooms, n.n) for n in over.needs] == [("The law", 6, 36)]
    one = overview("2026", reports(told()))
    assert (one.confidence, one.needs) == ((), ())


def test_themes_are_of_two_rooms_or_more_the_one_with_most_questions_first():
    rooms = ((("families", 1), ("law", 2)), (("families", 3), ("online", 9)), (("law", 2), ("families", 1)))
    over = overview("2026", reports(*(told(themes=themes) for themes in rooms)))
    assert [(t.theme, t.rooms, t.n) for t in over.themes] == [("families", 3, 5), ("law", 2, 4)]
    assert read(written(over)) == over


def test_what_was_written_before_there_were_themes_is_read():
    kept = json.loads(written(overview("2026", reports(told()))))
    kept.pop("themes")
    assert read(json.dumps(kept)).themes == ()


def test_rehearsals_are_in_nothing_and_test_data_are_of_nothing_else():
    both = reports(told(), told(20, rehearsal=True))
    assert overview("2026", both).people == 12 and overview("2026", both, test=True).people == 20


def test_their_order_does_not_matter():
    held = reports(*(told(9 + 5 * n, cards=(a_card(kind="split" if n % 2 else "spread"),)) for n in range(5)))
    mixed = list(held)
    random.Random(1).shuffle(mixed)
    assert overview("2026", mixed) == overview("2026", held)
    assert overview("2026", [replace(r) for r in held]) == overview("2026", held)
