"""What is erased leaves a receipt: how much of each kind, and nothing of what it said."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from threading import Barrier, Thread

import pytest

from tests.helpers.kept import a_checkpoint, a_release, opened
from workshop.service.ports import Destruction, Unavailable, Why
from workshop.service.retention import erase_due

TODAY = "2026-12-01"
NOW = datetime(2026, 12, 1, tzinfo=UTC).timestamp()
LAPSE = Why("lapse", TODAY)
NOTES = {f"n{n}": {"text": f"Note {n}", "section": "known", "version": 1} for n in range(6)}


def ended(record, id="session-1", **other):
    return opened(record, id, state="ended", **other)


def test_from_the_least_number_on_texts_are_counted(any_record):
    member = ended(any_record)
    made = replace(a_checkpoint("session-2"), collections={"notes": NOTES, "questions": {"q1": {"text": "Why?"}}})
    session = replace(any_record.session("session-1"), id="session-2", code="BBBBBB")
    any_record.add_session(session, (member.user,), made)
    any_record.lapse("session-2", LAPSE)
    (receipt,) = any_record.receipts(member.organisation)
    assert receipt.counts == {"rounds": 0, "shared": 6, "kept": None}


def test_whoever_erases_by_hand_leaves_a_receipt_too(any_record):
    member = opened(any_record)
    assert any_record.forget("session-1", Why("asked", TODAY)) and any_record.forget("session-1", Why("asked", TODAY))
    ended(any_record, "session-2")
    any_record.add_release(a_release("session-2", member.organisation))
    asked = Destruction("release-1", member.user, "2026-11-26")
    any_record.ask_destruction(asked)
    assert any_record.destroy(asked, Why("two", TODAY))
    assert sorted(r.rule for r in any_record.receipts(member.organisation)) == ["asked", "two"]


@pytest.mark.parametrize("other", [{"rehearsal": True}, {"state": "draft"}])
def test_of_invented_people_and_of_a_draft_there_is_no_receipt(any_record, other):
    member = opened(any_record, **{"state": "ended", **other})
    any_record.forget("session-1", Why("asked", TODAY))
    assert any_record.session("session-1") is None and any_record.receipts(member.organisation) == []


def test_without_a_reason_there_is_none(any_record):
    member = ended(any_record)
    any_record.forget("session-1")
    assert any_record.session("session-1") is None and any_record.receipts(member.organisation) == []


def test_workers_that_erase_at_the_same_time_leave_one_receipt_of_each(record):
    member = ended(record, "session-0", held_on="2026-01-01")
    base = replace(record.session("session-0"), release=None)
    for n in range(1, 12):
        made = replace(base, id=f"session-{n}", code=f"AAAA{n:02}")
        record.add_session(made, (member.user,), a_checkpoint(made.id))
    record.add_release(a_release("session-11", member.organisation, released_on="2020-01-01"))
    start, gone = Barrier(3), []

    def work():
        start.wait(10)
        for _ in range(12):
            with suppress(Unavailable):  # the file was being read by another while it was tidied
                gone.extend(erase_due(record, NOW, 5))

    workers = [Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    receipts = record.receipts(member.organisation)
    assert len(receipts) == 12 and sum(r.rule == "period" for r in receipts) == 1
    assert len(gone) == len(set(gone)) and record.held_of(member.organisation) == ([], [])
