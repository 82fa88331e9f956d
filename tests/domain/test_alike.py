"""Which short notes are offered as a stack, by examples; and that the order in which they came plays no part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.alike import ALIKE, MOST, likeness, stacks

SAME = [
    ("Likes keep it going", "Likes keep this going"),
    ("The group chat rewards it with attention", "The chat rewards it with attention"),
    ("No adult looks at that space", "No adults look at this space"),
    ("A new school", "Moved to a new school"),
    ("Changed school", "Change of school"),
    ("Alone with a phone at night", "Alone at night, with the phone!"),
    ("Bullied at school", "Being bullied at school for months"),
    ("Tad yn gwrando", "Mae Tad yn gwrando"),
]
OTHER = [
    ("A new school", "A new teacher"),
    ("A teacher who listens", "A teacher he trusts"),
    ("Likes keep it going", "It gets a laugh every time"),
    ("Two", "Two again, and something else"),
    ("", "Anything"),
    ("?", "!"),
]
words = st.text(alphabet="abcé ħ", max_size=12)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_notes_that_share_most_of_their_letters_are_offered(one, other):
    assert likeness(one, other) >= ALIKE and stacks([("a", one), ("b", other)]) == (("a", "b"),)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_others_are_not(one, other):
    assert likeness(one, other) < ALIKE and stacks([("a", one), ("b", other)]) == ()


def test_letters_know_no_meaning_so_people_decide():
    assert likeness("He is not sorry", "He is sorry") >= ALIKE, "which is why nothing folds by itself"


def test_a_stack_holds_only_notes_that_are_all_alike_and_never_many():
    near = [("a", "one two three four"), ("b", "one two three five"), ("c", "one two six five")]
    assert all({"a", "c"} - set(s) for s in stacks(near)), "a and c are not alike, whatever b is"
    assert max(map(len, stacks([(str(n), "The same") for n in range(20)]))) == MOST


@given(st.lists(words, max_size=8).flatmap(lambda t: st.permutations([(f"n{i}", x) for i, x in enumerate(t)])))
def test_the_same_notes_are_the_same_stacks_in_any_order_each_in_one(notes):
    found = stacks(notes)
    assert found == stacks(sorted(notes))
    inside = [i for s in found for i in s]
    assert len(set(inside)) == len(inside) and all(len(s) > 1 for s in found)


@given(words, words)
def test_likeness_goes_both_ways_from_nothing_to_the_same(one, other):
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1
