"""Accounts and what each may do where; one-time links that work once."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from tests.helpers.kept import a_checkpoint, a_session
from workshop.record.repository import SqlRecord
from workshop.service.ports import Member


def test_a_member_is_added_with_roles_and_found_again(any_record):
    made = any_record.add_member("ada@example.org", "hash", "School A", frozenset({"admin", "reviewer"}))
    assert made == Member(made.user, "ada@example.org", made.organisation, "School A", frozenset({"admin", "reviewer"}))
    assert any_record.memberships(made.user) == [made] == any_record.members()
    assert any_record.memberships("nobody") == []


def test_roles_add_up_and_organisations_stay_apart(any_record):
    ada = any_record.add_member("ada@example.org", None, "School B", frozenset({"reviewer"}))
    any_record.add_member("ada@example.org", None, "School B", frozenset({"facilitator"}))
    other = any_record.add_member("ada@example.org", None, "School A", frozenset({"admin"}))
    any_record.add_member("bo@example.org", None, "School A", frozenset({"reviewer"}))
    found = [(m.organisation_name, m.email, sorted(m.roles)) for m in any_record.members()]
    assert found == [
        ("School A", "ada@example.org", ["admin"]),
        ("School A", "bo@example.org", ["reviewer"]),
        ("School B", "ada@example.org", ["facilitator", "reviewer"]),
    ]
    assert ada.user == other.user and ada.organisation != other.organisation
    assert [m.organisation_name for m in any_record.memberships(ada.user)] == ["School A", "School B"]


@pytest.mark.parametrize("roles", [frozenset(), frozenset({"owner"}), frozenset({"admin", "root"})])
def test_a_role_that_there_is_not_is_refused_and_nobody_is_made(any_record, roles):
    with pytest.raises(ValueError, match="role"):
        any_record.add_member("ada@example.org", None, "School A", roles)
    assert any_record.members() == []


def test_a_new_password_is_for_those_who_have_an_account(any_record):
    assert not any_record.set_password("ada@example.org", "hash")
    any_record.add_member("ada@example.org", "old", "School A", frozenset({"reviewer"}))
    assert any_record.set_password("ada@example.org", "new")


def test_a_link_works_once(any_record):
    assert not any_record.link_was_used("token-1")
    assert any_record.use_link("token-1")
    assert any_record.link_was_used("token-1") and not any_record.link_was_used("token-2")
    assert not any_record.use_link("token-1")
    assert any_record.use_link("token-2")


def test_a_link_used_by_many_at_once_lets_one_in(record, engine):
    let_in = []
    threads = [threading.Thread(target=lambda: let_in.append(SqlRecord(engine).use_link("token-1"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(let_in) == [False] * 7 + [True]


def test_web_processes_that_start_at_once_make_one_facilitator(record):
    """As containers do, on an empty database."""
    with ThreadPoolExecutor(8) as pool:
        who = ("ada@example.org", None, "School A", frozenset({"admin"}))
        asked = [pool.submit(record.add_member, *who) for _ in range(8)]
    assert len({a.result() for a in asked}) == 1
    assert len(record.members()) == 1


def test_an_organisation_of_test_data_is_one_from_its_first_day_and_no_other_becomes_one(any_record):
    any_record.add_member("bo@example.org", None, "School A", frozenset({"reviewer"}))
    place = any_record.add_test_organisation("Test data")
    desk = any_record.add_member("ada@example.org", None, "Test data", frozenset({"facilitator"}))
    assert (desk.organisation, any_record.is_test(place)) == (place, True)
    assert {m.organisation_name: m.test for m in any_record.members()} == {"School A": False, "Test data": True}
    for taken in ("School A", "Test data"):
        with pytest.raises(ValueError):
            any_record.add_test_organisation(taken)
    assert not any_record.is_test("nothing") and not any_record.is_test(any_record.members()[0].organisation)


def test_it_can_hold_no_real_session_whoever_asks(any_record):
    any_record.add_test_organisation("Test data")
    desk = any_record.add_member("ada@example.org", None, "Test data", frozenset({"facilitator"}))
    real = a_session("s1", owner=desk.user, organisation=desk.organisation)
    with pytest.raises(ValueError, match="test data"):
        any_record.add_session(real, (desk.user,), a_checkpoint("s1"))
    assert any_record.session("s1") is None
    any_record.add_session(replace(real, rehearsal=True), (desk.user,), a_checkpoint("s1"))
    assert any_record.session("s1").rehearsal
