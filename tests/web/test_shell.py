"""Shells: the same page as the template draws, and nothing of anybody's in what is kept of it."""

import json
import re

import pytest
from flask import current_app, render_template

from workshop.web.shell import SHELLS, page_of

PAGES = [("delegate/join.html", "join", "join"), ("delegate/room.html", "delegate", "room")]
DATA = re.compile(r'id="page-data">(.*?)</script>')


@pytest.fixture(scope="module")
def running(site):
    return site.session(site.member("shell@here.test", "Here", "facilitator"), title='<b>"Room" & </script>\'s')


@pytest.mark.parametrize(("template", "sheet", "entry"), PAGES)
@pytest.mark.parametrize("data", [None, {"here": None}, {"a": "</script><!--'\"&\u2028"}])
def test_it_is_the_page_that_the_template_draws(site, template, sheet, entry, data):
    with site.app.test_request_context():
        for _ in range(2):
            drawn = render_template(template, sheet=sheet, entry=entry, data=data)
            assert page_of(template, data, sheet=sheet, entry=entry) == drawn


def test_each_browser_gets_its_own_token_and_its_own_data(site, running):
    one, two, stranger = site.delegate(running), site.delegate(running), site.visitor()
    pages = [person.get("/").text for person in (one, two, stranger)]
    tokens = [re.search(r'name="csrf-token" content="([^"]+)"', page)[1] for page in pages]
    assert len(set(tokens)) == 3
    said = [json.loads(DATA.search(page)[1])["here"] for page in pages]
    assert said == [{"session": running, "title": '<b>"Room" & </script>\'s'}] * 2 + [None]
    assert one.post("/join/look", {"code": "x"}, headers={"X-CSRF-Token": tokens[0]}).status_code == 200
    assert stranger.client.post("/join", json={}, headers={"X-CSRF-Token": tokens[0]}).status_code == 400


def test_what_is_kept_is_nobodys(site, running):
    person = site.delegate(running)
    assert running in person.get("/room").text
    token = re.search(r'name="csrf-token" content="([^"]+)"', person.get("/").text)[1]
    with site.app.app_context():
        kept = "".join("".join(pieces) for pieces in current_app.extensions[SHELLS].values())
    assert kept.count("</html>") >= 2
    for own in (running, token, token.partition(".")[0], person.client.get_cookie("cw_seat").value):
        assert own not in kept


@pytest.mark.parametrize("template", ["privacy.html", "delegate/my_data.html"])
def test_a_template_that_is_no_shell_is_none(site, template):
    with site.app.test_request_context(), pytest.raises(ValueError, match="other gaps"):
        page_of(template, {}, sheet="office")
