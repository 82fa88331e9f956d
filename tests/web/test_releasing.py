"""The report's page: what would leave is read there, released once, or forgotten."""

import json
import time
from dataclasses import replace

import pytest

from tests.helpers.reading import all_kept
from tests.helpers.said import said
from workshop.domain.days import days_after
from workshop.service.finish import end_session


@pytest.fixture(scope="module")
def owner(site):
    return site.member("releases@here.test", "Here", "facilitator")


@pytest.fixture
def desk(site, owner):
    return site.signed_in(owner)


def test_released_twice_is_released_once(site, desk, owner):
    session, _ = site.ended(owner, released=False)
    answers = all_kept(desk.get(f"/facilitate/{session}/report").text)
    first, again = (desk.post(f"/facilitate/{session}/release", answers).json for _ in range(2))
    assert first["ok"] and first == again and all(len(d) == 64 for d in first["digests"].values())


def test_nothing_is_released_that_has_no_answer(site, desk, owner):
    session, _ = site.ended(owner, released=False)
    page = desk.get(f"/facilitate/{session}/report").text
    assert "An ended session" in page and "People’s own words" in page and " checked" not in page
    for answers in ({}, {"keep": "title"}, {"keep": [7]}, {"keep": ["title-0000000000000000"]}):
        answer = desk.post(f"/facilitate/{session}/release", {"confirmed": ["read", "nobody", "told"]} | answers)
        assert answer.status_code == 409 and "Load the page again" in said(answer.json)
    (title,) = all_kept(page)["keep"]
    made = desk.post(
        f"/facilitate/{session}/release", {"strike": [title], "confirmed": ["read", "nobody", "told"]}
    ).json
    assert "An ended session" not in site.context.record.release(made["release"]).files["html"].decode()


def test_a_rehearsal_is_read_and_not_released(site, desk, owner):
    body = {
        "scenario": "group-chat",
        "agenda": "ninety",
        "k": 5,
        "title": "",
        "placed_before": False,
        "rehearsal": True,
    }
    session = desk.post("/facilitate/sessions", body).json["session"]
    end_session(site.context, session)
    page = desk.get(f"/facilitate/{session}/report").text
    assert 'id="release"' not in page and "Its people were invented" in page
    assert "A rehearsal with invented people." in desk.get(f"/facilitate/{session}/report.html").text
    answer = desk.post(f"/facilitate/{session}/release")
    assert answer.status_code == 409 and "rehearsal" in said(answer.json)


def test_home_and_the_report_say_when_it_lapses_until_it_is_released(site, desk, owner, monkeypatch):
    session, _ = site.ended(owner, released=False)
    on = site.context.words.day(days_after(site.context.record.session(session).held_on, 30))
    assert "Not released · 30 days left" in desk.get("/facilitate").text
    assert f"If nobody releases it, it lapses on {on}, in 30 days" in desk.get(f"/facilitate/{session}").text
    assert "not-released banner--do" not in desk.get(f"/facilitate/{session}").text
    at(site, monkeypatch, 27)
    assert "Not released · 3 days left" in desk.get("/facilitate").text and "pill--soon" in desk.get("/facilitate").text
    page = desk.get(f"/facilitate/{session}").text
    assert f"it lapses on {on}, in 3 days" in page and "not-released banner--do" in page
    at(site, monkeypatch, 30)
    assert "Not released · goes today" in desk.get("/facilitate").text
    page = desk.get(f"/facilitate/{session}").text
    assert "It lapses today unless it is released." in page
    desk.post(f"/facilitate/{session}/release", all_kept(desk.get(f"/facilitate/{session}/report").text))
    assert "lapses" not in desk.get(f"/facilitate/{session}").text


def test_beside_a_running_session_home_says_which_one_lapses_first(site, monkeypatch):
    owner = site.member("waits@here.test", "Waits here", "facilitator")
    desk, banner = site.signed_in(owner), 'class="banner home-waits'
    site.ended(owner, released=False)
    assert banner not in desk.get("/facilitate").text, "the list says it, and nothing stands above"
    running = site.session(owner, "It runs")
    page = desk.get("/facilitate").text
    assert page.index("It runs") < page.index(banner) < page.index('id="planned"')
    assert (
        "30 days left" in page[page.index(banner) : page.index('id="planned"')] and f"{banner} banner--do" not in page
    )
    at(site, monkeypatch, 27)
    assert f"{banner} banner--do" in desk.get("/facilitate").text
    end_session(site.context, running)
    page = desk.get("/facilitate").text
    assert f"{banner} banner--do" in page and "3 days left" in page[page.index(banner) : page.index('id="planned"')]


def test_what_is_released_or_a_rehearsal_is_no_reminder(site):
    owner = site.member("nothing-waits@here.test", "Nothing waits", "facilitator")
    desk = site.signed_in(owner)
    site.ended(owner)
    body = {"scenario": "group-chat", "agenda": "ninety", "k": 5, "title": "", "placed_before": False}
    session = desk.post("/facilitate/sessions", {**body, "rehearsal": True}).json["session"]
    end_session(site.context, session)
    site.session(owner, "It runs")
    assert "home-waits" not in desk.get("/facilitate").text


def at(site, monkeypatch, days):
    later = replace(site.context, now=lambda: time.time() + days * 86400)
    monkeypatch.setitem(site.app.extensions, "context", later)


def test_a_second_trainer_and_a_rehearsal_are_told_the_day_too(site, desk, owner):
    session, _ = site.ended(owner, released=False)
    second = site.member("second-reads@here.test", "Here", "facilitator")
    site.context.record.add_facilitator(session, second.user)
    assert "If nobody releases it, it lapses on" in site.signed_in(second).get(f"/facilitate/{session}").text
    body = {"scenario": "group-chat", "agenda": "ninety", "k": 5, "title": "", "placed_before": False}
    session = desk.post("/facilitate/sessions", {**body, "rehearsal": True}).json["session"]
    end_session(site.context, session)
    assert "It goes by itself on" in desk.get(f"/facilitate/{session}/report").text


def test_forgotten_is_gone_and_what_was_released_is_not_forgotten(site, desk, owner):
    session, _ = site.ended(owner, released=False)
    assert desk.post(f"/facilitate/{session}/forget").json["ok"]
    assert desk.get(f"/facilitate/{session}").status_code == 404
    filed, release = site.ended(owner)
    answer = desk.post(f"/facilitate/{filed}/forget")
    assert answer.status_code == 409 and "two people" in said(answer.json)
    assert 'id="forget"' not in desk.get(f"/facilitate/{filed}").text
    assert site.context.record.release(release)


def _form(desk, said_):
    return {"csrf_token": desk.csrf(), "said": said_}


def test_the_page_beside_is_as_it_would_leave_and_points_at_what_is_answered(site, desk, owner):
    session, _ = site.ended(owner, released=False)
    (title,) = all_kept(desk.get(f"/facilitate/{session}/report").text)["keep"]

    def beside(**said_):
        answer = desk.client.post(f"/facilitate/{session}/release/preview", data=_form(desk, json.dumps(said_)))
        assert answer.status_code == 200 and "sandbox" in answer.headers["Content-Security-Policy"]
        return answer.text

    assert "An ended session</mark>" in beside(at=title) and "<mark" not in beside()
    assert "Another name</mark>" in beside(at=title, reword={title: "Another name"})
    assert "An ended session" not in beside(at=title, strike=[title])
    assert "<mark" not in desk.get(f"/facilitate/{session}/report.html").text


def test_the_words_that_a_caution_is_about_are_pointed_at_and_stay_words(site, desk, owner):
    session = site.session(owner, "Mrs Adeyemi\u2019s <img src=x onerror=alert(1)> \u202e in 9B & so on")
    end_session(site.context, session)
    page = desk.get(f"/facilitate/{session}/report").text
    assert (
        "<mark>Mrs Adeyemi’s</mark> &lt;img src=x onerror=alert(1)&gt; " in page
        and "<mark>9B</mark> &amp; so on" in page
    )
    assert "<img" not in page and "\u202e" not in page[page.index("first-words") :].split("</p>")[0]
    plain, _ = site.ended(owner, released=False)
    assert "<mark" not in desk.get(f"/facilitate/{plain}/report").text


@pytest.mark.parametrize("given", ["", "{", "[]", "7", '{"at": 7, "strike": {}}', "[" * 10_000, '{"at": "\\u0000<b>"}'])
def test_answers_that_are_none_show_the_page_as_it_is(site, desk, owner, given):
    session, _ = site.ended(owner, released=False)
    answer = desk.client.post(f"/facilitate/{session}/release/preview", data=_form(desk, given))
    assert answer.status_code == 200 and "An ended session" in answer.text and "<mark" not in answer.text
