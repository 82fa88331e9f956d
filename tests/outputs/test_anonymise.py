"""The only door: what was shown and kept goes through, the rest does not, and order tells nothing."""

import random
from dataclasses import replace

import pytest

from tests.helpers.case import CASE
from tests.helpers.output import checkpoint, facts, record, told, written
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.results import AnswersResult, Camp, CardResult, Movement, RoundResult
from workshop.outputs.anonymise import anonymise

SPLIT = CardResult(
    card="c1", withheld=False, placed=20, need_to_know=6, tallies=(8, 2, 0, 10, 0), median="inappropriate",
    agreement=-0.2, label="split", missing=(("consent", 5), ("age", 3)), certainty=(1, 2, 3, 4, 5),
    low=Camp(0, 1, 10, ("consent", "motive")), high=Camp(3, 3, 10, ("consent",)), shared_reason="consent",
    movement=Movement(same=12, typical=0, harmful=8), whys=(("heard", 6), ("reread", 4)),
)  # fmt: skip


def through(*rounds, delegates=24, kept=None):
    return anonymise(facts(delegates), CASE, rounds, kept or checkpoint())


def shown(*cards, id="r1", cause="first", revealed=True, information=None):
    return RoundResult(id, "s1", cause, information, "hackett5", revealed, cards)


def card(*rounds, **others):
    return through(*rounds, **others).rounds[-1].cards[0]


def test_only_rounds_that_the_room_was_shown_and_not_the_warm_up():
    out = through(shown(SPLIT), shown(SPLIT, id="r2", revealed=False), shown(SPLIT, id="w1", cause="warm_up"))
    assert [r.round for r in out.rounds] == ["r1"]


def test_new_information_comes_with_its_words():
    assert through(shown(SPLIT, information="i1", cause="information")).rounds[0].information_text.startswith("Bo has")


def test_certainty_never_leaves():
    assert not hasattr(card(shown(SPLIT)), "certainty")


def test_reasons_of_both_ends_only_from_k_people():
    both = card(shown(SPLIT))
    assert (both.low.reasons, both.high.reasons, both.shared_reason) == (("Consent", "Motive"), ("Consent",), "Consent")
    few = card(shown(replace(SPLIT, high=Camp(3, 3, 4, ("consent",)))))
    assert (few.low.reasons, few.high.reasons, few.shared_reason) == (("Consent", "Motive"), (), None)


def test_topics_are_named_without_counts_and_only_of_k_who_need_to_know_more():
    assert card(shown(SPLIT)).missing == ("Consent", "Age and stage")
    assert card(shown(replace(SPLIT, need_to_know=4))).missing == ()


def test_movement_needs_an_earlier_placing_in_the_same_report():
    assert card(shown(SPLIT)).movement is None
    again = card(shown(SPLIT), shown(SPLIT, id="r2", cause="discussion"))
    assert (again.movement, again.whys) == (SPLIT.movement, ("Something I heard",))
    assert (again.earlier.round, again.earlier.tallies) == ("r1", SPLIT.tallies)
    joined = replace(SPLIT, movement=Movement(same=14, moved=6))
    assert card(shown(SPLIT), shown(joined, id="r2", cause="discussion")).movement is None


def test_a_withheld_card_has_no_figure():
    hidden = CardResult("c1", withheld=True, need_to_know=12)
    assert card(shown(hidden)).need_to_know == 12
    assert card(shown(hidden), delegates=15).need_to_know is None
    assert card(shown(SPLIT), shown(hidden, id="r2", cause="discussion")).earlier is None


def test_support_below_k_is_neither_told_nor_ordered_by():
    notes = {
        "n1": {"section": "known", "text": "B", "version": 1},
        "n2": {"section": "known", "text": "A", "version": 1},
    }
    few = through(kept=checkpoint(notes, support={"n1": 4, "n2": 1})).formulation.notes
    assert [(n.text, n.support) for n in few] == [("A", None), ("B", None)]
    many = through(kept=checkpoint(notes, support={"n1": 5, "n2": 1})).formulation.notes
    assert [(n.text, n.support) for n in many] == [("B", 5), ("A", None)]


def test_needs_from_k_and_with_a_lower_limit_when_nearly_all_have_them():
    reflection = AnswersResult(
        "q1", "s1", "reflection", "closing", 24, tags=(("law", 23), ("families", 9), ("myself", 4))
    )
    assert [(n.need, n.n, n.at_least) for n in through(reflection).needs] == [
        ("The law and guidance", 20, True),
        ("Working with families", 9, False),
    ]
    assert through(replace(reflection, answered=None)).needs == ()


def test_only_what_the_facilitator_kept():
    out = through(kept=written("Ask first"))
    assert out.kept_questions == ("Ask first",)
    assert out.kept_texts == (("will_do", "Ask first"), ("still_need", "Ask first"))


@pytest.mark.parametrize("seed", range(5))
def test_no_order_of_writing_shows(seed):
    kept = written("Ask first")
    mixed = {name: shuffled(seed, slices) for name, slices in kept.collections.items()}
    rounds, answers = record(3, 24)
    closed = [*rounds, *answers]
    again = Checkpoint(kept.head, mixed, shuffled(seed, kept.support))
    assert anonymise(facts(24), CASE, closed, again) == anonymise(facts(24), CASE, closed, kept)


def shuffled(seed, slices):
    items = list(slices.items())
    random.Random(seed).shuffle(items)
    return dict(items)


def test_no_random_id_leaves():
    assert not {"n1", "n2", "l1", "a1", "q1", "t0"} & set(str(told(kept=written("words"))).split("'"))
