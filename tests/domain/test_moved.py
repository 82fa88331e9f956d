"""What moved the room: told pictures beside each other, what was expected, and what may be said of what happened."""

from workshop.domain.moved import what_moved_us
from workshop.domain.results import CardResult, Movement, RoundResult

MOVED = Movement(same=9, typical=0, harmful=6)


def told(card, tallies, **more):
    return CardResult(
        card, withheld=False, placed=sum(tallies), need_to_know=0, tallies=tallies, label="spread", **more
    )


def shown(round_id, cause, *cards, information=None, revealed=True):
    return RoundResult(round_id, "s1", cause, information, "hackett5", revealed, cards)


FIRST = shown("r1", "first", told("c1", (3, 3, 3, 3, 3)), CardResult("c2", withheld=True, why="few"))
EFFECTS = {"i1": {"c1": "up", "c2": "none"}}


def test_a_row_has_what_was_told_before_and_after_and_what_was_expected():
    again = told("c1", (1, 2, 3, 4, 5), again=True, movement=MOVED)
    (row,) = what_moved_us([FIRST, shown("r2", "information", again, information="i1")], EFFECTS)
    (card,) = row.cards
    assert (row.round, row.cause, row.information) == ("r2", "information", "i1")
    assert (card.before.tallies, card.after, card.movement) == ((3, 3, 3, 3, 3), again, MOVED)
    assert (card.expected, card.happened) == ("up", "moved")


def test_after_a_discussion_nothing_is_expected():
    again = told("c1", (1, 2, 3, 4, 5), again=True)
    (row,) = what_moved_us([FIRST, shown("r2", "discussion", again)], EFFECTS)
    assert (row.cards[0].expected, row.cards[0].happened) == (None, "told")


def test_what_may_not_be_told_has_its_own_word_and_no_picture():
    for why, happened in {"stands": "stands", "aside": "aside", "few": "few", "unsure": "few"}.items():
        again = CardResult("c1", withheld=True, again=True, why=why)
        (row,) = what_moved_us([FIRST, shown("r2", "discussion", again)], EFFECTS)
        assert (row.cards[0].after, row.cards[0].movement, row.cards[0].happened) == (None, None, happened)


def test_a_picture_that_was_never_told_cannot_stand():
    again = CardResult("c2", withheld=True, again=True, why="stands")
    (row,) = what_moved_us([FIRST, shown("r2", "information", again, information="i1")], EFFECTS)
    assert (row.cards[0].before, row.cards[0].happened, row.cards[0].expected) == (None, "few", "none")


def test_the_picture_before_is_the_one_told_last():
    stood = CardResult("c1", withheld=True, again=True, why="stands")
    third = told("c1", (0, 0, 5, 5, 5), again=True)
    rows = what_moved_us([FIRST, shown("r2", "discussion", stood), shown("r3", "discussion", third)], {})
    assert [r.cards[0].before.tallies for r in rows] == [(3, 3, 3, 3, 3)] * 2


def test_first_placings_warm_ups_and_what_was_not_shown_are_no_rows():
    again = told("c1", (1, 2, 3, 4, 5), again=True)
    hidden = shown("r2", "discussion", again, revealed=False)
    assert what_moved_us([shown("w1", "warm_up", told("w01", (5, 0, 0))), FIRST, hidden], EFFECTS) == ()
