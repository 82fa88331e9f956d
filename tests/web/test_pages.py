"""Pages that anybody may read, and what machines are told."""

from html import unescape

import pytest

from workshop.service.ports import Unavailable


@pytest.mark.parametrize("path", ["/privacy", "/support", "/"])
def test_they_are_there_for_anybody(site, path):
    page = site.visitor().get(path)
    assert page.status_code == 200 and page.text.lstrip().startswith("<!doctype html>")


def test_the_promise_is_made_in_its_own_words(site):
    page = " ".join(site.visitor().get("/privacy").text.split())
    for sentence in (
        "Your placements are counted, not recorded.",
        "never stores which phone placed what",
        "what could link a phone to its answers is deleted",
        "if everyone answers the same, if you say it aloud, if your wording is recognisable",
        "taken over the running server during the session",
        "if the same people place the same cards again",
        "Saying what you would do, or that you moved, tells something of where you placed.",
    ):
        assert sentence in page


def test_support_names_where_to_turn(site):
    page = unescape(site.visitor().get("/support").text)
    for resource in site.context.scenarios.list()[0].resources:
        assert resource.title in page


def test_machines_are_told_that_it_runs_and_nothing_more(site):
    for path in ("/healthz", "/readyz"):
        answer = site.visitor().get(path)
        assert (answer.status_code, answer.json) == (200, {"ok": True})
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("away", ["live", "record"])
def test_it_is_not_ready_while_something_is_away(site, monkeypatch, away):
    def fail(*_):
        raise Unavailable("away")

    room, ask = (site.context.live, "ping") if away == "live" else (site.context.record, "ping")
    monkeypatch.setattr(room, ask, fail)
    answer = site.visitor().get("/readyz")
    assert (answer.status_code, answer.json) == (503, {"ok": False})
    assert site.visitor().get("/healthz").status_code == 200


def test_the_icon_that_browsers_ask_for_is_the_mark(site):
    answer = site.visitor().get("/favicon.ico")
    assert answer.headers["Location"].startswith("/static/mark.svg")
