"""Numbers, lists and causes as a report says them."""

from dataclasses import replace

import pytest

from tests.helpers.output import WORDS, facts, told
from workshop.domain.agreement import LABELS
from workshop.domain.results import Movement
from workshop.outputs.blocks.model import Kind, Run
from workshop.outputs.blocks.phrases import Phrases, agreement, capital, dotted, numbered

SAID = Phrases(WORDS)


def test_small_numbers_are_words():
    assert [SAID.number(n) for n in (1, 8, 12, 13, 30)] == ["one", "eight", "twelve", "13", "30"]
    assert [SAID.several("cards", n) for n in (1, 8, 30)] == ["one card", "eight cards", "30 cards"]


def test_lists_end_with_and():
    assert [SAID.listed(list(some)) for some in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


def test_what_stands_out_is_found_wherever_a_language_puts_it():
    heard, card = "Bo {strong} has stopped", "“Thing {heard}”"
    before, strong, after = SAID.with_strong("moved.information.text", card, heard=heard, went="It went")
    assert strong == Run(card, strong=True)
    assert before.text == f"After hearing “{heard}”, people placed "
    assert after.text == " again. It went. Movement is not correctness."


def test_every_kind_has_a_name_and_no_kind_has_none():
    assert [SAID.kind(k) for k in LABELS[-1:]] == [Kind("settled", "Settled")]
    assert all(SAID.kind(k).name for k in LABELS)
    assert SAID.kind(None) is SAID.kind("") is SAID.kind("unheard of") is None


def test_the_lead_says_what_when_and_how_many():
    assert SAID.lead(told()) == "A test case, a fictional case · 24 November 2026 · 24 people · half day · four cards"
    few = replace(told(delegates=3), rounds=(), facts=facts(3, fictional=False))
    assert SAID.lead(few) == "A test case · 24 November 2026 · half day"


def test_a_round_is_named_by_its_cause():
    first, later = told().rounds
    assert [SAID.heading(first, 1), SAID.heading(later, 2)] == [
        "Round 1: first placing",
        "Round 2: after new information",
    ]
    assert SAID.happened(first) == "Four cards placed in private, before any discussion."
    assert SAID.happened(later) == "Two cards placed again, after hearing:"
    one = replace(later, cause="discussion", cards=later.cards[:1])
    assert SAID.happened(one) == "One card placed again, after talking about both ends."


@pytest.mark.parametrize(
    ("movement", "said"),
    [
        (None, [("", "How many moved is not told here: it would point at one or two people.")]),
        (Movement(9, 0, 6), [("9", "stayed"), ("6", "moved towards harmful")]),
        (Movement(0, 0, 0), [("0", "moved")]),
    ],
)
def test_movement_is_said_in_parts(movement, said):
    card = replace(told().rounds[0].cards[0], movement=movement)
    assert [(n, w.replace("sexually ", "")) for n, w in SAID.moved(card, told().ends)] == said


@pytest.mark.parametrize("why", [None, "few", "stands", "aside", "unsure", "earlier_version"])
def test_what_is_not_told_has_its_reason(why):
    said = SAID.not_told(facts(24, k=8), replace(told().rounds[0].cards[0], why=why))
    assert said.endswith(".") and ("eight" in said) == (why in (None, "few"))


def test_words_side_by_side():
    assert dotted("a", "", "b") == "a · b" and numbered(told())[0].startswith("1 ")
    assert (capital("one card"), agreement(-0.204), agreement(None)) == (
        "One card",
        "−0.20",
        "–",
    )
    assert SAID.stages(told()) == dotted(*numbered(told()))
    assert SAID.all("plan.heads")[0] == "What will be done"
