"""Help and the two pages to print: for anybody, in the words of the app, with nothing that a script has to draw."""

import re

import pytest
from markupsafe import escape

from tests.helpers.site import Site
from workshop.words import Words

EN = Words.of("en")


@pytest.mark.parametrize("path", ["/help", "/guide", "/guide/facilitators"])
def test_anybody_may_read_them_without_a_script(site, path):
    page = site.visitor().get(path)
    assert page.status_code == 200 and "<script" not in page.text and "<h1>" in page.text


def test_the_promise_is_in_the_words_of_the_join_page(site):
    page = re.sub(r"\s+", " ", site.visitor().get("/guide").text)
    for id in ("join.name", "join.counted", "join.early", "join.limits_text"):
        assert str(escape(EN.say(id))) in page
    assert EN.say("join.wait", k=5) in page
    for line in EN.all("office.held.organisation"):
        assert str(escape(line)) in page


def test_the_page_for_delegates_says_where_to_go_and_where_support_is(site):
    page = site.visitor().get("/guide").text
    assert site.context.address.split("://")[1] in page
    for resource in site.context.scenarios.list()[0].resources[:4]:
        assert str(escape(resource.title)) in page


def test_the_page_for_facilitators_draws_the_half_day_and_the_four_signs(site):
    page = site.visitor().get("/guide/facilitators").text
    half = next(a for a in site.context.scenarios.list()[0].agendas if a.id == "half")
    assert page.count("<rect class=") >= len(half.steps)
    for label in ("settled", "neighbouring", "spread", "split"):
        assert EN.say(f"common.labels.{label}") in page


def test_help_leads_to_all_of_it_and_the_tour_only_who_can_take_it(site):
    page = site.visitor().get("/help").text
    assert 'href="/guide"' in page and 'href="/guide/facilitators"' in page and "#tour" not in page
    desk = site.signed_in(site.member("help@here.test", "Here", "facilitator"))
    assert 'href="/facilitate#tour"' in desk.get("/help").text
    assert 'href="/help"' in desk.get("/facilitate").text


def test_they_turn_with_the_language(valkey_server, tmp_path):
    other = Site(tmp_path, valkey_server.url.replace("db=0", "db=3"), WORKSHOP_LANGUAGE="en-XA")
    assert "[" in other.visitor().get("/guide").text
