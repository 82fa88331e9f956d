"""Drafts: prepared today, opened another day, and nothing of them is alive before."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.helpers.case import CASE
from tests.helpers.fakes import Killed, Process
from tests.helpers.rooms import Room, a_context, a_room, beside
from tests.service.test_cases import EDITED, Shelf
from workshop.activities.base_steps import Asked
from workshop.domain.case_copy import copy_of
from workshop.service.adjust import adjust
from workshop.service.drafts import change_draft, keep_draft, on_the_shelf, open_draft, today
from workshop.service.forget import forget
from workshop.service.ports import UnknownSession
from workshop.service.restore import revive_all
from workshop.service.sessions import ensure_live
from workshop.service.setup import CannotCreate, Setup, asked_in

SETUP = Setup("test-case", "all", 6, "Thursday", ("We begin on time.",), {3: Asked(("c2",), None)})
OTHER = replace(CASE, id="other", title="Another case")


def a_draft(context=None, day="2027-01-14"):
    context = context or a_context()
    return context, keep_draft(context, "user-1", "organisation-1", SETUP, day)


def nothing_alive(context):
    return context.live.shared.rooms == {} and context.live.shared.codes == {}


def test_a_draft_is_listed_and_nothing_of_it_is_alive():
    context, session = a_draft()
    listed = context.record.session(session)
    assert (listed.title, listed.state, listed.held_on, listed.code) == ("Thursday", "draft", "2027-01-14", "")
    assert [s.id for s in context.record.sessions_of("user-1", "draft")] == [session]
    assert context.record.running_sessions() == [] and nothing_alive(context)
    with pytest.raises(UnknownSession):
        ensure_live(context, session)


def test_it_outlives_restarts_and_stays_closed():
    context, session = a_draft()
    again = a_context(record=context.record)
    revive_all(again)
    assert nothing_alive(again) and again.record.session(session).state == "draft"
    assert asked_in(again.record.checkpoint(session).head, CASE)[3] == Asked(("c2",), None)


def test_opened_it_is_a_session_of_today_with_what_was_chosen():
    context, session = a_draft()
    open_draft(context, session, placed_before=False)
    head, listed = context.live.head(session), context.record.session(session)
    assert (listed.state, listed.held_on, listed.code) == ("running", today(context), head.code)
    assert (head.title, head.k, head.rules, len(head.code)) == ("Thursday", 6, ("We begin on time.",), 8)
    assert context.live.find_code(head.code) == session == context.record.session_of_code(head.code)
    assert asked_in(head, CASE)[3].cards == ("c2",)
    room = Room(context, session)
    round_id = room.open_board()
    assert room.head.rounds[round_id].cards == ("c2",)


def test_a_rehearsal_says_so_in_its_room_whatever_is_chosen_anew_before_or_after():
    context = a_context()
    session = keep_draft(context, "user-1", "organisation-1", SETUP, rehearsal=True)
    change_draft(context, session, replace(SETUP, k=7), "")
    open_draft(context, session, placed_before=False)
    adjust(context, session, replace(SETUP, k=7, title="Friday"), None)
    assert context.live.head(session).rehearsal and context.record.checkpoint(session).head.rehearsal
    other, real = a_draft()
    open_draft(other, real, placed_before=False)
    assert not other.live.head(real).rehearsal


def test_somebody_who_has_placed_the_case_before_is_asked_about_when_it_is_opened():
    context, session = a_draft()
    with pytest.raises(CannotCreate, match="placed_before"):
        open_draft(context, session, placed_before=True)
    assert context.record.session(session).state == "draft" and nothing_alive(context)


@pytest.mark.parametrize("day", ["2027-02-30", "tomorrow", "14.1.2027", "2027-01-14T10:00"])
def test_a_day_is_a_day(day):
    with pytest.raises(CannotCreate, match=r"setup\.day"):
        a_draft(day=day)


def test_without_a_day_it_is_today():
    context, session = a_draft(day="")
    assert context.record.session(session).held_on == today(context)


def test_everything_of_it_can_be_chosen_anew():
    context, session = a_draft()
    context = replace(context, scenarios=Shelf(CASE, OTHER))
    change_draft(context, session, Setup("other", "all", 5), "2027-02-01")
    listed, head = context.record.session(session), context.record.checkpoint(session).head
    assert (listed.title, listed.scenario_title, listed.k) == ("Another case", "Another case", 5)
    assert (listed.held_on, head.rules, head.case) == ("2027-02-01", (), copy_of(OTHER).sha256)
    assert context.case_of(head) == OTHER and context.record.pinned_case(session) == copy_of(OTHER)
    assert asked_in(head, OTHER)[3].cards == ("c1", "c2", "c3", "c4")


def test_it_stays_with_the_case_that_it_was_made_with_until_another_is_chosen():
    context, session = a_draft()
    context = replace(a_context(record=context.record), scenarios=Shelf(EDITED))
    change_draft(context, session, replace(SETUP, title="Friday"), "2027-01-15")
    assert context.case_of(context.record.checkpoint(session).head) == CASE
    open_draft(context, session, placed_before=False)
    assert context.case_of(context.live.head(session)) == CASE and Room(context, session).head.title == "Friday"


def test_a_change_that_cannot_be_leaves_it_as_it_was():
    context, session = a_draft()
    before = context.record.session(session), context.record.checkpoint(session)
    with pytest.raises(CannotCreate, match=r"setup\.gone"):
        change_draft(context, session, Setup("none", "all"), "")
    assert (context.record.session(session), context.record.checkpoint(session)) == before
    with pytest.raises(CannotCreate, match=r"setup\.gone"):
        on_the_shelf(context, "none")


def test_what_was_opened_is_a_draft_no_more():
    room = a_room()
    for act in (
        lambda: change_draft(room.context, room.id, SETUP, ""),
        lambda: open_draft(room.context, room.id, False),
    ):
        with pytest.raises(CannotCreate, match=r"setup\.opened"):
            act()
    with pytest.raises(UnknownSession):
        open_draft(room.context, "none", False)


def test_it_is_held_on_the_day_of_the_zone_that_was_chosen_last():
    late = datetime(2027, 1, 14, 23, 30, tzinfo=UTC).timestamp()
    context = replace(a_context(), now=lambda: late)
    session = keep_draft(context, "user-1", "organisation-1", replace(SETUP, zone="America/New_York"))
    made = context.record.session(session)
    change_draft(context, session, replace(SETUP, zone="Pacific/Auckland"), "")
    change_draft(context, session, SETUP, "")
    listed = context.record.session(session)
    assert [(s.zone, s.held_on) for s in (made, listed)] == [
        ("America/New_York", "2027-01-14"), ("Pacific/Auckland", "2027-01-15")
    ]  # fmt: skip
    open_draft(context, session, placed_before=False)
    room = Room(context, session)
    room.facilitate("session.next", from_step="s1")
    assert room.head.held_on == context.record.session(session).held_on == "2027-01-15"


def test_a_zone_that_nobody_knows_is_refused_and_none_is_where_rooms_usually_are():
    context = a_context()
    context = replace(context, settings=replace(context.settings, zone="Europe/London"))
    with pytest.raises(CannotCreate, match="zone"):
        keep_draft(context, "user-1", "organisation-1", replace(SETUP, zone="Europe/Atlantis"))
    session = keep_draft(context, "user-1", "organisation-1", SETUP)
    assert context.record.session(session).zone == "Europe/London"


def test_of_two_who_open_it_at_once_one_does():
    context, session = a_draft()
    room = Room(context, session)
    second = beside(room)
    real = second.context.record.change_session

    def late(*given):
        open_draft(context, session, False)
        return real(*given)

    second.context.record.change_session = late
    with pytest.raises(CannotCreate, match=r"setup\.opened"):
        open_draft(second.context, session, False)
    assert room.head.code == context.record.session(session).code


def test_a_worker_that_dies_while_it_opens_loses_nothing():
    context, session = a_draft()
    room = Room(context, session)
    doomed = Process()
    victim = beside(room, doomed)
    victim.context.live.create = lambda *given: _dies(doomed)
    with pytest.raises(Killed):
        open_draft(victim.context, session, False)
    head = ensure_live(beside(room).context, session)
    assert head.code == context.record.session(session).code and head.rules == SETUP.rules


def _dies(process):
    process.dies_before = len(process.steps)
    process.step("create")


def test_it_is_deleted_like_every_session():
    context, session = a_draft()
    forget(context, session)
    assert context.record.session(session) is None and context.record.checkpoint(session) is None
    assert context.record.pinned_case(session) is None
