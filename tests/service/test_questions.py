"""Questions come to the facilitator in shuffled batches of three, or at question time; none twice, none lost."""

import pytest

from tests.helpers.rooms import TOKENS, Room, a_room, beside
from workshop.service.perform import Done
from workshop.service.questions import release_questions


@pytest.fixture
def room() -> Room:
    return a_room()


def ask(room: Room, number: int) -> None:
    sent = room.delegate(TOKENS[number % len(TOKENS)], "questions.ask", text=f"Question {number}?")
    assert isinstance(sent, Done)


def texts(room: Room, collection: str = "questions") -> list[str]:
    return sorted(q["text"] for q in room.collection(collection).values())


def test_two_wait_and_the_third_brings_all(room):
    ask(room, 1)
    ask(room, 2)
    assert (texts(room), texts(room, "questions.held")) == ([], ["Question 1?", "Question 2?"])
    held = set(room.collection("questions.held"))
    ask(room, 3)
    assert (texts(room), texts(room, "questions.held")) == (["Question 1?", "Question 2?", "Question 3?"], [])
    assert not held & set(room.collection("questions")), "the ids of a batch say nothing about its arrival"
    ask(room, 4)
    assert texts(room, "questions.held") == ["Question 4?"]


def test_at_question_time_nothing_waits(room):
    ask(room, 1)
    room.go("questions")
    assert texts(room) == ["Question 1?"]
    ask(room, 2)
    assert texts(room) == ["Question 1?", "Question 2?"]


def test_a_batch_is_shuffled():
    orders = set()
    for _ in range(40):
        room = a_room()
        for n in (1, 2, 3):
            ask(room, n)
        orders.add(tuple(q["text"] for q in room.collection("questions").values()))
    assert len(orders) > 1


def test_one_that_comes_while_a_batch_is_let_through_is_neither_lost_nor_doubled(room):
    for n in (1, 2):
        ask(room, n)
    other = beside(room)
    room.join(5)
    room.seated |= set(TOKENS[:5])
    room.house.live.meanwhile = [lambda: None, lambda: ask(other, 4)]  # before the third lies there; before it goes
    ask(room, 3)
    assert texts(room) == ["Question 1?", "Question 2?", "Question 3?", "Question 4?"]
    assert texts(room, "questions.held") == []
    counts = room.house.live.view(room.id, lambda head: ()).counts
    assert (counts["held"], counts["questions"]) == (0, 4)


def test_nothing_held_is_nothing_to_do(room):
    before = room.house.live.revision(room.id)
    release_questions(room.house, room.id)
    assert room.house.live.revision(room.id) == before


def test_three_who_ask_at_the_same_instant_are_a_batch(room):
    """Each of them loads before any of the others has written: none sees that it is the third."""
    second, third = beside(room), beside(room)
    second.house.live.meanwhile = [lambda: ask(third, 3)]
    room.house.live.meanwhile = [lambda: ask(second, 2)]
    ask(room, 1)
    assert texts(room) == ["Question 1?", "Question 2?", "Question 3?"]
    assert texts(room, "questions.held") == []


def test_a_room_that_has_gone_on_from_question_time_holds_them_again(room):
    room.go("questions")
    room.go("board")
    ask(room, 1)
    release_questions(room.house, room.id)
    assert texts(room, "questions.held") == ["Question 1?"]
