"""Heads and frozen results survive the way to JSON and back, whatever is in them."""

import json

from hypothesis import given
from hypothesis import strategies as st

from workshop.activities import codec
from workshop.domain.live import Head, Round, Step, Timer
from workshop.domain.results import AnswersResult, CardResult, RoundResult

settings = st.dictionaries(st.text(), st.one_of(st.text(), st.integers(), st.lists(st.text())))
heads = st.builds(
    Head,
    steps=st.lists(st.builds(Step, settings=settings)).map(tuple),
    rounds=st.dictionaries(st.text(), st.builds(Round)),
    timer=st.none() | st.builds(Timer, started=st.floats(allow_nan=False, allow_infinity=False)),
)
cards = st.builds(CardResult, agreement=st.none() | st.floats(-1, 1))
rounds = st.builds(RoundResult, cards=st.lists(cards, max_size=3).map(tuple))
answers = st.builds(AnswersResult)


@given(heads)
def test_a_head_comes_back_as_it_was(head):
    text = codec.head_to_json(head)
    assert codec.head_from_json(text) == head
    assert list(json.loads(text)["rounds"]) == list(head.rounds), "rounds keep the order in which they were opened"


@given(rounds)
def test_a_rounds_result_comes_back_as_it_was(result):
    assert codec.round_result(json.loads(json.dumps(codec.result_to_slice(result)))) == result


@given(answers)
def test_a_questionnaires_result_comes_back_as_it_was(result):
    assert codec.answers_result(json.loads(json.dumps(codec.result_to_slice(result)))) == result
