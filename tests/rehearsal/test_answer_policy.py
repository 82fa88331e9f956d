"""Simulated people decide by seed, person and question alone."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from workshop.rehearsal.answer_policy import AnswerPolicy

STAGES = ("expected", "inappropriate", "problematic", "abusive", "violent")
REASONS = ("consent", "power", "pressure", "frequency")
TOPICS = ("age", "consent", "context")
SEEDS = st.integers(0, 10_000)


@given(SEEDS, st.integers(0, 999), st.text(min_size=1, max_size=8))
def test_the_same_seed_gives_the_same_answers(seed, who, card):
    first, second = (AnswerPolicy(seed, who).first(card, STAGES, REASONS, TOPICS) for _ in range(2))
    assert first == second


@given(
    SEEDS, st.integers(0, 99), st.sampled_from(STAGES), st.sampled_from(["up", "down", "either", "plan", "none", ""])
)
def test_placing_again_moves_one_stage_at_most(seed, who, earlier, effect):
    again = AnswerPolicy(seed, who).again("c1", earlier, effect, STAGES, REASONS, TOPICS, "r2")
    assert abs(STAGES.index(again["stage"]) - STAGES.index(earlier)) <= 1


@given(SEEDS, st.integers(0, 99))
def test_an_answer_is_one_that_a_board_takes(seed, who):
    answer = AnswerPolicy(seed, who).first("c1", STAGES, REASONS, TOPICS)
    assert (answer["stage"] is None) == bool(answer["missing"])
    assert set(answer["reasons"]) <= set(REASONS)
    assert answer["certainty"] in (None, 2, 3, 4, 5)


def test_people_and_cards_differ():
    room = [
        [AnswerPolicy(3, who).first(f"c{n}", STAGES, REASONS, TOPICS)["stage"] for n in range(8)] for who in range(24)
    ]
    assert len({tuple(map(str, person)) for person in room}) > 20
    assert len(Counter(str(stage) for person in room for stage in person)) >= 4


def test_tokens_are_as_long_as_a_phone_s_and_all_different():
    tokens = {AnswerPolicy(seed, who).token() for seed in range(5) for who in range(50)}
    assert len(tokens) == 250
    assert {len(token) for token in tokens} == {43}
