"""What is erased leaves a receipt: how much of each kind, and nothing of what it said."""

from dataclasses import replace

import pytest

from tests.helpers.kept import a_checkpoint, a_release, opened
from workshop.service.ports import Destruction, Why

TODAY = "2026-12-01"
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
