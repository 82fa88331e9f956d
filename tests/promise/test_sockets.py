"""Who may open a socket: every role, another organisation's session, foreign origins; and who may command what."""

import time

import pytest
from websocket import WebSocketBadStatusException, create_connection

from tests.helpers.canaries import CanaryLine
from tests.promise.people import Room, opened, password_browser, with_pass
from workshop.activities.registry import COMMANDS, OWN, PARTS


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


MANY = 100
ALLOWED = {
    "/delegate": {"a phone of the session"},
    "/facilitator": {"its facilitator", "a second desk"},
    "/screen": {"its facilitator", "a second desk", "a screen"},
}


@pytest.mark.parametrize("namespace", ALLOWED)
def test_each_role_gets_in_where_it_should_and_nowhere_else(room, cookies, namespace):
    found = {who: opened(room.url, namespace, value, room.session) for who, value in cookies.items()}
    assert found == {who: "in" if who in ALLOWED[namespace] else "refused" for who in cookies}


def test_a_phone_is_in_the_session_of_its_seat_and_in_no_other(running, room):
    """A page that asks for another session is shown neither that one nor its own."""
    other = Room(running.url, room.facilitator)
    mine = room.browsers[0].cookies
    assert opened(room.url, "/delegate", mine, other.session) == "refused"
    for asked in ("", room.session):
        line = CanaryLine(room.url, "/delegate", mine, session=asked)
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
    for _ in range(MANY):  # one phone asks for all of them, and may be told to wait
        answer = room.phones[0].answer(room.phones[0].begin(name, {}))
        if answer["code"] != "too_fast":
            break
        time.sleep(0.1)
    assert (answer["ok"], answer["code"]) == (False, "not_allowed")


@pytest.fixture(scope="module")
def screen_line(room, cookies):
    """A screen's connection: one for all, since coming in is not free."""
    line = CanaryLine(room.url, "/screen", cookies["a screen"], session=room.session)
    line.connect()
    yield line
    line.drop()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_screen_can_give_no_command(screen_line, name):
    answer = screen_line.answer(screen_line.begin(name, {}))
    assert (answer["ok"], answer["code"]) == (False, "not_allowed")


def test_a_phone_gets_no_part_that_is_for_the_desk(room):
    phone, desk = room.phones[0].parts, room.facilitator.line.parts
    only_desk = {name for name, part in PARTS.items() if "delegate" not in part.audiences}
    assert only_desk and not only_desk & set(phone) and only_desk & set(desk)
    assert not {own.name for own in OWN} & set(desk)
