"""What changed, applied to what was, is what is: for any JSON, keys in their order too; and little for an edit."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.differing import examples, made
from workshop.domain.differences import applied, difference

NUMBERS = st.integers(-3, 3) | st.sampled_from([0.5, 1.0, 2.0])
SCALARS = st.none() | st.booleans() | NUMBERS | st.text("a/~01", max_size=3)
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(st.text("a/~01", max_size=2), inner, max_size=4)
        | st.lists(st.fixed_dictionaries({"id": st.sampled_from("abcdef"), "v": inner}), max_size=6)
        | st.lists(st.sampled_from("abcdef"), max_size=6)
    ),
    max_leaves=20,
)
NOTES = [{"id": f"n{n}", "text": f"note {n}", "by": ["a", "b"], "place": {"x": n}} for n in range(60)]


@given(JSON, JSON)
def test_what_changed_applied_to_what_was_is_what_is(old, new):
    before = json.dumps(old)
    operations = json.loads(json.dumps(difference(old, new)))
    assert json.dumps(applied(old, operations)) == json.dumps(new)
    assert json.dumps(old) == before, "nothing that is handed in is altered"


@given(JSON)
def test_what_did_not_change_takes_no_operation(value):
    assert difference(value, json.loads(json.dumps(value))) == []


@given(st.permutations(range(8)), st.permutations(range(8)), st.integers(0, 8), st.integers(0, 8))
def test_items_with_ids_that_move_come_and_go(old, new, some, others):
    was, is_ = ([{"id": str(n), "v": n} for n in order[:most]] for order, most in ((old, some), (new, others)))
    found = difference(was, is_)
    assert applied(was, found) == is_
    assert len(found) <= len(was) + len(is_)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (
            [*NOTES[:30], {"id": "new", "text": "in the middle"}, *NOTES[30:]],
            [{"op": "add", "path": "/30", "value": {"id": "new", "text": "in the middle"}}],
        ),
        (NOTES[:7] + NOTES[8:], [{"op": "remove", "path": "/7"}]),
        (
            [*NOTES[:5], {**NOTES[5], "text": "other words"}, *NOTES[6:]],
            [{"op": "replace", "path": "/5/text", "value": "other words"}],
        ),
        (
            [NOTES[59], *NOTES[:59]],
            [{"op": "remove", "path": "/59"}, {"op": "add", "path": "/0", "value": NOTES[59]}],
        ),
        (
            [{**NOTES[0], "by": ["a", "c", "b"]}, *NOTES[1:]],
            [{"op": "add", "path": "/0/by/1", "value": "c"}],
        ),
    ],
    ids=["one comes", "one goes", "one is edited", "one moves", "one name in a list of names"],
)
def test_an_edit_is_as_many_operations_as_things_that_were_done(new, expected):
    assert difference(NOTES, new) == expected


def test_keys_that_would_end_in_another_order_go_with_their_object():
    assert difference({"a": 1, "b": 2}, {"b": 2, "a": 1}) == [{"op": "replace", "path": "", "value": {"b": 2, "a": 1}}]
    assert difference({"a": 1, "c": 2}, {"c": 2, "d": 3}) == [
        {"op": "remove", "path": "/a"},
        {"op": "add", "path": "/d", "value": 3},
    ]


def test_keys_are_written_as_pointers_have_them():
    assert difference({"a/b": {"~1": 1}}, {"a/b": {"~1": 2}}) == [{"op": "replace", "path": "/a~1b/~01", "value": 2}]


def test_true_is_not_one():
    assert difference([True, 1], [1, True]) != []


def test_what_no_operation_touches_is_the_very_same():
    old = {"a": {"b": [1]}, "c": {"d": 1}}
    assert applied(old, [{"op": "replace", "path": "/c/d", "value": 2}])["a"] is old["a"]


def test_the_browsers_examples_are_of_now_and_hold_here_too():
    """The same that tests/js/differences.test.ts reads. `python -m tests.helpers.differing` makes them anew."""
    assert json.dumps(examples()) == json.dumps(made())
    for old, operations, new in examples():
        assert json.dumps(applied(old, operations)) == json.dumps(new)
