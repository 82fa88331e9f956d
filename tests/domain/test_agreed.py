"""What is told of one item: by the floors of a first placing; contested when a third stands on each side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain import agreed
from workshop.domain.agreed import Said, is_split, key_of, moved, tally
from workshop.domain.formulation import Link

K = 5
NOTES = {"a": ("known", "An image was passed on"), "b": ("precipitating", "A place in the team")}
LINK = agreed.of_link("x", Link("a", "b", "because"), NOTES)
ROOM = st.lists(st.builds(Said, st.sampled_from([*agreed.ANSWERS, None])), max_size=14)


def room(yes=0, partly=0, no=0, cannot=0, reason=None):
    of = {"yes": yes, "partly": partly, "no": no, "cannot": cannot}
    return [Said(a, reason if a in ("yes", "no") else None) for a, n in of.items() for _ in range(n)]


def told(said, before=(), asked=LINK, people=None):
    return tally(asked, said, before, people if people is not None else len(said), K)


@pytest.mark.parametrize(
    ("cells", "split"),
    [
        ((3, 0, 3), True),
        ((4, 4, 4), True),
        ((4, 5, 4), False),
        ((9, 0, 5), True),
        ((10, 0, 4), False),
        ((5, 0, 0), False),
        ((0, 5, 0), False),
        ((0, 0, 0), False),
        ((1, 0, 1), True),
    ],
)
def test_an_item_is_contested_when_a_third_says_yes_and_a_third_no(cells, split):
    assert is_split(*cells) is split


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_the_rule_has_two_equal_sides(yes, partly, no):
    assert is_split(yes, partly, no) is is_split(no, partly, yes)
    if is_split(yes, partly, no):
        assert 3 * yes >= yes + partly + no <= 3 * no


def test_below_k_who_weigh_it_nothing_is_told():
    few = told(room(yes=2, partly=1, no=1, cannot=3))
    assert (few.why, few.tallies, few.cannot, few.split, few.yes) == ("few", None, None, False, ())
    assert told(room(yes=1, cannot=9), people=10).why == "few"  # one would be left
    assert told(room(cannot=9), people=9).why == "unsure"


def test_from_k_every_answer_is_told_however_few_gave_it():
    found = told(room(yes=3, partly=1, no=1, cannot=1))
    assert (found.why, found.tallies, found.cannot) == (None, (3, 1, 1), 1)


def test_reasons_are_told_of_a_split_item_from_three_of_a_side():
    split = told(room(yes=3, reason="timing") + room(no=3, reason="known"))
    assert (split.split, split.yes, split.no) == (True, ("timing",), ("known",))
    two = told(room(yes=3, reason="timing") + room(no=2, reason="known") + room(no=1, reason="age"))
    assert (two.split, two.yes, two.no) == (True, ("timing",), ())
    assert told(room(yes=9, reason="timing")).yes == ()


def test_reasons_stand_in_the_order_of_the_list_and_not_by_number():
    many = room(yes=6, reason="worded") + room(yes=3, reason="known") + room(no=6)
    assert told(many).yes == ("known", "worded")


def test_a_newer_picture_is_told_only_if_three_answered_otherwise():
    first = told(room(yes=6, no=4, cannot=2))
    newer = agreed.of_link("x", Link("a", "b", "because"), {**NOTES, "b": ("precipitating", "A place in the year")})
    stands = tally(newer, room(yes=8, no=2, cannot=2), [first], 12, K)
    assert (stands.why, stands.tallies, stands.cannot) == ("stands", first.tallies, first.cannot)
    moves = tally(newer, room(yes=9, no=1, cannot=2), [first], 12, K)
    assert (moves.why, moves.tallies) == (None, (9, 0, 1))


@given(ROOM, ROOM, st.integers(0, 13), st.sampled_from([*agreed.ANSWERS, None]))
def test_one_phone_moves_nothing_that_is_not_told(first, second, who, instead):
    """Below the floors, and of two looks, whatever one phone says instead: what is told is the same to the letter."""
    before = told(first)
    other = [Said(instead) if n == who else s for n, s in enumerate(second)]
    pair = [tally(LINK, s, [before] if before.tallies else [], 14, K) for s in (second, other)]
    hidden = [p for p in pair if p.why is not None]
    for p in hidden:
        assert p.tallies == (before.tallies if p.why == "stands" else None)
        assert not (p.why == "few" and (p.yes or p.no or p.split))
    if len(hidden) == 2 and hidden[0].why == hidden[1].why:
        assert hidden[0] == hidden[1]


@given(ROOM, st.integers(0, 13), st.sampled_from([*agreed.ANSWERS, None]))
def test_two_looks_never_differ_by_one_or_two(first, who, instead):
    """The attacker's best case: all answer twice alike but one, who went, came, or says something else."""
    before = told(first)
    if before.tallies is None or before.cannot is None:
        return
    other = [Said(instead) if n == who else s for n, s in enumerate(first)]
    for second in (other, [s for n, s in enumerate(first) if n != who], [*first, Said(instead)]):
        again = tally(LINK, second, [before], 14, K)
        assert (again.why, again.tallies, again.cannot) == ("stands", before.tallies, before.cannot)


@given(ROOM, ROOM, st.integers(0, 13), st.sampled_from([*agreed.ANSWERS, None]))
def test_of_three_wordings_the_third_is_held_against_the_first_too(first, second, who, instead):
    """Somebody words it so, then otherwise, then nearly as at first: the first and the third differ by one phone."""
    looks = [p for p in (told(first), told(second)) if p.tallies is not None]
    if told(first).tallies is None:
        return
    third = [Said(instead) if n == who else s for n, s in enumerate(first)]
    again = tally(LINK, third, looks, 14, K)
    assert (again.why, again.tallies, again.cannot) == ("stands", looks[-1].tallies, looks[-1].cannot)


def test_how_many_answered_otherwise_at_least():
    assert moved((3, 0, 3, 0), (3, 0, 3, 0)) == 0
    assert moved((3, 0, 3, 0), (5, 0, 1, 0)) == 2
    assert moved((3, 0, 3, 0), (3, 0, 3, 3)) == 3
    assert moved((6, 0, 3, 0), (3, 0, 3, 0)) == 3


def test_signs_spaces_and_case_are_no_other_words():
    assert key_of("It began.", "A move") == key_of("  it BEGAN", "a move!")
    assert key_of("It began.") != key_of("It began again.")


def test_a_link_made_anew_between_the_same_notes_is_the_same_subject():
    again = agreed.of_link("y", Link("a", "b", "because"), NOTES)
    assert (again.subject, again.key) == (LINK.subject, LINK.key) and again.id != LINK.id
    assert agreed.of_link("z", Link("b", "a", "because"), NOTES).subject != LINK.subject


def test_a_question_may_be_asked_again_when_the_explanation_has_changed():
    before, after = (agreed.of_question("plain", {"because": text}) for text in ("One.", "Two."))
    assert before.subject == after.subject and before.key != after.key
    assert agreed.of_sentence("because", "One.").key != before.key


def test_what_was_told_last_is_by_subject():
    first, few = told(room(yes=6)), told(room(yes=2))
    assert agreed.told_last([first, few]) == {LINK.subject: first}


def test_what_was_told_before_is_all_of_a_subject_in_its_order():
    first, few, third = told(room(yes=6)), told(room(yes=2)), told(room(no=6))
    assert agreed.told_before([first, few, third]) == {LINK.subject: [first, third]}


def test_of_a_question_nothing_but_its_figures_is_told():
    asked = agreed.of_question("plain", {"because": "One."})
    found = told(room(yes=4, reason="known") + room(no=4, reason="age"), asked=asked)
    assert (found.tallies, found.split, found.yes, found.no) == ((4, 0, 4), False, (), ())
