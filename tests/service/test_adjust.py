"""What may still be changed of a session that was opened, and when it is too late."""

from dataclasses import replace

import pytest

from tests.helpers.case import CASE, STEPS
from tests.helpers.rooms import Room, a_context, a_room, beside
from tests.service.test_cases import Shelf, report
from workshop.activities.base_steps import Asked
from workshop.domain.case_copy import copy_of
from workshop.domain.scenario import AgendaTemplate
from workshop.service.adjust import adjust, rename
from workshop.service.drafts import keep_draft
from workshop.service.finish import end_session
from workshop.service.ports import UnknownSession
from workshop.service.report import release
from workshop.service.sessions import ensure_live
from workshop.service.setup import CannotCreate, Setup, asked_in
from workshop.service.view import build, parts_for, snapshot, view_of

SHORT = AgendaTemplate("short", "Short", (STEPS[0], STEPS[3], STEPS[-1]))
CASES = replace(CASE, agendas=(*CASE.agendas, SHORT))
OTHER = replace(CASES, id="other", title="Another case", opening="Somebody else.", cards=CASE.cards[:2], information=())
AS_IT_IS = Setup("test-case", "all", 5, "Autumn")


def a_room_of_two_cases() -> Room:
    return a_room(replace(a_context(), scenarios=Shelf(CASES, OTHER)))


def told(room, role="delegate"):
    seen = snapshot(room.context, room.id)
    return build(view_of(room.context, seen), parts_for(seen, role), role)


def listed(room):
    return room.context.record.session(room.id)


# ---------------------------------------------------------------- the name


def test_a_running_session_gets_another_name_everywhere():
    room = a_room()
    rename(room.context, room.id, "  Spring  course ")
    assert told(room)["session"]["title"] == "Spring course" == listed(room).title
    room.context.live.lose_everything()
    assert ensure_live(beside(room).context, room.id).title == "Spring course"
    rename(room.context, room.id, " ")
    assert room.head.title == "A test case", "without one it is the case study's"


def test_a_draft_and_an_ended_session_too_and_the_report_says_so():
    context = a_context()
    draft = keep_draft(context, "user-1", "organisation-1", AS_IT_IS)
    rename(context, draft, "Winter")
    assert context.record.session(draft).title == "Winter" == context.record.checkpoint(draft).head.title
    room = a_room(context)
    end_session(context, room.id)
    rename(context, room.id, "What it was")
    assert report(room)["title"] == "What it was" == listed(room).title and listed(room).state == "ended"


def test_what_was_released_keeps_its_name():
    room = a_room()
    end_session(room.context, room.id)
    release(room.context, room.id)
    with pytest.raises(CannotCreate, match=r"setup\.released"):
        rename(room.context, room.id, "Another")
    assert listed(room).title == "A test case"
    with pytest.raises(UnknownSession):
        rename(room.context, "none", "x")


# ---------------------------------------------------------------- own rules


def test_own_rules_reach_everybody_while_it_runs():
    room = a_room()
    room.open_board()
    adjust(room.context, room.id, replace(AS_IT_IS, rules=("We begin on time.",)), None)
    shown = told(room)["session"]
    assert (shown["title"], shown["own_rules"]) == ("Autumn", ["We begin on time."])
    assert room.context.record.checkpoint(room.id).head.rules == ("We begin on time.",)
    assert room.head.round_here().state == "open", "and nothing else has changed"


def test_from_how_many_people_on_stays():
    room = a_room()
    adjust(room.context, room.id, replace(AS_IT_IS, k=20), None)
    assert room.head.k == 5 == listed(room).k


# ---------------------------------------------------------------- the case


def test_before_the_first_card_the_room_gets_another_case():
    room = a_room_of_two_cases()
    tokens, code = room.join(6), room.head.code
    adjust(room.context, room.id, Setup("other", "all", 5), placed_before=False)
    shown = told(room)["session"]
    assert (shown["opening"], shown["scenario_title"], shown["devices"]) == ("Somebody else.", "Another case", 6)
    assert (listed(room).scenario, listed(room).scenario_title, room.head.code) == ("other", "Another case", code)
    assert room.context.record.pinned_case(room.id) == copy_of(OTHER)
    round_id = room.open_board()
    assert room.head.rounds[round_id].cards == ("c1", "c2")
    assert room.delegate(tokens[0], "board.place", round=round_id, card="c1", stage="expected").rev


def test_every_worker_and_every_restart_has_it():
    room = a_room_of_two_cases()
    second = replace(beside(room).context, scenarios=room.context.scenarios)
    assert second.case_of(second.live.head(room.id)) == CASES, "read, and kept in that worker's memory"
    adjust(room.context, room.id, Setup("other", "all", 5), placed_before=False)
    assert second.case_of(second.live.head(room.id, fresh=True)) == OTHER
    room.context.live.lose_everything()
    again = a_context(room.context.live, room.context.record)
    assert again.case_of(ensure_live(again, room.id)) == OTHER


def test_another_case_asks_whether_somebody_here_has_placed_it_before():
    room = a_room_of_two_cases()
    for said, why in ((None, "setup.say_before"), (True, "setup.placed_before")):
        with pytest.raises(CannotCreate) as no:
            adjust(room.context, room.id, Setup("other", "all", 5), said)
        assert no.value.why == why
    assert room.head.scenario == "test-case"


def test_other_cards_and_another_agenda_of_the_same_case_need_no_question():
    room = a_room_of_two_cases()
    adjust(room.context, room.id, replace(AS_IT_IS, steps={3: Asked(("c4",), None)}), None)
    assert asked_in(room.head, CASES)[3].cards == ("c4",)
    adjust(room.context, room.id, Setup("test-case", "short", 5), None)
    assert [s.activity for s in room.head.steps] == ["welcome", "board", "reflection"] and listed(
        room
    ).agenda == "Short"


def test_once_a_card_has_been_opened_the_case_stays():
    room = a_room_of_two_cases()
    room.open_board(0)
    for other in (Setup("other", "all", 5), Setup("test-case", "short", 5)):
        with pytest.raises(CannotCreate, match=r"setup\.begun"):
            adjust(room.context, room.id, other, False)
    assert (room.head.scenario, listed(room).scenario_title, room.head.agenda) == ("test-case", "A test case", "all")


def test_a_room_that_has_come_further_keeps_where_it_is_and_what_it_answered():
    room = a_room_of_two_cases()
    room.go("confidence")
    asked = room.head.round_here().id
    adjust(room.context, room.id, Setup("other", "all", 5), False)
    assert (room.head.step.activity, room.head.round_here().id) == ("confidence", asked)
    with pytest.raises(CannotCreate, match=r"setup\.otherwise"):
        adjust(room.context, room.id, Setup("other", "short", 5), False)
    room.go("welcome")
    with pytest.raises(CannotCreate, match=r"setup\.otherwise"):  # what was answered there would belong to no step
        adjust(room.context, room.id, Setup("other", "short", 5), False)


def test_a_card_that_is_opened_at_the_same_moment_wins():
    room = a_room_of_two_cases()
    room.go("board")
    room.context.live.meanwhile.append(lambda: beside(room).facilitate("board.open"))
    with pytest.raises(CannotCreate, match=r"setup\.begun"):
        adjust(room.context, room.id, Setup("other", "all", 5), False)
    assert (room.head.scenario, listed(room).scenario) == ("test-case", "test-case")
    assert room.context.record.pinned_case(room.id) == copy_of(CASES)


def test_what_has_ended_takes_nothing():
    room = a_room_of_two_cases()
    end_session(room.context, room.id)
    with pytest.raises(CannotCreate, match=r"setup\.over"):
        adjust(room.context, room.id, AS_IT_IS, None)
