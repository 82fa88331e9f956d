"""Who may open a socket and keep it: every role, another organisation's session, foreign origins; and two seconds."""

import json
import time
from urllib.parse import urlencode, urlsplit
from urllib.request import Request

import pytest
from websocket import WebSocketBadStatusException, create_connection

from tests.helpers.canaries import CanaryLine
from tests.helpers.served import served
from tests.promise.people import Room
from workshop.activities.registry import COMMANDS, OWN, PARTS
from workshop.record import tables as t
from workshop.record.engine import make_engine, transaction
from workshop.record.repository import SqlRecord
from workshop.record.users import hash_password
from workshop.rehearsal.http import Browser
from workshop.rehearsal.wire import Line, Refusal

PASSWORD = "a password of the tests"
WITHIN = 2.0


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    with served(tmp_path_factory.mktemp("sockets") / "data") as found:
        yield found


@pytest.fixture(scope="module")
def record(running):
    engine = make_engine(f"sqlite:///{running.data}/workshop.sqlite3")
    yield SqlRecord(engine)
    engine.dispose()


@pytest.fixture(scope="module")
def room(running):
    """A session of one organisation, with two phones."""
    found = Room(running.url, running.link)
    found.phone()
    found.phone()
    yield found
    found.close()


def password_browser(running, record, email: str, organisation: str, *roles: str) -> Browser:
    """A browser in which an account of some organisation is signed in."""
    record.add_member(email, hash_password(PASSWORD), organisation, frozenset(roles))
    browser = Browser(running.url)
    page = browser.get("/account/sign-in").decode()
    token = page.partition('name="csrf_token"')[2].partition('value="')[2].partition('"')[0]
    form = urlencode({"email": email, "password": PASSWORD, "csrf_token": token}).encode()
    request = Request(f"{running.url}/account/sign-in", form, {"Origin": running.url})
    browser._opener.open(request, timeout=10).read()
    browser.get("/privacy")
    return browser


def opened(url: str, namespace: str, cookies: str, session: str = "") -> str:
    """`in`, or the word of the refusal."""
    line = CanaryLine(url, namespace, cookies, session=session)
    try:
        Line.connect(line, 5)
    except Refusal as refused:
        return refused.code
    finally:
        line.drop()
    return "in"


def with_pass(room, kind: str) -> Browser:
    """A browser that was handed the session's link for a screen or a second desk."""
    links = room.facilitator.browser.get(f"/facilitate/{room.session}/links").decode()
    browser = Browser(room.url)
    browser.get(urlsplit(json.loads(links)[kind]).path)
    return browser


@pytest.fixture(scope="module")
def cookies(running, record, room):
    """The cookies of everybody there can be."""
    stranger = Room(running.url, room.facilitator)
    stranger.phone()
    found = {
        "nobody": "",
        "a phone of the session": room.browsers[0].cookies,
        "a phone of another session": stranger.browsers[0].cookies,
        "its facilitator": room.facilitator.browser.cookies,
        "a facilitator of the same organisation": password_browser(
            running, record, "colleague@here.test", "My organisation", "facilitator"
        ).cookies,
        "a facilitator of another organisation": password_browser(
            running, record, "f@elsewhere.test", "Elsewhere", "facilitator"
        ).cookies,
        "a reviewer of the same organisation": password_browser(
            running, record, "r@here.test", "My organisation", "reviewer", "admin"
        ).cookies,
        "a screen": with_pass(room, "screen").cookies,
        "a second desk": with_pass(room, "desk").cookies,
        "a made-up seat": "cw_seat=WyJ4IiwieSJd.AAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "a made-up pass": f"cw_pass={room.session}.desk",
    }
    yield found
    stranger.close()


ALLOWED = {
    "/delegate": {"a phone of the session", "a phone of another session"},
    "/facilitator": {"its facilitator", "a second desk"},
    "/screen": {"its facilitator", "a second desk", "a screen"},
}


@pytest.mark.parametrize("namespace", ALLOWED)
def test_each_role_gets_in_where_it_should_and_nowhere_else(room, cookies, namespace):
    found = {who: opened(room.url, namespace, value, room.session) for who, value in cookies.items()}
    assert found == {who: "in" if who in ALLOWED[namespace] else "refused" for who in cookies}


def test_a_phone_is_in_the_session_of_its_seat_whatever_it_asks_for(running, room):
    other = Room(running.url, room.facilitator)
    line = CanaryLine(room.url, "/delegate", room.browsers[0].cookies, session=other.session)
    line.connect()
    assert line.parts["session"]["title"] == room.phones[0].parts["session"]["title"]
    room.facilitator.send("session.timer", {"seconds": 600})
    assert line.wait_for(lambda p: p["timer"] is not None)
    line.drop()
    other.close()


@pytest.mark.parametrize("session", ["", "x", "' OR 1=1", "../..", "a" * 39, "*", "\0", "nothing-here-at-all"])
def test_a_session_that_there_is_not_is_refused_like_somebody_elses(room, session):
    assert opened(room.url, "/facilitator", room.facilitator.browser.cookies, session) == "refused"


@pytest.mark.parametrize(
    "origin",
    ["https://evil.test", "null", "http://localhost.evil.test", "http://127.0.0.1.evil.test", "http://127.0.0.1:1",
     "file://", "https://127.0.0.1"],
)  # fmt: skip
def test_a_foreign_null_or_look_alike_origin_opens_no_socket(room, origin):
    """Also with forwarded headers that say it is ours."""
    forged = [f"X-Forwarded-Host: {origin.partition('://')[2]}", "X-Forwarded-Proto: https"]
    for header in ([], forged):
        with pytest.raises(WebSocketBadStatusException):
            create_connection(
                room.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket",
                origin=origin,
                header=header,
                cookie=room.facilitator.browser.cookies,
                timeout=5,
            )


@pytest.mark.parametrize("name", sorted(n for n, c in COMMANDS.items() if "delegate" not in c.roles))
def test_a_phone_cannot_give_a_facilitators_command(room, name):
    answer = room.phones[0].answer(room.phones[0].begin(name, {}))
    assert (answer["ok"], answer["code"]) == (False, "not_allowed")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_screen_can_give_no_command(room, cookies, name):
    line = CanaryLine(room.url, "/screen", cookies["a screen"], session=room.session)
    line.connect()
    answer = line.answer(line.begin(name, {}))
    assert (answer["ok"], answer["code"]) == (False, "not_allowed")
    line.drop()


def test_a_phone_gets_no_part_that_is_for_the_desk(room):
    phone, desk = room.phones[0].parts, room.facilitator.line.parts
    only_desk = {name for name, part in PARTS.items() if "delegate" not in part.audiences}
    assert only_desk and not only_desk & set(phone) and only_desk & set(desk)
    assert not {own.name for own in OWN} & set(desk)


# ---------------------------------------------------------------- within two seconds


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
