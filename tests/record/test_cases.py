"""Copies of case studies in the record: one for all sessions of the same, gone with the last of them."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from tests.helpers.case import CASE
from tests.helpers.kept import CHECKPOINT, a_session, opened
from workshop.domain.case_copy import CaseCopy, copy_of
from workshop.record.tables import SavedCase
from workshop.service.ports import UnknownSession

COPY = copy_of(CASE)
OTHER = CaseCopy("0" * 64, "Zoë \u0600".encode())


def kept(engine):
    with engine.connect() as db:
        return sorted(db.scalars(sa.select(SavedCase.sha256)))


def test_a_session_of_before_has_none_and_gets_one_once(any_record):
    record = any_record
    opened(record, "session-1")
    assert record.unpinned_sessions() == ["session-1"] and record.pinned_case("session-1") is None
    assert record.pin_case("session-1", OTHER) == OTHER
    assert record.pin_case("session-1", COPY) == OTHER == record.pinned_case("session-1"), "the first one stays"
    assert record.unpinned_sessions() == []
    with pytest.raises(UnknownSession):
        record.pin_case("none", COPY)


def test_a_copy_is_kept_once_for_all_and_goes_with_the_last_session(record, engine):
    member = opened(record, "session-1")
    record.pin_case("session-1", COPY)
    record.add_session(a_session("session-2", member.organisation, member.user), (member.user,), CHECKPOINT, COPY)
    record.add_session(a_session("session-3", member.organisation, member.user), (member.user,), CHECKPOINT, OTHER)
    assert kept(engine) == sorted([COPY.sha256, OTHER.sha256]) and record.pinned_case("session-2") == COPY
    record.forget("session-1")
    record.forget("session-3")
    assert kept(engine) == [COPY.sha256]
    record.forget("session-2")
    assert kept(engine) == []


def test_a_session_that_is_there_already_is_refused_as_before(record):
    member = opened(record, "session-1")
    with pytest.raises(sa.exc.IntegrityError):
        record.add_session(a_session("session-1", member.organisation, member.user), (member.user,), CHECKPOINT, COPY)


def test_a_session_has_the_copy_that_its_head_names(any_record):
    record = any_record
    member = opened(record, "session-1")
    record.pin_case("session-1", OTHER)
    named = replace(CHECKPOINT, head=replace(CHECKPOINT.head, case=COPY.sha256, version=9))
    record.save_checkpoint("session-1", named)
    assert record.pinned_case("session-1") == OTHER, "a copy that is not there is no copy"
    record.keep_copy(COPY)
    record.keep_copy(COPY)
    assert record.case_copy(COPY.sha256) == COPY and record.case_copy("1" * 64) is None
    record.save_checkpoint("session-1", named)
    assert record.pinned_case("session-1") == COPY
    assert [s.id for s in record.sessions_of(member.user, "running")] == ["session-1"]


def test_a_copy_that_was_kept_for_a_session_and_not_taken_is_tidied_away(record, engine):
    opened(record, "session-1")
    record.keep_copy(COPY)
    record.tidy_cases()
    assert kept(engine) == []
