"""The page on the phone that shows what is held for it."""

from html import unescape

import pytest

from workshop.activities.registry import PARTS
from workshop.service.perform import Sender, perform
from workshop.web.cookies import seat_here
from workshop.web.my_data import KEPT, SAYS
from workshop.words import Words

WORDS = Words.of("en")


@pytest.fixture(scope="module")
def running(site):
    return site.session(site.member("held@here.test", "Here", "facilitator"))


def token_of(site, phone) -> str:
    value = phone.client.get_cookie("cw_seat").value
    with site.app.test_request_context(headers={"Cookie": f"cw_seat={value}"}):
        return seat_here()[1]


def test_it_shows_this_phones_own_and_no_other_phones(site, running):
    phone, other = site.delegate(running), site.delegate(running)
    perform(site.context, running, Sender("delegate", token_of(site, phone)), "welcome.agree", {}, "x" * 22)
    mine, theirs = phone.get("/held").text, other.get("/held").text
    assert "You agreed" in mine and "You agreed" not in theirs
    assert "Your seat" in mine and "Your seat" in theirs


def test_it_says_who_sees_what_and_for_how_long(site, running):
    page = unescape(site.delegate(running).get("/held").text)
    for name in PARTS:
        assert WORDS.say(f"office.held.seen.{name}") in page
    for place in KEPT:
        assert all(WORDS.say(f"office.held.kept.{place}.{of}") in page for of in SAYS)


def test_it_never_shows_the_token_or_a_slot(site, running):
    phone = site.delegate(running)
    page = phone.get("/held").text
    token = token_of(site, phone)
    assert token not in page
    assert site.context.live.seat(running, token).slot("session", "seat") not in page


def test_it_needs_no_script_and_is_not_kept(site, running):
    answer = site.delegate(running).get("/held")
    assert "<script" not in answer.text and answer.headers["Cache-Control"] == "no-store"


def test_after_leaving_or_forgetting_there_is_nothing(site):
    session = site.session(site.member("held@here.test", "Here", "facilitator"))
    phone = site.delegate(session)
    site.context.record.forget(session)
    site.context.live.forget(session)
    assert "Nothing is held for this phone." in phone.get("/held").text
    phone.post("/leave")
    assert phone.get("/held").headers["Location"] == "/"
