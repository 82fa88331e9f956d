"""Periods, what is due by them, and receipts: the same in memory, on SQLite and on PostgreSQL."""

from dataclasses import replace

import pytest

from tests.helpers.kept import ANSWERS, ROUND, a_checkpoint, a_release, opened
from workshop.domain.retention import Keeping, Period
from workshop.service.ports import Destruction, Why

LAPSE, PERIOD = Why("lapse", "2026-12-01"), Why("period", "2028-11-01")
TODAY = "2026-12-01"


def ended(record, id="session-1", **other):
    return opened(record, id, state="ended", **other)


def due(record, today=TODAY, state="ended", limit=10):
    return [d.id for d in record.unreleased_due(today, state, limit)]


def test_an_organisation_that_chose_nothing_has_the_defaults_and_keeps_what_it_chose(any_record):
    member = opened(any_record)
    assert any_record.keeping(member.organisation) == Keeping() == any_record.keeping("none")
    chosen = Keeping(Period(30, 14, "2026-12-08"), Period(36, 36))
    any_record.choose_keeping(member.organisation, chosen)
    assert any_record.keeping(member.organisation) == chosen
    assert any_record.keeping_of("session-1") == chosen and any_record.keeping_of("none") == Keeping()
    assert any_record.every_keeping() == {member.organisation: chosen}
    any_record.choose_keeping("none", chosen)


def test_due_are_those_that_ended_long_ago_and_that_nobody_released_the_oldest_first(any_record):
    member = ended(any_record, held_on="2026-10-20")
    base = replace(any_record.session("session-1"), release=None)
    others = {
        "older": {"held_on": "2026-09-01"},
        "new": {"held_on": "2026-11-20"},
        "draft": {"state": "draft", "held_on": "2026-09-01"},
        "runs": {"state": "running", "held_on": "2026-09-01"},
        "released": {"held_on": "2026-09-01"},
    }
    for id, other in others.items():
        made = replace(base, id=id, code=id[:6].upper(), **other)
        any_record.add_session(made, (member.user,), a_checkpoint(id))
    any_record.add_release(a_release("released", member.organisation))
    assert due(any_record) == ["older", "session-1"]
    assert due(any_record, limit=1) == ["older"]
    assert due(any_record, state="running") == ["runs"]
    assert due(any_record, today="2026-10-01") == ["older"]
    kept = Keeping(Period(None, 30, "2026-12-27"), Period(None, 24, "2026-12-27"))
    any_record.choose_keeping(member.organisation, kept)
    assert due(any_record) == due(any_record, state="running") == []


def test_each_organisation_has_its_own_period(any_record):
    ended(any_record, held_on="2026-11-10")
    other = ended(any_record, "session-2", held_on="2026-11-10", organisation="School B", email="bo@b.test")
    any_record.choose_keeping(other.organisation, Keeping(Period(14, 14)))
    (found,) = any_record.unreleased_due(TODAY, "ended", 10)
    assert (found.id, found.day, found.zone, found.keeping.unreleased) == (
        "session-2", "2026-11-10", "UTC", Period(14, 14),
    )  # fmt: skip


def test_a_session_that_lapses_is_gone_once_and_leaves_one_receipt(any_record):
    member = ended(any_record)
    any_record.save_round("session-1", ROUND)
    any_record.save_round("session-1", ANSWERS)
    assert any_record.lapse("session-1", LAPSE)
    assert not any_record.lapse("session-1", LAPSE)
    any_record.tidy_deleted()
    assert any_record.session("session-1") is None and any_record.rounds("session-1") == []
    (receipt,) = any_record.receipts(member.organisation)
    assert any_record.receipt(receipt.id) == receipt
    assert (receipt.scenario_title, receipt.held_on) == ("A test case", "2026-10-14")
    assert (receipt.rule, receipt.erased_on, receipt.digests) == ("lapse", "2026-12-01", {})
    assert receipt.counts == {"rounds": 2, "shared": None, "kept": 0}
    assert "Autumn course" not in repr(receipt) and "session-1" not in repr(receipt)


@pytest.mark.parametrize("state", ["draft", "running"])
def test_what_has_not_ended_does_not_lapse(any_record, state):
    member = opened(any_record, state=state)
    assert not any_record.lapse("session-1", LAPSE)
    assert any_record.session("session-1") and any_record.receipts(member.organisation) == []


def test_what_was_released_meanwhile_does_not_lapse(any_record):
    member = ended(any_record)
    any_record.add_release(a_release("session-1", member.organisation))
    assert not any_record.lapse("session-1", LAPSE)
    assert any_record.release("release-1") and any_record.session("session-1")


def test_a_report_whose_time_is_over_goes_with_its_session_and_its_hashes_stay(any_record):
    member = ended(any_record)
    made = a_release("session-1", member.organisation)
    any_record.add_release(made)
    any_record.ask_destruction(Destruction("release-1", member.user, "2028-10-01"))
    assert [d.id for d in any_record.released_due("2028-11-14", 10)] == ["release-1"]
    assert any_record.released_due("2028-01-14", 10) == []
    assert any_record.expire("release-1", PERIOD) == "session-1"
    assert any_record.expire("release-1", PERIOD) is None
    assert any_record.release("release-1") is None and any_record.session("session-1") is None
    (receipt,) = any_record.receipts(member.organisation)
    assert receipt.digests == made.digests and receipt.rule == "period"
    assert receipt.counts["files"] == 2 and receipt.counts["bytes"] == sum(map(len, made.files.values()))


def test_a_report_whose_session_is_gone_goes_too(any_record):
    member = ended(any_record)
    any_record.add_release(a_release("gone", member.organisation))
    assert any_record.expire("release-1", PERIOD) == "gone"
    (receipt,) = any_record.receipts(member.organisation)
    assert receipt.held_on == "2026-10-14" and set(receipt.counts) == {"files", "bytes"}


def test_receipts_come_newest_first_in_pages_and_to_one_organisation(any_record):
    for n, day in enumerate(("2026-12-01", "2026-12-03", "2026-12-02")):
        member = ended(any_record, f"session-{n}")
        any_record.lapse(f"session-{n}", Why("lapse", day))
    days = [r.erased_on for r in any_record.receipts(member.organisation)]
    assert days == ["2026-12-03", "2026-12-02", "2026-12-01"]
    assert [r.erased_on for r in any_record.receipts(member.organisation, 1, 1)] == ["2026-12-02"]
    assert any_record.receipts("none") == [] and any_record.receipt("none") is None


def test_what_an_organisation_has_is_named_by_ids(any_record):
    member = ended(any_record)
    ended(any_record, "session-2")
    any_record.add_release(a_release("session-2", member.organisation))
    assert any_record.held_of(member.organisation) == (["session-1"], ["release-1"])
    assert any_record.held_of("none") == ([], [])
