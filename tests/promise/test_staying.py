"""Who may keep a socket: whoever signs out, loses a role, leaves or is forgotten is sent nothing two seconds later."""

import time

import pytest

from tests.helpers.canaries import CanaryLine
from tests.promise.people import Room, opened, password_browser, with_pass
from workshop.record import tables as t
from workshop.record.engine import transaction
from workshop.rehearsal.http import Browser

WITHIN = 2.0


def closed_within(line: CanaryLine, act) -> float:
    """Seconds from an act to the moment at which the server closed this socket."""
    began = time.monotonic()
    act()
    done = time.monotonic()
    while line.closed_at is None and time.monotonic() < done + 4:
        time.sleep(0.02)
    assert line.closed_at is not None, "it was not closed"
    assert line.closed_at - done <= WITHIN
    return line.closed_at - began


def facilitators_line(room, browser: Browser, namespace: str = "/facilitator") -> CanaryLine:
    line = CanaryLine(room.url, namespace, browser.cookies, session=room.session)
    line.connect()
    return line


@pytest.fixture
def second(running, record, room, request):
    """A second facilitator of the session, signed in."""
    email = f"second{abs(hash(request.node.name))}@here.test"
    browser = password_browser(running, record, email, "My organisation", "facilitator")
    member = next(m for m in record.members() if m.email == email)
    record.add_facilitator(room.session, member.user)
    return browser, member


def test_who_signs_in_has_a_password_that_is_kept_at_the_cost_of_production(record, second):
    """Even one that came in cheaply, as those do that these tests make: the sign-in hashes it anew."""
    with transaction(record.engine) as db:
        kept = db.get(t.User, second[1].user).password
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


@pytest.mark.parametrize("namespace", ["/facilitator", "/screen"])
def test_signing_out_closes_its_sockets_and_no_others(room, second, namespace):
    browser, _ = second
    line, kept = facilitators_line(room, browser, namespace), facilitators_line(room, room.facilitator.browser)
    cookies = browser.cookies
    closed_within(line, lambda: browser.post("/account/sign-out", {}))
    assert kept.closed_at is None and opened(room.url, namespace, cookies, room.session) == "refused"
    kept.drop()


def test_losing_the_role_closes_its_sockets(room, record, second):
    browser, member = second
    line = facilitators_line(room, browser)

    def lose() -> None:
        with transaction(record.engine) as db:
            db.delete(db.get(t.Membership, (member.user, member.organisation, "facilitator")))

    closed_within(line, lose)


def test_being_taken_off_the_session_closes_its_sockets(room, record, second):
    browser, member = second
    line = facilitators_line(room, browser)

    def lose() -> None:
        with transaction(record.engine) as db:
            db.delete(db.get(t.SessionFacilitator, (room.session, member.user)))

    closed_within(line, lose)


def test_leaving_closes_the_phones_sockets_and_no_other_phones(room):
    phone, browser = room.phone(), room.browsers[-1]
    other = room.phone()
    closed_within(phone, lambda: browser.post("/leave", {}))
    assert other.closed_at is None


def test_a_phone_that_takes_the_desk_loses_its_seat_and_its_sockets(room):
    phone, browser = room.phone(), room.browsers[-1]
    desk = with_pass(room, "desk")

    def take() -> None:
        for cookie in desk._jar:
            browser._jar.set_cookie(cookie)
        browser.get(f"/facilitate/{room.session}")

    closed_within(phone, take)
    assert "cw_seat" not in browser.cookies


def test_forgetting_a_session_closes_everybodys(running, room):
    doomed = Room(running.url, room.facilitator)
    phone, desk = doomed.phone(), facilitators_line(doomed, doomed.facilitator.browser)
    closed_within(phone, lambda: doomed.facilitator.browser.post(f"/facilitate/{doomed.session}/forget", {}))
    deadline = time.monotonic() + 1.5
    while desk.closed_at is None and time.monotonic() < deadline:
        time.sleep(0.02)
    assert desk.closed_at is not None
    doomed.close()
