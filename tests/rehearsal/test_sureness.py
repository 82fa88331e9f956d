"""A simulated room is asked what holds: the same seed says the same, once of everything, and leans by the item."""

from workshop.rehearsal.answer_policy import AnswerPolicy
from workshop.rehearsal.sureness import Sureness, asked_of

ITEM = {"id": "item01", "what": "link", "kind": "because", "first": "One", "second": "Two"}
QUESTION = {"id": "plain", "what": "question", "kind": "", "first": "", "second": ""}
PART = {"round": "h1", "items": [ITEM, QUESTION], "reasons": ["known", "told", "timing", "age"]}


def everybody():
    phones = [Sureness() for _ in range(40)]
    return [list(phone.answers(AnswerPolicy(4, who), PART)) for who, phone in enumerate(phones)], phones


def test_every_phone_answers_everything_once_and_the_same_seed_the_same():
    said, phones = everybody()
    assert said == everybody()[0]
    assert all([b["item"] for b in one] == ["item01", "plain"] for one in said)
    assert all(phone.said[1]["question"] == "plain" and phone.said[0]["first"] == "One" for phone in phones)


def test_a_reason_goes_with_a_yes_or_a_no_and_never_with_a_question():
    said, _ = everybody()
    for link, question in said:
        assert link["reason"] is None or link["answer"] in ("yes", "no")
        assert question["reason"] is None
    assert {link["answer"] for link, _ in said} >= {"yes", "partly"}


def test_links_and_sentences_are_asked_first_then_the_questions():
    notes = [{"id": i, "text": i.upper()} for i in "ab"]
    links = [{"id": "x", "source": "b", "target": "a", "kind": "eases"}]
    written = {p: {"text": t} for p, t in (("because", "It began."), ("kept_going", ""), ("eased", ""), ("rival", ""))}
    first, second = asked_of({"notes": notes, "links": links, "explanation": written})
    assert first == {"links": ["x"], "sentences": ["because"]} and second == {"questions": True}
