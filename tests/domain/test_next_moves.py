"""One question for each kind of a card, from what was told and nothing else."""

import pytest

from workshop.domain.agreement import LABELS
from workshop.domain.next_moves import COMPARED, NextMove, compared, next_move, sides
from workshop.domain.results import Camp, CardResult, Reasons


def card(label, below=(), above=(), unsure=0, ends=False):
    camps = {"low": Camp(0, 1, 8, below), "high": Camp(3, 4, 8, above)} if ends else {}
    reasons = {} if ends else {"reasons": Reasons(below=below, above=above)}
    return CardResult("c1", withheld=False, placed=16, need_to_know=unsure, label=label, **camps, **reasons)


def test_every_kind_has_a_question_and_what_was_not_told_has_none():
    assert all(next_move(card(label)) for label in LABELS)
    assert next_move(CardResult("c1", withheld=True, why="few")) is None
    assert next_move(CardResult("c1", withheld=True, why="unsure", label="unsure")) == NextMove(
        "answer", missing_first=True
    )


@pytest.mark.parametrize("label", ["split", "spread"])
@pytest.mark.parametrize(
    ("below", "above", "found"),
    [
        (("consent",), ("power",), NextMove("each", "consent", "power")),
        (("consent", "power"), ("power", "law"), NextMove("each", "consent", "law")),
        (("consent",), ("consent",), NextMove("both", "consent", "consent")),
        ((), ("power",), NextMove("one", None, "power")),
        (("consent",), (), NextMove("one", "consent", None)),
    ],
)
def test_a_question_names_what_only_one_side_named_or_what_both_did(label, below, above, found):
    got = next_move(card(label, below, above, ends=label == "split"))
    shared = [r for r in below if r in above]
    assert got == (NextMove("both", shared[0], shared[0]) if label == "split" and shared else found)


def test_without_a_name_the_question_names_nothing():
    assert (next_move(card("split", ends=True)).ask, next_move(card("spread")).ask) == ("ends", "narrow")
    assert (next_move(card("neighbouring")).ask, next_move(card("settled")).ask) == ("stage", "easy")


@pytest.mark.parametrize(("unsure", "first"), [(7, False), (8, True)])
@pytest.mark.parametrize("label", ["split", "spread", "neighbouring", "settled"])
def test_where_half_as_many_need_to_know_more_it_begins_with_what_is_missing(label, unsure, first):
    assert next_move(card(label, unsure=unsure)).missing_first is first


def test_the_sides_are_the_ends_of_a_split_else_those_of_the_median():
    assert sides(card("split", ("law",), ("age",), ends=True)) == (("law",), ("age",))
    assert sides(card("spread", ("law",), ("age",))) == (("law",), ("age",))


@pytest.mark.parametrize(
    ("stage", "response", "found"),
    [
        ("settled", "split", "agree_differ"),
        ("settled", "spread", "agree_differ"),
        ("neighbouring", "split", "close_differ"),
        ("split", "settled", "differ_less"),
        ("split", "neighbouring", "differ_less"),
        ("spread", "split", "differ_both"),
        ("settled", "settled", "neither"),
        ("unsure", "settled", None),
        ("settled", "unsure", None),
        ("settled", None, None),
        (None, "split", None),
    ],
)
def test_both_questions_are_set_side_by_side_by_their_kinds_alone(stage, response, found):
    assert compared(stage, response) == found


def test_every_comparison_there_is_can_come_up():
    assert {compared(a, b) for a in LABELS for b in LABELS} == {None, *COMPARED}
