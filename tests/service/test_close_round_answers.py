"""Closing a questionnaire: the same steps as a placing round, with sheets of answers and texts."""

import pytest

from tests.helpers.rooms import TOKENS, Room, a_room
from workshop.domain.confidence import ITEMS
from workshop.domain.results import AnswersResult
from workshop.service.perform import Done


@pytest.fixture
def room() -> Room:
    return a_room()


def test_a_questionnaire_closes_the_same_way(room):
    room.join(6)
    room.go("confidence")
    found = room.head.round_here()
    assert found is not None
    for token in TOKENS[:6]:
        for item in ITEMS:
            sent = room.delegate(token, "confidence.answer", round=found.id, item=item, asked="now", value=4)
            assert isinstance(sent, Done)
    assert isinstance(room.facilitate("confidence.close", round=found.id), Done)
    recorded = room.context.record.round(room.id, found.id)
    assert isinstance(recorded, AnswersResult) and recorded.answered == 6
    assert (recorded.items[0].median, recorded.items[0].bands) == (4, None), "six in one band: the others would be none"
    assert room.collection(f"answers.{found.id}") == {}
    assert room.context.live.seat(room.id, TOKENS[0]).slot(found.id, "answers") == ""


def test_texts_of_a_reflection_come_shuffled_under_ids_that_no_phone_knows(room):
    room.join(6)
    room.go("reflection")
    found = room.head.round_here()
    assert found is not None
    for number, token in enumerate(TOKENS[:6]):
        said = room.delegate(token, "reflection.say", round=found.id, field="will_do", text=f"I will do {number}.")
        assert isinstance(said, Done)
    assert isinstance(room.facilitate("reflection.close", round=found.id), Done)
    texts = room.collection("texts")
    assert sorted(t["text"] for t in texts.values()) == [f"I will do {n}." for n in range(6)]
    assert not any(token.strip("_") in str(texts) for token in TOKENS)
    assert room.collection(f"answers.{found.id}") == {}
