"""What happened and what to do: for people a page, for scripts JSON, and never a value or a trace."""

import logging

import pytest
from werkzeug.exceptions import default_exceptions

from tests.helpers.site import Site
from workshop.activities.base import Refused, said_no
from workshop.service.ports import Unavailable, UnknownSession
from workshop.web import access
from workshop.web.errors import KNOWN, WAIT
from workshop.words import Words

CANARY = "canary-9f2c"


def sentences(code):
    """What happened, and what to do."""
    return Words.of("en").all(f"refused.http.{code}")


@pytest.fixture(scope="module")
def broken(valkey_server, tmp_path_factory):
    """A workshop with routes that fail in every way."""
    site = Site(tmp_path_factory.mktemp("broken"), valkey_server.url)
    faults = {"value": ValueError(CANARY), "away": Unavailable(CANARY), "gone": UnknownSession(CANARY)}

    def fail(kind):
        raise faults[kind]

    def refuse(code):
        raise default_exceptions[code](description=CANARY)

    site.app.add_url_rule("/fail/<kind>", "fail", fail, methods=["GET", "POST"])
    site.app.add_url_rule("/refuse/<int:code>", "refuse", refuse)
    before = dict(access.RULES)
    access.RULES |= {"fail": access.anyone, "refuse": access.anyone}
    yield site
    access.RULES.clear()
    access.RULES.update(before)


@pytest.mark.parametrize("code", sorted(c for c in default_exceptions if c >= 400))
def test_every_refusal_is_a_page_with_a_sentence(broken, code):
    answer = broken.visitor().get(f"/refuse/{code}")
    assert answer.status_code == code
    what, do = sentences(code if code in KNOWN else 500 if code >= 500 else 400)
    assert what in answer.text and do in answer.text and CANARY not in answer.text
    assert answer.headers.get("Retry-After") == WAIT.get(code)


@pytest.mark.parametrize(("kind", "code"), [("value", 500), ("away", 503), ("gone", 404)])
def test_a_fault_says_nothing_of_itself_on_the_page_or_in_the_log(broken, caplog, kind, code):
    person = broken.visitor()
    with caplog.at_level(logging.DEBUG):
        page = person.get(f"/fail/{kind}?q={CANARY}")
        answer = person.post(f"/fail/{kind}", {"text": CANARY})
    assert (page.status_code, answer.status_code) == (code, code)
    assert answer.json == said_no(Refused("http", f"http.{code}"))
    assert CANARY not in page.text + answer.text
    for record in caplog.records:
        assert CANARY not in record.getMessage() and not record.exc_info


def test_a_forged_post_reads_like_any_bad_one(broken):
    person = broken.visitor()
    person.get("/")
    answer = person.client.post("/join/look", json={})
    assert answer.status_code == 400 and answer.json == said_no(Refused("http", "http.400"))


def test_every_sentence_says_what_happened_and_what_to_do():
    for what, do in map(sentences, KNOWN):
        assert not what.endswith(".") and do.endswith(".")


@pytest.mark.parametrize("path", ["/join/look", "/join", "/leave"])
def test_a_browser_that_sends_no_cookie_is_told_of_cookies_and_any_other_to_load_again(broken, path):
    """To load the page again would lead such a browser back here, for ever."""
    bare = broken.app.test_client()
    answer = bare.post(path, json={"code": "K7M4QX9P"}, base_url="http://localhost")
    assert answer.status_code == 400 and answer.json["why"] == "http.cookies"
    stale = broken.visitor()
    stale.get("/")
    answer = stale.client.post(path, json={"code": "K7M4QX9P"}, headers={"X-CSRF-Token": "old"})
    assert answer.status_code == 400 and answer.json["why"] == "http.400"


def test_a_form_of_a_browser_without_cookies_is_answered_by_a_page_that_says_so(broken):
    answer = broken.app.test_client().post("/account/sign-in", data={"email": "a@b.test"}, base_url="http://localhost")
    assert answer.status_code == 400 and "<h1>This browser sent no cookie</h1>" in answer.text
