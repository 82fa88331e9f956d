"""What templates and scripts say: by id, escaped, in one language a page, and what is missing is a fault."""

import json
import re

import pytest
from markupsafe import Markup

from tests.helpers.site import Site
from workshop.settings import SettingsError
from workshop.web.words import PAGES, modules
from workshop.words import Words, languages

ENTRIES = sorted(PAGES)


def drawn(site, template, **values):
    with site.app.test_request_context():
        return site.app.jinja_env.from_string(template).render(**values)


def test_a_template_says_a_message_with_its_values(site):
    assert drawn(site, "{{ say('office.seat.title', title='A “room” & <b>') }}") == (
        "This phone holds a seat in “A “room” &amp; &lt;b&gt;”"
    )
    assert drawn(site, "{{ say('office.pool.title', n=2) }}") == "2 sessions together"


def test_a_message_is_escaped_and_markup_in_it_is_not(site, monkeypatch):
    strange = Words("en", {"a": {"b": "1 < 2, see {where} {n}"}})
    monkeypatch.setattr("workshop.web.words.words_here", lambda: strange)
    said = drawn(site, "{{ say('a.b', where=where, n=n) }}", where=Markup("<i>x</i>"), n="<")
    assert said == "1 &lt; 2, see <i>x</i> &lt;"


@pytest.mark.parametrize("wrong", ["say('office.nothing')", "say('office.seat.title')", "say_all('office.way_back')"])
def test_what_is_not_there_is_a_fault_and_no_blank(site, wrong):
    with pytest.raises(KeyError):
        drawn(site, "{{ " + wrong + " }}")


def test_templates_write_days_and_lists(site):
    assert drawn(site, "{{ '2026-11-24' | day }}") == "24 November 2026"
    assert drawn(site, "{{ say_all('office.privacy.text') | length }}") == "2"


# ---------------------------------------------------------------- for scripts


def catalogue(body):
    found = re.fullmatch(r"export default (\{.*\});\n", body.decode("utf-8"))
    return json.loads(found[1])


def test_every_page_has_a_module_in_every_language():
    made = modules()
    assert made.keys() == {f"words/{language}/{page}.js" for language in languages() for page in PAGES}
    assert catalogue(made["words/en/join.js"])["join"]["code"] == "Session code"
    assert catalogue(made["words/en-XA/join.js"])["join"]["code"].startswith("[")


@pytest.mark.parametrize("page", ENTRIES)
def test_a_page_gets_the_areas_that_it_says_and_no_other(page):
    assert catalogue(modules()[f"words/en/{page}.js"]) == Words.of("en").area(*PAGES[page])


def test_a_page_names_its_words_asks_for_them_at_once_and_keeps_them_for_ever(site):
    page = site.visitor().get("/")
    url = re.search(r'<html lang="en-GB" dir="ltr" data-words="([^"]+)"', page.text)[1]
    assert f'<link rel="modulepreload" href="{url}">' in page.text
    answer = site.visitor().get(url)
    assert answer.content_type == "text/javascript; charset=utf-8"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert catalogue(answer.data) == Words.of("en").area(*PAGES["join"])


def test_a_page_without_a_script_names_none(site):
    assert "data-words" not in site.visitor().get("/privacy").text


# ---------------------------------------------------------------- in another language


@pytest.fixture(scope="module")
def from_the_right(valkey_server, tmp_path_factory):
    return Site(tmp_path_factory.mktemp("rtl"), valkey_server.url.replace("db=0", "db=2"), WORKSHOP_LANGUAGE="ar-XB")


def test_a_language_from_the_right_turns_the_page(from_the_right):
    page = from_the_right.visitor().get("/").text
    assert '<html lang="ar" dir="rtl" data-words="/static/words/ar-XB/join.js?v=' in page
    assert "\u200fالعربية\u200f" not in page
    assert "\u200fSources of support\u200f" in from_the_right.visitor().get("/support").text


def test_a_language_without_words_is_no_setting(valkey_server, tmp_path):
    with pytest.raises(Exception, match="there are no words in cy, only in en"):
        Site(tmp_path, valkey_server.url, WORKSHOP_LANGUAGE="cy")
    with pytest.raises(SettingsError, match="WORKSHOP_LANGUAGE must be the tag of a language"):
        Site(tmp_path / "b", valkey_server.url, WORKSHOP_LANGUAGE="English!")
