"""The brief's two files: one page, to two standards, the same bytes twice, and words as words whatever they are."""

from io import BytesIO

import outloud
import page
import pikepdf
import pymupdf
import pytest

from tests.helpers.output import WORDS, rendered, told, written
from tests.outputs.test_brief import LONG, full
from workshop.outputs.brief import brief
from workshop.outputs.formats.brief import BRIEFS
from workshop.outputs.formats.pdf import _elements

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
HOSTILE = [
    "=cmd()",
    "<img src=x onerror=alert(1)>",
    "#panic() $x$ @a *b* `c` \\u{41}",
    "\x00\u202eevil",
    "a\u0301\u0316\u0330" * 9,
]
NAMED = ("http-equiv", "http://www.w3.org/2000/svg")
REPORTS = {
    "a room in two minds": rendered("json", told(1, 40, kept=written("Ask first, then write to them"))),
    "the fullest": full(),
    "wide signs": full("説明" * 200),
    "200 people": rendered("json", told(5, 200)),
    "of nothing": rendered("json", told(1, 3)),
    **{text[:9]: full(text) for text in HOSTILE},
}


def made(name, content, released=True):
    return BRIEFS[name][1](content, WORDS, released)


@pytest.mark.parametrize("name", REPORTS)
def test_it_is_one_page_as_two_standards_ask_for(name):
    content = made("brief.pdf", REPORTS[name])
    for profile in PROFILES:
        told_of = page.validate_pdf_bytes(content, profile=profile)
        assert told_of.is_compliant, [(f.rule_id, f.message) for f in told_of.failures]
    with pikepdf.open(BytesIO(content)) as file:
        assert len(file.pages) == 1
        assert set(file.docinfo) <= {"/Title", "/CreationDate", "/ModDate", "/Creator", "/Producer"}


def test_a_checker_of_what_is_read_aloud_finds_nothing(tmp_path):
    file = tmp_path / "brief.pdf"
    file.write_bytes(made("brief.pdf", REPORTS["a room in two minds"]))
    assert [(f.rule, f.message) for f in outloud.check(str(file)).findings if f.severity != "info"] == []


@pytest.mark.parametrize("name", BRIEFS)
def test_the_same_report_gives_the_same_bytes_in_another_place_at_another_time(name, monkeypatch):
    once = made(name, REPORTS["the fullest"])
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert made(name, REPORTS["the fullest"]) == once


def test_both_say_what_the_brief_says():
    content = REPORTS["a room in two minds"]
    with pymupdf.open(stream=made("brief.pdf", content)) as file:
        sheet = " ".join(file[0].get_text().split())
    web = made("brief.html", content).decode()
    with pikepdf.open(BytesIO(made("brief.pdf", content))) as file:
        alts = [str(e.Alt) for e in _elements(file.Root.StructTreeRoot) if "/Alt" in e]
    strips = [line.strip for _, lines in brief(content, WORDS, True).rows for line in lines if line.strip]
    assert len(alts) == len(strips) == 1 and alts[0] in web
    for _, lines in brief(content, WORDS, True).rows:
        for line in lines:
            assert line.text in sheet and line.text.replace("’", "’") in web.replace("&#39;", "'")


@pytest.mark.parametrize("text", HOSTILE)
def test_the_page_runs_nothing_and_loads_nothing(text):
    web = made("brief.html", full(text)).decode()
    for name in NAMED:
        web = web.replace(name, "")
    assert not any(found in web for found in ("<img", "<script", "http", "url("))
    assert "\u202e" not in web and "default-src &#39;none&#39;" in web


def test_texts_are_cut_shorter_only_where_they_do_not_fit():
    with pymupdf.open(stream=made("brief.pdf", REPORTS["a room in two minds"])) as file:
        assert "…" not in file[0].get_text()
    with pymupdf.open(stream=made("brief.pdf", full(LONG))) as file:
        assert "…" in file[0].get_text()
