"""What goes by itself: on its day, once, by whichever worker, after an outage too; and what is said of it before."""

from dataclasses import replace

import pytest

from tests.helpers.fakes import FakeLive, Killed, Process
from tests.helpers.lapsing import a_clock, a_room_in_london, an_ended_room, is_there, receipts, released, swept  # noqa: F401 - fixtures
from tests.helpers.rooms import beside
from workshop.domain.retention import Keeping, Period
from workshop.service import retention
from workshop.service.cases import CaseGone
from workshop.service.desks import came
from workshop.service.retention import erase_due, left_of_session, sweep
from workshop.service.sessions import create_session

# ---------------------------------------------------------------- a session that nobody releases


@pytest.mark.parametrize(("day", "stays"), [("2026-12-25", True), ("2026-12-26", False), ("2027-05-01", False)])
def test_a_session_that_nobody_releases_lapses_after_thirty_days(ended, clock, day, stays):
    clock.on(day)
    assert swept(ended) == (False, stays)
    assert len(receipts(ended)) == (not stays)


def test_its_day_is_that_of_the_room(ended, clock):
    found = ended.context.record.shelves.sessions
    found[ended.id] = replace(found[ended.id], zone="Pacific/Auckland")
    clock.on("2026-12-25", hour=10)
    assert swept(ended)[1], "it is late on the 25th there"
    clock.on("2026-12-25", hour=12)
    assert not swept(ended)[1], "it is the 26th there"
    assert receipts(ended)[0].erased_on == "2026-12-26"


def test_the_organisation_sees_that_it_took_place_and_nothing_that_was_said(ended, clock):
    clock.on("2026-12-26")
    sweep(ended.context)
    (receipt,) = receipts(ended)
    assert (receipt.rule, receipt.held_on, receipt.erased_on) == ("lapse", "2026-11-26", "2026-12-26")
    assert receipt.counts == {"rounds": 0, "shared": None, "kept": 0}
    assert not ended.context.record.checkpoint(ended.id) and ended.context.record.rounds(ended.id) == []
    live = ended.context.live
    assert isinstance(live, FakeLive) and ended.id not in live.sessions()


def test_what_was_released_stays_when_its_thirty_days_are_over(ended, clock):
    made = released(ended)
    clock.on("2027-05-01")
    assert swept(ended) == (False, True)
    assert ended.context.record.release(made.id) and receipts(ended) == []


def test_one_question_for_all_rooms_finds_what_the_record_has_no_more(room, clock, monkeypatch):
    others = [create_session(room.context, "user", "organisation", "test-case", "all", 5) for _ in range(3)]
    record = room.context.record
    asked, of_all = [], record.access
    monkeypatch.setattr(record, "access", lambda sessions: (asked.append(len(sessions)), of_all(sessions))[1])
    monkeypatch.setattr(record, "session", lambda session: pytest.fail("not one by one"))
    record.shelves.sessions.pop(others[0])
    sweep(room.context)
    left = set(room.context.live.sessions())
    assert asked == [4] and left == {room.id, *others[1:]}


def test_a_rehearsal_goes_too_and_leaves_nothing(ended, clock):
    found = ended.context.record.shelves.sessions
    found[ended.id] = replace(found[ended.id], rehearsal=True)
    clock.on("2026-12-26")
    assert not swept(ended)[1] and receipts(ended) == []


def test_another_run_of_it_changes_nothing(ended, clock):
    clock.on("2026-12-26")
    for _ in range(3):
        sweep(ended.context)
    assert len(receipts(ended)) == 1


def test_two_workers_at_once_leave_one_receipt(ended, clock):
    clock.on("2026-12-26")
    other, record = beside(ended, Process()), ended.context.record
    found = record.unreleased_due("2026-12-26", "ended", 10)
    sweep(replace(other.context, now=clock))
    record.unreleased_due = lambda *_: found  # the other had looked before
    sweep(ended.context)
    assert len(receipts(ended)) == 1


@pytest.mark.parametrize("before", [1, 2, 3])
def test_a_worker_that_was_killed_in_between_is_finished_by_the_next(ended, clock, before):
    clock.on("2026-12-26")
    doomed = Process()
    doomed.dies_before = before
    with pytest.raises(Killed):
        sweep(replace(beside(ended, doomed).context, now=clock))
    sweep(ended.context)
    assert not is_there(ended) and len(receipts(ended)) == 1
    assert ended.id not in ended.context.live.sessions()


def test_many_go_in_batches(ended, clock, monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 2)
    shelves = ended.context.record.shelves
    for n in range(4):
        shelves.sessions[f"s{n}"] = replace(shelves.sessions[ended.id], id=f"s{n}")
    clock.on("2026-12-26")
    assert [sweep(ended.context) for _ in range(3)] == [True, True, False]
    assert shelves.sessions == {} and len(receipts(ended)) == 5


def test_a_period_of_its_own_is_what_an_organisation_gets(ended, clock):
    record = ended.context.record
    organisation = record.session(ended.id).organisation
    record.choose_keeping(organisation, Keeping(Period(7, 7)))
    clock.on("2026-12-03")
    assert not swept(ended)[1]


# ---------------------------------------------------------------- one that nobody ended


def test_one_that_nobody_ended_is_ended_and_lapses(room, clock):
    room.go("formulation")
    clock.on("2026-12-26")
    sweep(room.context)
    assert room.context.record.session(room.id).state == "ended"
    sweep(room.context)
    assert not is_there(room) and receipts(room)[0].rule == "lapse"


def test_one_that_was_never_begun_has_its_days_from_its_end_on_and_waits_for_whoever_is_at_its_desk(room, clock):
    clock.on("2027-01-10")
    came(room.context, room.id, "worker", "account at a desk")
    sweep(room.context)
    assert room.context.record.session(room.id).state == "running"
    room.context.live.shared.rooms[room.id].collections["desks"].clear()
    sweep(room.context)
    found = room.context.record.session(room.id)
    assert (found.state, found.held_on) == ("ended", "2027-01-10")
    sweep(room.context)
    assert left_of_session(room.context, found).day == "2027-02-09"


def test_one_that_began_just_now_goes_on_whatever_the_record_knows_yet(room, clock):
    clock.on("2027-01-10")
    room.go("formulation")
    shelves = room.context.record.shelves
    shelves.sessions[room.id] = replace(shelves.sessions[room.id], held_on="2026-11-26")
    sweep(room.context)
    assert room.context.record.session(room.id).state == "running"


def test_one_that_can_be_ended_no_more_goes_all_the_same(room, clock, monkeypatch):
    def fails(*_):
        raise CaseGone("the case study is not there")

    room.go("formulation")
    monkeypatch.setattr(retention, "end_session", fails)
    clock.on("2026-12-26")
    sweep(room.context)
    assert not is_there(room) and receipts(room)[0].rule == "lapse"
    assert room.id not in room.context.live.sessions()


# ---------------------------------------------------------------- a released report


def test_a_report_goes_at_the_end_of_its_period_and_its_hashes_stay(ended, clock):
    made = released(ended)
    clock.on("2028-11-25")
    assert swept(ended)[1]
    clock.on("2028-11-26")
    assert not swept(ended)[1] and ended.context.record.release(made.id) is None
    (receipt,) = receipts(ended)
    assert receipt.rule == "period" and receipt.digests == made.digests


def test_in_the_record_alone_as_after_restoring(ended, clock):
    clock.on("2026-12-26")
    assert erase_due(ended.context.record, clock()) == [ended.id]
    assert ended.id in ended.context.live.sessions()
    sweep(ended.context)
    assert ended.id not in ended.context.live.sessions(), "what has no record is nowhere"
