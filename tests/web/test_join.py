"""A delegate's way in and out, as a phone goes it."""

import secrets

import pytest

from tests.helpers.site import META
from workshop.activities.base import said_no
from workshop.activities.registry import COMMANDS
from workshop.domain.live import Head
from workshop.service.checkpoint import save_checkpoint
from workshop.service.finish import end_session
from workshop.service.join import UNKNOWN, Joined, given_up, leave, take_back
from workshop.service.perform import Sender, perform
from workshop.web.cookies import seat_here
from workshop.web.join import FACILITATES


@pytest.fixture(scope="module")
def owner(site):
    return site.member("join@here.test", "Here", "facilitator")


@pytest.fixture(scope="module")
def running(site, owner):
    return site.session(owner, "Tuesday")


def test_the_first_page_asks_for_the_code_and_says_nothing_of_any_session(site, running):
    page = site.visitor().get("/")
    assert page.status_code == 200 and META.search(page.text)
    assert site.code(running) not in page.text and "Tuesday" not in page.text


@pytest.fixture(scope="module")
def failures(site, owner):
    """Codes that do not open a session, each for another reason."""
    locked, over, gone = site.session(owner), site.session(owner), site.session(owner)
    codes = {name: site.code(s) for name, s in (("locked", locked), ("ended", over), ("forgotten", gone))}
    perform(site.context, locked, Sender("facilitator"), "session.lock", {"locked": True}, "x" * 22)
    end_session(site.context, over)
    site.context.record.forget(gone)
    site.context.live.forget(gone)
    return {**codes, "made up": "ABCDEF", "empty": "", "strange": "{}*?[]", "long": "A" * 5000, "a number": 7}


@pytest.mark.parametrize("why", ["locked", "ended", "forgotten", "made up", "empty", "strange", "long", "a number"])
@pytest.mark.parametrize("path", ["/join/look", "/join"])
def test_one_answer_for_every_failure(site, failures, why, path):
    answer = site.visitor().post(path, {"code": failures[why]})
    assert (answer.status_code, answer.json) == (200, said_no(UNKNOWN))
    assert "Set-Cookie" not in answer.headers or "seat" not in answer.headers["Set-Cookie"]


@pytest.mark.parametrize("body", [None, {"code": ["A"]}, {"code": {"$gt": ""}}])
def test_a_body_of_another_shape_is_a_failure_like_any_other(site, body):
    answer = site.visitor().post("/join", body)
    assert (answer.status_code, answer.json) == (200, said_no(UNKNOWN))


def test_a_phone_joins_gets_its_room_and_leaves(site, running):
    phone = site.visitor()
    answer = phone.post("/join", {"code": site.code(running)}).json
    assert answer == {"ok": True, "next": "/room"}
    page = phone.get("/room")
    assert page.status_code == 200 and running in page.text
    phone.post("/leave")
    assert phone.get("/room").headers["Location"] == "/"


def test_a_phone_may_bring_its_own_token_and_no_other_string(site, running):
    for brought, kept in (("a" * 43, True), ("a" * 42, False), ("a" * 44, False), ("'; DROP TABLE", False)):
        phone = site.visitor()
        phone.post("/join", {"code": site.code(running), "token": brought})
        value = phone.client.get_cookie("cw_seat").value
        with site.app.test_request_context(headers={"Cookie": f"cw_seat={value}"}):
            assert (seat_here()[1] == brought) is kept


def test_the_room_of_the_page_is_not_for_somebody_without_a_seat(site):
    assert site.visitor().get("/room").headers["Location"] == "/"


def test_a_browser_that_runs_sessions_takes_no_seat(site, owner, running):
    for browser in (site.signed_in(owner), site.with_pass(running, "desk")):
        before = devices(site, running)
        answer = browser.post("/join", {"code": site.code(running)})
        assert (answer.status_code, answer.json) == (403, said_no(FACILITATES))
        assert browser.client.get_cookie("cw_seat") is None
        assert devices(site, running) == before


def test_whoever_takes_the_desk_gives_the_seat_back(site, owner, running):
    phone = site.delegate(running)
    before = devices(site, running)
    desk = site.with_pass(running, "desk").client.get_cookie("cw_pass").value
    phone.client.set_cookie("cw_pass", desk, httponly=True)
    answer = phone.get(f"/facilitate/{running}")
    assert answer.status_code == 200
    assert phone.client.get_cookie("cw_seat") is None
    assert devices(site, running) == before - 1
    assert phone.get("/room").status_code == 409


def test_k_is_what_was_said_before_anybody_joined(site, running):
    """No command and no route changes it: what a phone was told when it joined holds to the end."""
    assert not [n for n, c in COMMANDS.items() if "k" in c.body.model_fields]
    before: Head = site.context.live.head(running, fresh=True)
    for name in ("session.lock", "session.timer", "session.next"):
        body = {"k": 1, "locked": False, "seconds": 60, "from_step": "s1"}
        refused = perform(site.context, running, Sender("facilitator"), name, body, "y" * 22)
        assert getattr(refused, "code", "") == "invalid"
    assert site.context.live.head(running, fresh=True).k == before.k


# ---------------------------------------------------------------- one browser, one seat


@pytest.fixture
def alone(site, owner):
    """A session of its own."""
    return site.session(owner, "Alone")


def join(site, phone, session, **more):
    return phone.post("/join", {"code": site.code(session), **more})


def lock(site, session, locked=True):
    perform(site.context, session, Sender("facilitator"), "session.lock", {"locked": locked}, secrets.token_urlsafe(16))


def token_of(site, phone):
    value = phone.client.get_cookie("cw_seat").value
    with site.app.test_request_context(headers={"Cookie": f"cw_seat={value}"}):
        return seat_here()[1]


@pytest.mark.parametrize("brought", ["", "b" * 43])
def test_joining_again_with_a_seat_gives_that_seat(site, alone, brought):
    phone = site.delegate(alone)
    first = token_of(site, phone)
    for _ in range(12):
        assert join(site, phone, alone, token=brought).json == {"ok": True, "next": "/room"}
    assert token_of(site, phone) == first and devices(site, alone) == 1


def test_a_lost_answer_is_repeated_with_the_phones_own_token(site, alone):
    phone = site.visitor()
    for _ in range(3):
        phone.client.delete_cookie("cw_seat")  # it never arrived
        assert join(site, phone, alone, token="c" * 43).json["ok"]
    lock(site, alone)
    phone.client.delete_cookie("cw_seat")
    assert join(site, phone, alone, token="c" * 43).json["ok"], "also when the lobby was locked meanwhile"
    assert devices(site, alone) == 1


def test_a_locked_lobby_lets_the_seated_in_and_nobody_else(site, alone):
    phone = site.delegate(alone)
    lock(site, alone)
    assert phone.post("/join/look", {"code": site.code(alone)}).json["here"] is True
    assert join(site, phone, alone).json["ok"]
    assert join(site, site.visitor(), alone).json == said_no(UNKNOWN)
    assert join(site, site.visitor(), alone, token="d" * 43).json == said_no(UNKNOWN)
    assert devices(site, alone) == 1


@pytest.mark.parametrize("locked", [False, True])
def test_a_wiped_live_store_gives_the_same_seat_back(site, alone, locked):
    phone = site.delegate(alone)
    lock(site, alone, locked)
    save_checkpoint(site.context, alone)
    first, code = token_of(site, phone), site.code(alone)
    site.context.live.forget(alone)
    assert '"title": "Alone"' in phone.get("/").text
    assert phone.post("/join", {"code": code}).json["ok"]
    assert token_of(site, phone) == first and devices(site, alone) == 1


def test_a_seat_that_was_given_up_is_not_had_back_by_a_copied_cookie(site, alone):
    phone = site.delegate(alone)
    copied = phone.client.get_cookie("cw_seat").value
    phone.post("/leave")
    lock(site, alone)
    phone.client.set_cookie("cw_seat", copied)
    assert join(site, phone, alone).json == said_no(UNKNOWN)
    assert phone.post("/join/look", {"code": site.code(alone)}).json["ok"] is False
    assert devices(site, alone) == 0


def test_whoever_was_in_when_it_ended_has_not_given_its_seat_up(site, alone):
    """Loaded again, the page is let in to say that the session has ended."""
    seats = [token_of(site, site.delegate(alone)) for _ in range(2)]
    held, left = (Joined(alone, token, take_back(site.context, alone, token)) for token in seats)
    leave(site.context, alone, left.token)
    assert (given_up(site.context, held), given_up(site.context, left)) == (False, True)
    end_session(site.context, alone)
    assert not given_up(site.context, held)


def test_joining_elsewhere_gives_the_old_seat_back(site, owner, alone):
    other = site.session(owner, "Other")
    phone = site.delegate(alone)
    assert phone.post("/join/look", {"code": site.code(other)}).json["here"] is False
    assert devices(site, alone) == 1, "looking gives nothing up"
    assert join(site, phone, other).json["ok"]
    assert (devices(site, alone), devices(site, other)) == (0, 1)
    assert '"title": "Other"' in phone.get("/").text


def test_a_failed_try_to_join_elsewhere_leaves_the_seat(site, alone):
    phone = site.delegate(alone)
    assert phone.post("/join", {"code": "AAAAAAAA"}).json["ok"] is False
    assert devices(site, alone) == 1 and phone.get("/room").status_code == 200


def test_the_first_page_leads_a_seated_phone_back_and_lets_go_of_what_is_over(site, alone):
    phone = site.delegate(alone)
    assert f'"session": "{alone}"' in phone.get("/").text
    end_session(site.context, alone)
    assert '"here": null' in phone.get("/").text
    assert phone.client.get_cookie("cw_seat") is None


def test_codes_of_six_symbols_lead_on_to_the_sessions_that_have_them(site, owner, monkeypatch):
    monkeypatch.setattr("workshop.service.join_codes.CODE_LENGTH", 6)
    session = site.session(owner)
    assert len(site.code(session)) == 6
    assert join(site, site.visitor(), session).json["ok"]
    site.context.live._redis.delete(f"cw:code:{site.code(session)}")  # the record knows it too
    assert join(site, site.visitor(), session).json["ok"]


@pytest.mark.parametrize("way", ["{a} {b}", "{a}-{b}", "{a}\u2013{b}", " {a}\t{b}\n", "http://w.example/#{a}{b}"])
def test_a_code_is_understood_as_it_is_spoken_or_pasted(site, alone, way):
    code = site.code(alone)
    assert len(code) == 8
    for written in (code, code.lower()):
        text = way.format(a=written[:4], b=written[4:])
        assert site.visitor().post("/join/look", {"code": text}).json["ok"], text


def devices(site, session) -> int:
    return site.context.live.view(session, lambda head: ()).counts.get("devices", 0)
