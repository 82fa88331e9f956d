"""Answers over HTTP that differ by what a phone said are as long as each other, and are not compressed."""

from __future__ import annotations

import pytest

from tests.web.test_my_data import token_of
from workshop.realtime.websockets import server_of
from workshop.service.perform import Done, Sender, perform
from workshop.web.check_text import ANSWER
from workshop.web.my_data import PAGE


@pytest.fixture(scope="module")
def running(site):
    return site.session(site.member("sizes@here.test", "Here", "facilitator"))


def test_an_opinion_on_a_text_is_as_long_as_none(site, running):
    phone = site.delegate(running)
    texts = ["", "Why?", "Ring 020 7946 0958", "My pupil Jane Doe of St Mary\u2019s School", "x" * 900]
    answers = [phone.post("/check-text", {"text": text, "pad": "." * 40}) for text in texts]
    assert {len(answer.data) for answer in answers} == {ANSWER}
    assert len({answer.json["looks"] for answer in answers}) > 2


def test_the_page_of_what_is_held_is_as_long_for_who_said_much_as_for_who_said_nothing(site, running):
    silent, other = site.delegate(running), site.delegate(running)
    desk, token = Sender("facilitator"), token_of(site, other)
    step = [s.id for s in site.context.live.head(running).steps if s.activity == "board"][1]
    for n, (name, body) in enumerate((("session.go", {"step": step}), ("board.open", {}))):
        assert isinstance(perform(site.context, running, desk, name, body, f"of the desk, number {n}"), Done)
    found = site.context.live.head(running, fresh=True).round_here()
    for card in found.cards:
        body = {"round": found.id, "card": card, "stage": None, "reasons": ["law", "impact"], "missing": ["consent"]}
        done = perform(
            site.context, running, Sender("delegate", token), "board.place", body, f"of a phone, {card:_<20}"
        )
        assert isinstance(done, Done)
    much, little = other.get("/held").data, silent.get("/held").data
    assert b"Your placements" in much
    assert len(much) == len(little) == PAGE


def test_what_is_polled_is_not_compressed(site):
    assert server_of(site.workshop.socketio).eio.http_compression is False
