"""How sure the room was: through the door comes what was told of what is still there, and nothing below k."""

from dataclasses import replace

import pytest

from tests.helpers.case import CASE
from tests.helpers.output import WORDS, checkpoint, facts
from workshop.domain import agreed
from workshop.domain.agreed import Said
from workshop.domain.formulation import Link
from workshop.domain.results import AgreedResult
from workshop.outputs.anonymise import anonymise

NOTES = {
    "n1": {"section": "presenting", "text": "An image was passed on", "version": 1},
    "n2": {"section": "precipitating", "text": "A place in the team", "version": 1},
}
LINKS = {"l1": {"source": "n1", "target": "n2", "kind": "because"}}
EXPLANATION = {"because": {"text": "It began with a move.", "version": 1}}
KEPT = checkpoint(notes=NOTES, links=LINKS, explanation=EXPLANATION)
WORDED = {i: (n["section"], n["text"]) for i, n in NOTES.items()}
LINK = agreed.of_link("l1", Link("n1", "n2", "because"), WORDED)
SENTENCE = agreed.of_sentence("because", "It began with a move.")
SPLIT = [Said("yes", "known")] * 4 + [Said("no", "timing")] * 3 + [Said("cannot")]


def shown(*items, round="h1"):
    told = tuple(
        agreed.tally(replace(one, first="", second=""), said, [before] if before else [], 12, 5)
        for one, said, before in items
    )
    return AgreedResult(round, "s9", "items", told)


def made(*rounds, kept=KEPT, k=5):
    return anonymise(facts(12, k), CASE, rounds, kept, WORDS).formulation


def test_a_link_and_a_sentence_have_what_the_room_was_shown():
    formulation = made(shown((LINK, SPLIT, None), (SENTENCE, [Said("yes")] * 8, None)))
    (link,), ((part, sentence),) = formulation.links, formulation.agreement
    assert (link.agreement.yes, link.agreement.partly, link.agreement.no, link.agreement.cannot_say) == (4, 0, 3, 1)
    assert (link.agreement.reasons_yes, link.agreement.reasons_no) == (("known",), ("timing",))
    assert (part, sentence.yes, sentence.split, sentence.former) == ("because", 8, False, False)


@pytest.mark.parametrize("round", [shown((LINK, SPLIT[:4], None)), replace(shown((LINK, SPLIT, None)), revealed=False)])
def test_below_the_floors_or_not_shown_nothing_leaves(round):
    assert made(round).links[0].agreement is None


def test_the_door_asks_for_k_once_more():
    assert made(shown((LINK, SPLIT, None)), k=9).links[0].agreement is None


def test_what_is_gone_is_not_told_and_what_has_other_words_says_so():
    round = shown((LINK, SPLIT, None), (SENTENCE, SPLIT, None))
    assert made(round, kept=checkpoint(notes=NOTES)).agreement == ()
    other = checkpoint(NOTES, LINKS, {"because": {"text": "It began with a new school.", "version": 2}})
    assert made(round, kept=other).agreement[0][1].former


def test_of_two_looks_the_one_that_was_told_last():
    first = shown((LINK, SPLIT, None))
    (before,) = first.items
    stands = shown((LINK, SPLIT[:-1], before), round="h2")
    assert made(first, stands).links[0].agreement.former and made(first, stands).links[0].agreement.cannot_say == 1
    moved = shown((LINK, [Said("yes")] * 8, before), round="h2")
    assert made(first, moved).links[0].agreement.yes == 8


def test_the_questions_come_in_their_order_without_a_sum():
    written = {"because": "It began with a move."}
    asked = [(agreed.of_question(id, written), [Said("yes")] * 6, None) for id in reversed(agreed.QUESTIONS)]
    assert [id for id, _ in made(shown(*asked)).quality] == list(agreed.QUESTIONS)
