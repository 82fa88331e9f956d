"""An opinion on a text: given to those in a session, looked at and not kept."""

import logging

import pytest
from redis import Redis

from workshop.web.check_text import LONGEST
from workshop.web.rate_limits import CHECKS

CANARY = "Canary Feather"


@pytest.fixture(scope="module")
def running(site):
    return site.session(site.member("check@here.test", "Here", "facilitator"))


@pytest.fixture
def phone(site, running):
    return site.delegate(running)


@pytest.mark.parametrize(
    ("text", "looks"),
    [("ring 020 7946 0958", "phone"), ("the record says 943 476 5919", "number"), ("Why?", "")],
)
def test_it_says_what_a_text_looks_like(phone, text, looks):
    assert phone.post("/check-text", {"text": text}).json == {"looks": looks}


def test_people_of_the_case_are_nobody_real(phone):
    assert phone.post("/check-text", {"text": "a boy called Ash"}).json == {"looks": ""}
    assert phone.post("/check-text", {"text": "a boy called Kevin"}).json == {"looks": "name"}


def test_whoever_runs_the_session_may_ask_too_and_nobody_else(site, running):
    body = {"text": "ring 020 7946 0958"}
    assert site.with_pass(running, "desk").post("/check-text", body).json == {"looks": "phone"}
    assert site.visitor().post("/check-text", body).status_code == 403
    assert site.with_pass(running, "screen").post("/check-text", body).status_code == 403


@pytest.mark.parametrize("body", [{}, {"text": 5}, {"text": ["x"]}, {"text": "0" * (LONGEST + 1)}])
def test_what_is_no_text_looks_like_nothing(phone, body):
    assert phone.post("/check-text", body).json == {"looks": ""}


def test_who_asks_too_often_is_told_nothing(phone):
    token = {"X-CSRF-Token": phone.csrf()}
    body = {"text": "ring 020 7946 0958"}
    answers = [phone.client.post("/check-text", json=body, headers=token).json["looks"] for _ in range(CHECKS + 1)]
    assert answers == ["phone"] * CHECKS + [""]


def test_nothing_of_it_is_kept_or_logged(site, phone, caplog, valkey_server, running):
    def everything():
        client = Redis.from_url(valkey_server.url)
        return {key: client.dump(key) for key in client.keys("*") if b"count" not in key}

    before = everything()
    with caplog.at_level(logging.DEBUG):
        assert phone.post("/check-text", {"text": f"I heard {CANARY} say it"}).json["looks"] == "name"
    assert everything() == before
    assert CANARY not in caplog.text


def test_a_session_that_is_gone_still_gets_an_opinion(site):
    session = site.session(site.member("check@here.test", "Here", "facilitator"))
    phone = site.delegate(session)
    site.context.live.forget(session)
    assert phone.post("/check-text", {"text": "a boy called Ash"}).json == {"looks": "name"}
