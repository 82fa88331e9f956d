"""The pace of the room: private while it is asked, told once as the commonest answer in words, to everybody alike."""

from dataclasses import replace

import pytest

from tests.activities.commands import body, case
from tests.activities.rooms import at, moment
from tests.helpers.table import ROLES, Table
from workshop.activities import registry
from workshop.activities.base import View
from workshop.activities.codec import answers_result
from workshop.activities.pace import ACTIVITY, PACES
from workshop.domain.results import Told
from workshop.rehearsal.answer_policy import AnswerPolicy


def say(pace, round="q1"):
    return {"round": round, "pace": pace}


def all_say(table, *paces, round="q1"):
    for n, pace in enumerate(paces, 1):
        table.must("pace.say", say(pace, round), f"d{n}")


def closed(*paces, people=12):
    table = Table(people=people, step="pace")
    all_say(table, *paces)
    table.must("pace.close", {"round": "q1"})
    return table


# ---------------------------------------------------------------- examples for both sides

for _pace in PACES:
    body("pace.say", say(_pace), _pace, who="d1", step="pace")
body("pace.say", say("right", "q9"), "to a round that there is not is refused", who="d1", step="pace")
body("pace.close", {"round": "q1"}, "nobody has answered", step="pace")
at("pace", "asked", "pace")


@case("pace.close", "some have answered", step="pace")
def _(table):
    all_say(table, *["right"] * 5)
    return {"round": "q1"}


@case("pace.reopen", "closed by a slip", step="pace")
def _(table):
    table.must("pace.close", {"round": "q1"})
    return {"round": "q1"}


@moment("pace", "some have answered")
def _(table):
    table.go("pace")
    all_say(table, *["right"] * 6)
    table.moment("counts")


@moment("pace", "told")
def _(table):
    table.go("pace")
    all_say(table, *["too_fast"] * 4, "right", "too_slow")
    table.must("pace.close", {"round": "q1"})


@moment("pace", "divided")
def _(table):
    table.go("pace")
    all_say(table, *["too_fast"] * 3, *["right"] * 3)
    table.must("pace.close", {"round": "q1"})


@moment("pace", "closed, and few had answered")
def _(table):
    table.go("pace")
    all_say(table, "right")
    table.must("pace.close", {"round": "q1"})


@moment("pace", "opened again")
def _(table):
    table.go("pace")
    table.must("pace.close", {"round": "q1"})
    table.must("pace.reopen", {"round": "q1"})


# ---------------------------------------------------------------- while it is asked


def test_it_opens_with_its_step_and_tells_about_how_many_have_answered_and_no_answer():
    table = Table(people=6, step="pace")
    before = {role: table.part("pace", role) for role in ROLES}
    all_say(table, *["too_slow"] * 6)
    assert {role: table.part("pace", role) for role in ROLES} == before, "no tap moves it"
    table.moment("counts")
    part = {"round": "q1", "reopens": "", "state": "open", "answered": 5, "told": None, "few": False}
    assert [table.part("pace", role) for role in ROLES] == [part] * 3


def test_a_phone_gets_its_own_answer_back_the_last_one_and_no_other_phone_does():
    table = Table(people=2, step="pace")
    all_say(table, "right")
    table.must("pace.say", say("too_fast"), "d1")
    assert table.own("d1")["own_pace"] == say("too_fast")
    assert table.own("d2")["own_pace"] == {"round": "q1", "pace": None}


def test_what_a_phone_gets_back_is_filled_up_to_the_longest_answer():
    (own,) = ACTIVITY.own
    table = Table(people=1, step="pace")
    view = View(table.head, table.context.scenarios.get("test-case"), {}, {})
    longest = len(own.largest(view).model_dump_json())
    said = [{"pace": pace} for pace in PACES]
    ref = own.reads(table.head, NoSeat())[0]
    assert max(len(own.build(view, {ref: sheet}).model_dump_json()) for sheet in (*said, None)) == longest


class NoSeat:
    def slot(self, scope, purpose):
        return "a slot"


@pytest.mark.parametrize("pace", ["divided", "", None, "fast", 1])
def test_another_answer_is_refused(pace):
    assert Table(people=1, step="pace").refused("pace.say", say(pace), "d1") == "invalid"


def test_who_may_do_what():
    table = Table(people=1, step="pace")
    assert table.refused("pace.say", say("right"), "") == "not_allowed"
    assert table.refused("pace.close", {"round": "q1"}, "d1") == "not_allowed"
    assert table.refused("pace.reopen", {"round": "q1"}, "d1") == "not_allowed"


@pytest.mark.parametrize(("step", "round"), [("pace", "q9"), ("confidence", "q1"), ("board", "r1")])
def test_an_answer_belongs_to_an_open_round_of_its_own(step, round):
    table = Table(people=1, step=step, also="pace")
    assert table.refused("pace.say", say("right", round), "d1") == "round_closed"


# ---------------------------------------------------------------- when it has closed


@pytest.mark.parametrize(
    ("paces", "told"),
    [
        (["too_fast"] * 4 + ["right", "too_slow"], "too_fast"),
        (["right"] * 6, "right"),
        (["right"] * 3 + ["too_fast", "too_slow"], "right"),
        (["right"] * 4 + ["too_fast"] * 3, "divided"),
        (["right"] * 3 + ["too_slow"] * 3, "divided"),
        (["right"] * 4, None),
        ([], None),
    ],
)
def test_everybody_is_told_the_same_and_no_number(paces, told):
    table = closed(*paces)
    parts = [table.part("pace", role) for role in ROLES]
    assert parts[0] == parts[1] == parts[2]
    assert (parts[0]["told"], parts[0]["few"], parts[0]["state"]) == (told, told is None, "closed")


def test_of_the_answers_nothing_is_left_but_what_is_told():
    table = closed(*["right"] * 5, "too_fast", "too_slow")
    assert table.collection("answers.q1") == {} and "own_pace" not in table.own("d1")
    assert table.refused("pace.say", say("right"), "d2") == "round_closed"
    (recorded,) = table.record.rounds(table.session)
    assert recorded == answers_result(table.collection("results")["q1"])
    assert (recorded.kind, recorded.answered, recorded.tags, recorded.items) == ("pace", 7, (("right", None),), ())


def test_of_fewer_than_k_not_even_the_number_is_kept():
    table = closed(*["right"] * 4)
    (recorded,) = table.record.rounds(table.session)
    assert (recorded.answered, recorded.tags) == (None, ())


def test_what_was_told_is_not_asked_again_and_what_few_answered_may_be():
    for paces in (["right"] * 5, ["right"] * 3 + ["too_fast"] * 2):
        assert closed(*paces).refused("pace.reopen", {"round": "q1"}) == "not_now"
    table = closed(*["right"] * 4)
    table.must("pace.reopen", {"round": "q1"})
    part = table.part("pace")
    assert (part["round"], part["reopens"], part["state"], part["told"]) == ("q2", "q1", "open", None)
    assert table.collection("results") == {} and table.record.rounds(table.session) == []
    all_say(table, *["too_slow"] * 5, round="q2")
    table.must("pace.close", {"round": "q2"})
    assert table.part("pace")["told"] == "too_slow"


def test_the_report_has_the_line_that_was_told():
    result = answers_result(closed(*["right"] * 5).collection("results")["q1"])
    assert registry.told(result) == Told("report.pace", (("names.pace.right", None),), 5)
    assert registry.told(replace(result, answered=None, tags=())).answered is None, "and then nothing leaves"


def test_what_a_simulated_phone_answers_is_an_answer_and_the_same_for_the_same_seed():
    def answers(seed):
        return [list(ACTIVITY.simulated({"round": "q1"}, AnswerPolicy(seed, who).chance)) for who in range(30)]

    assert answers(1) == answers(1) != answers(2)
    assert {body["pace"] for ((name, body),) in answers(1) if name == "pace.say"} == set(PACES)
