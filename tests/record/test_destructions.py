"""Requests to destroy a release: one at a time, and nothing is deleted without the one that stands."""

from dataclasses import replace

import pytest

from tests.helpers.kept import a_release, opened
from workshop.service.ports import Destruction


@pytest.fixture
def asked(any_record):
    """A released session, and what its owner asked."""
    member = opened(any_record)
    any_record.add_release(a_release("session-1", member.organisation))
    made = Destruction("release-1", member.user, "2026-11-26")
    any_record.ask_destruction(made)
    return made


def test_a_request_stands_until_it_is_withdrawn(any_record, asked):
    any_record.ask_destruction(replace(asked, asked_on="2026-12-01"))
    assert any_record.destruction("release-1") == asked
    assert any_record.withdraw_destruction("release-1") and not any_record.withdraw_destruction("release-1")
    assert any_record.destruction("release-1") is None


def test_the_release_goes_with_its_session_and_the_request(any_record, asked):
    assert any_record.destroy(asked)
    assert any_record.release("release-1") is None and any_record.session("session-1") is None
    assert any_record.destruction("release-1") is None


@pytest.mark.parametrize("other", [{"asked_by": "somebody"}, {"asked_on": "2026-11-19"}])
def test_another_request_than_the_one_that_stands_deletes_nothing(any_record, asked, other):
    assert not any_record.destroy(replace(asked, **other))
    assert any_record.release("release-1") and any_record.session("session-1")
    any_record.withdraw_destruction("release-1")
    assert not any_record.destroy(asked)
    assert any_record.release("release-1") and any_record.session("session-1")


def test_what_was_released_is_not_forgotten_and_other_sessions_are(any_record, asked):
    assert not any_record.forget("session-1")
    assert any_record.release("release-1") and any_record.session("session-1")
    assert any_record.forget("session-2"), "one that is not there has been forgotten"
