"""Pages that anybody may read, and what machines are told."""

from html import unescape

import pytest

from tests.helpers.site import Site
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


NOTICE = ("ORGANISATION", "CONTACT", "PURPOSES", "BASIS", "RIGHTS", "PERIODS")


def test_a_notice_that_nobody_has_filled_in_says_what_is_missing(site):
    page = unescape(site.visitor().get("/privacy").text)
    for missing in (
        "has not been told who is responsible",
        "No contact has been given",
        "legal basis has not been given",
    ):
        assert missing in page
    for ours in ("To run a training workshop", "Information Commissioner’s Office", "Backups hold what there was"):
        assert ours in page


def test_a_notice_says_what_the_organisation_says_whatever_that_is(valkey_server, tmp_path):
    said = {
        f"WORKSHOP_PRIVACY_{name}": f"{name} <script>x</script> {{{{ 7 * 7 }}}} \u202e{'y' * 600}" for name in NOTICE
    }
    page = Site(tmp_path, valkey_server.url, **said).visitor().get("/privacy").text
    assert (
        "<script>x" not in page and "\u202e" not in page and "49" not in page.partition("<dl")[2].partition("</dl")[0]
    )
    for name in NOTICE:
        assert f"{name} &lt;script&gt;x&lt;/script&gt; {{{{ 7 * 7 }}}}" in page
    assert "has not been" not in page


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
