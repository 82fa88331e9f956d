"""Releases: the same bytes for ever, once a session, for their own organisation."""

import pytest

from tests.helpers.kept import a_release, opened


def test_a_release_comes_back_byte_for_byte(any_record):
    member = opened(any_record)
    made = a_release("session-1", member.organisation)
    any_record.add_release(made)
    found = any_record.release("release-1")
    assert (found.files, found.digests, found.released_on) == (made.files, made.digests, "2026-10-14")
    assert any_record.session("session-1").release == "release-1"
    assert any_record.release("release-2") is None


def test_a_session_is_released_once(any_record):
    member = opened(any_record)
    any_record.add_release(a_release("session-1", member.organisation))
    with pytest.raises(ValueError, match="released before"):
        any_record.add_release(a_release("session-1", member.organisation, "release-2"))
    assert [r.id for r in any_record.releases(member.organisation)] == ["release-1"]


def test_an_organisation_sees_its_own_the_newest_day_first(any_record):
    ours = opened(any_record, "session-1")
    opened(any_record, "session-2")
    theirs = opened(any_record, "session-3", "Trust B", "bo@example.org")
    any_record.add_release(a_release("session-1", ours.organisation, "release-1", released_on="2026-01-05"))
    any_record.add_release(a_release("session-2", ours.organisation, "release-2", released_on="2026-02-05"))
    any_record.add_release(a_release("session-3", theirs.organisation, "release-3"))
    assert [r.id for r in any_record.releases(ours.organisation)] == ["release-2", "release-1"]
    assert [r.id for r in any_record.releases(theirs.organisation)] == ["release-3"]
    assert any_record.releases("none") == []
