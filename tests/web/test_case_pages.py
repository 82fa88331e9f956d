"""A case study can be read, whole, before it is chosen."""

from dataclasses import replace

import pytest
from markupsafe import escape

from tests.helpers.case import CASE


@pytest.fixture(scope="module")
def desk(site):
    return site.signed_in(site.member("reads@here.test", "Here", "facilitator"))


@pytest.fixture(scope="module")
def shipped(site):
    return site.context.scenarios.list()


def test_every_one_is_on_the_shelf_and_leads_to_being_read_or_used(desk, shipped):
    page = desk.get("/facilitate/cases").text
    for case in shipped:
        assert f'href="/facilitate/cases/{case.id}"' in page and f'href="/facilitate/new?case={case.id}"' in page
    assert page.count("A good first case") == 1


def test_one_is_read_whole(desk, shipped):
    for case in shipped:
        page = desk.get(f"/facilitate/cases/{case.id}").text
        said = [case.opening, case.content_note, *(p.note for p in case.people), *(c.text for c in case.cards)]
        said += [p for c in case.cards for p in c.notes.prompts] + [
            e.source for c in case.cards for e in c.notes.evidence
        ]
        said += [text for i in case.information for text in (i.text, i.why)] + [s.definition for s in case.scale.stages]
        assert [text for text in said if str(escape(text)) not in page] == []


def test_one_without_information_or_notes_is_read_too(site, desk, monkeypatch):
    bare = replace(
        CASE,
        id="bare",
        title="<b>Bare",
        information=(),
        cards=tuple(replace(c, notes=type(c.notes)()) for c in CASE.cards),
    )
    monkeypatch.setattr(site.context.scenarios, "_scenarios", {"bare": bare})
    page = desk.get("/facilitate/cases/bare").text
    assert "&lt;b&gt;Bare" in page and 'id="information"' not in page and "Talk within" not in page
    assert "&lt;b&gt;Bare" in desk.get("/facilitate/cases").text
    monkeypatch.setattr(site.context.scenarios, "_scenarios", {})
    assert "No case study is installed" in desk.get("/facilitate/cases").text


def test_what_is_not_there_is_not_there(desk):
    assert desk.get("/facilitate/cases/none").status_code == 404
