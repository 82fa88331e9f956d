"""Questions come to the facilitator at fixed moments, all at once and shuffled; none twice, none lost."""

import pytest

from tests.helpers.rooms import TOKENS, Room, a_context, a_room, beside
from workshop.activities.questions import ANSWERED, ASKERS, WAITING
from workshop.service.moments import Due, Moments, at
from workshop.service.perform import Done
from workshop.service.questions import gather_questions, release_questions


@pytest.fixture
def room() -> Room:
    return a_room()


def ask(room: Room, number: int) -> None:
    sent = room.delegate(TOKENS[number % len(TOKENS)], "questions.ask", text=f"Question {number}?")
    assert isinstance(sent, Done)


def texts(room: Room, collection: str = "questions") -> list[str]:
    return sorted(q["text"] for q in room.collection(collection).values())


def five(room: Room) -> list[str]:
    for n in range(5):
        ask(room, n)
    return [f"Question {n}?" for n in range(5)]


def test_nothing_comes_before_the_moment_and_everything_at_it(room):
    all_five = five(room)
    assert (texts(room), texts(room, WAITING.name)) == ([], all_five)
    release_questions(room.context, room.id)
    assert (texts(room), texts(room, WAITING.name), room.collection(ASKERS.name)) == (all_five, [], {})
    ask(room, 6)
    release_questions(room.context, room.id)
    assert texts(room, WAITING.name) == ["Question 6?"]


def test_a_batch_is_shuffled():
    orders = set()
    for _ in range(40):
        room = a_room()
        five(room)
        release_questions(room.context, room.id)
        orders.add(tuple(q["text"] for q in room.collection("questions").values()))
    assert len(orders) > 1


def test_one_that_comes_while_a_batch_is_handed_over_is_neither_lost_nor_doubled(room):
    all_five, other = five(room), beside(room)
    room.context.live.meanwhile = [lambda: ask(other, 9)]
    release_questions(room.context, room.id)
    assert sorted(texts(room) + texts(room, WAITING.name)) == sorted([*all_five, "Question 9?"])
    counts = room.context.live.view(room.id, lambda head: ()).counts
    assert (counts["held"], counts["questions"]) == (len(texts(room, WAITING.name)), len(texts(room)))
    assert len(room.collection(ASKERS.name)) == counts["held"], "whoever waits on is still an asker"


def test_two_workers_at_the_same_moment_hand_over_each_question_once(room):
    all_five, other = five(room), beside(room)
    room.context.live.meanwhile = [lambda: release_questions(other.context, room.id)]
    release_questions(room.context, room.id)
    assert texts(room) == all_five


def test_nothing_waiting_is_nothing_to_do(room):
    room.go("questions")
    before = room.context.live.revision(room.id)
    release_questions(room.context, room.id)
    gather_questions(room.context, room.id)
    assert room.context.live.revision(room.id) == before


def test_an_answer_that_comes_while_everybodys_are_gathered_is_one_of_the_next_asking(room):
    room.join(7)
    room.go("questions")
    for n in range(5):
        room.delegate(TOKENS[n], "questions.ask", text="")
    other = beside(room)
    room.context.live.meanwhile = [lambda: ask(other, 6)]
    gather_questions(room.context, room.id)
    waiting, answered = texts(room, WAITING.name), room.collection(ANSWERED.name)
    assert (texts(room), waiting, len(answered)) in ((["Question 6?"], [], 0), ([], ["Question 6?"], 1))
    counts = room.context.live.view(room.id, lambda head: ()).counts
    assert counts["questions:answered"] == len(answered)


def signs(room):
    return room.context.live.signs([room.id])[room.id]


class Clock:
    """The server's."""

    now = 1_700_000_100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_the_clock_alone_hands_over_at_whole_five_minutes(clock):
    room = a_room(a_context(now=clock))
    moments = Moments(room.context, room.id)
    all_five, came = five(room), None
    for _ in range(301):
        clock.now += 1
        moments.run(signs(room))
        if texts(room) and came is None:
            came = clock.now
    assert texts(room) == all_five
    assert came is not None and came % at()["questions"].every == 0


def test_a_worker_that_starts_in_between_does_not_make_a_moment(clock):
    room = a_room(a_context(now=clock))
    all_five = five(room)
    clock.now += 17
    Moments(room.context, room.id).run(signs(room))
    assert texts(room) == [] and texts(room, WAITING.name) == all_five


def test_of_two_workers_one_acts_at_each_moment(clock, monkeypatch):
    room = a_room(a_context(now=clock))
    done: list[str] = []
    counts = {"counts": Due(10, lambda context, session: done.append(session))}
    monkeypatch.setattr("workshop.service.moments.at", lambda: counts)
    workers = [Moments(room.context, room.id) for _ in range(2)]
    for _ in range(3):
        clock.now += 10
        room.context.live.shared.rooms[room.id].writes += 1
        for worker in workers:
            worker.run(signs(room))
    assert done == [room.id] * 3
