"""What a simulated phone would do of a card, by its own memory."""

from tests.helpers.case import LEVELS
from workshop.rehearsal.answer_policy import AnswerPolicy
from workshop.rehearsal.responses import Responses, direction

BOARD = {"second": {"stages": [{"id": level} for level in LEVELS]}}
FIRST = {"id": "c1", "second": {"again": None}}
AGAIN = {"id": "c1", "second": {"again": {"stood": "r1", "told": "r1"}}}
WHOLE_ROOM = [AnswerPolicy(3, who) for who in range(40)]


def test_it_answers_what_is_asked_and_most_do_and_some_cannot_say():
    said = [Responses().answer(policy, "r1", BOARD, FIRST) for policy in WHOLE_ROOM]
    levels = [answer["level"] for answer in said if answer]
    assert 30 < len(levels) < 40 and None in levels and set(levels) <= {None, *LEVELS}
    assert said == [Responses().answer(policy, "r1", BOARD, FIRST) for policy in WHOLE_ROOM], "and always the same"
    assert Responses().answer(WHOLE_ROOM[0], "r1", BOARD, {"id": "c1", "second": None}) is None


def test_again_it_says_where_it_stood_and_which_way_it_went():
    for policy in WHOLE_ROOM:
        phone = Responses()
        assert phone.said("r1", "c1", {"level": "targeted"}) == {"response": "targeted"}
        answer = phone.answer(policy, "r2", BOARD, AGAIN)
        assert answer is not None and answer["earlier"] == "targeted"
        assert answer["direction"] == direction(LEVELS, "targeted", answer["level"])
        assert phone.said("r2", "c1", answer) == {"response": answer["level"], "response_earlier": "targeted"}


def test_who_passed_it_over_is_not_in_it_later():
    phone = Responses()
    assert phone.said("r1", "c1", None) == {}
    assert phone.answer(WHOLE_ROOM[0], "r2", BOARD, AGAIN) is None
