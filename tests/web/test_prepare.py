"""Before a session: set up, kept for later, changed, opened, named, rehearsed; for whom, and what is refused."""

import json
import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from tests.helpers.said import said
from workshop.casebook.folder import LeftOut
from workshop.service.setup import gentlest

DATA = re.compile(r'<script type="application/json" id="page-data">(.*?)</script>', re.DOTALL)
GOOD = {"scenario": "group-chat", "agenda": "ninety", "k": 5, "title": "Tuesday", "placed_before": False}
LATER = {"scenario": "group-chat", "agenda": "half", "title": "A draft", "day": "2027-01-14"}


@pytest.fixture(scope="module")
def owner(site):
    return site.member("prepare@here.test", "Here", "facilitator")


@pytest.fixture(scope="module")
def desk(site, owner):
    return site.signed_in(owner)


@pytest.fixture(scope="module")
def body():
    return GOOD


def data_of(page) -> dict:
    return json.loads(DATA.search(page.text).group(1))


def a_draft(desk, **other) -> str:
    return desk.post("/facilitate/drafts", {**LATER, **other}).json["session"]


def test_set_up_offers_every_case_study(site, desk):
    offered = data_of(desk.get("/facilitate/new"))["scenarios"]
    assert [s["id"] for s in offered] == [s.id for s in site.context.scenarios.list()]
    assert all(s["agendas"] and s["content_note"] for s in offered)


def test_a_session_is_made_and_listed(site, desk, owner, body):
    made = desk.post("/facilitate/sessions", body).json
    assert made["ok"] and made["next"] == f"/facilitate/{made['session']}"
    assert "Tuesday" in desk.get("/facilitate").text
    record = site.context.record.session(made["session"])
    assert (record.owner, record.organisation, record.k) == (owner.user, owner.organisation, 5)


@pytest.mark.parametrize(
    "change",
    [
        {"k": 4}, {"k": 21}, {"k": "5"}, {"k": True}, {"k": 5.0}, {"k": None}, {"scenario": "none"}, {"agenda": "none"},
        {"scenario": 5}, {"title": "x" * 2000}, {"title": ["x"]}, {"agenda": None},
        {"placed_before": None}, {"placed_before": 0}, {"placed_before": "false"},
    ],
)  # fmt: skip
def test_a_session_that_cannot_be_is_refused_in_a_sentence(desk, body, change):
    answer = desk.post("/facilitate/sessions", {**body, **change})
    assert answer.status_code == 400 and answer.json["ok"] is False
    assert said(answer.json).endswith(".")


def test_a_case_that_somebody_here_has_placed_before_is_not_taken_and_a_silence_is_no_answer(site, desk, body):
    taken = len(site.context.record.running_sessions())
    again = desk.post("/facilitate/sessions", {**body, "placed_before": True})
    unsaid = desk.post("/facilitate/sessions", {n: v for n, v in body.items() if n != "placed_before"})
    assert (again.status_code, unsaid.status_code) == (400, 400)
    assert (again.json["why"], unsaid.json["why"]) == ("setup.placed_before", "setup.say_before")
    assert len(site.context.record.running_sessions()) == taken


def test_a_title_is_cleaned_and_never_becomes_markup(site, desk, body):
    made = desk.post("/facilitate/sessions", {**body, "title": "  <b>A\u202e b</b>\n"}).json
    assert site.context.record.session(made["session"]).title == "<b>A\u2067 b</b>\u2069"
    assert "<b>A" not in desk.get("/facilitate").text and "&lt;b&gt;A" in desk.get("/facilitate").text


def test_a_rehearsal_is_filled_by_whoever_fills_it(site, owner, monkeypatch):
    asked = []
    monkeypatch.setitem(site.app.extensions, "context", _with_rehearse(site.context, lambda *call: asked.append(call)))
    answer = site.signed_in(owner).post("/facilitate/rehearse").json
    (code, scenario), *more = asked
    assert answer["ok"] and not more
    assert (code, scenario) == (site.code(answer["session"]), gentlest(site.context.scenarios.list()))
    assert site.context.record.session(answer["session"]).rehearsal


@pytest.mark.parametrize("host", ["192.0.2.66:9", "169.254.169.254", "localhost:1", "[::1]:22"])
def test_whatever_a_request_calls_the_server_it_calls_none_but_itself(site, owner, monkeypatch, host):
    called, session = [], site.session(owner)
    monkeypatch.setattr(
        "workshop.app.Company", lambda url, *rest, **more: called.append(url) or SimpleNamespace(join=int)
    )
    browser = site.signed_in(owner)
    token = browser.csrf()
    client = site.app.test_client(use_cookies=False)  # the test client sends a cookie to the host that set it alone
    held = {"HTTP_HOST": host, "HTTP_COOKIE": "; ".join(f"{c.key}={c.value}" for c in browser.client._cookies.values())}
    answer = client.post("/facilitate/rehearse", json={}, headers={"X-CSRF-Token": token}, environ_overrides=held)
    assert answer.json["ok"] and called == ["http://127.0.0.1:8000"]
    links = client.get(f"/facilitate/{session}/links", environ_overrides=held)
    assert host not in links.text and links.json["join"].startswith(site.context.address)


def test_what_was_chosen_is_rehearsed(site, owner, monkeypatch):
    asked = []
    monkeypatch.setitem(site.app.extensions, "context", _with_rehearse(site.context, lambda *call: asked.append(call)))
    other = next(s for s in site.context.scenarios.list() if s.id != "group-chat")
    chosen = {"scenario": other.id, "agenda": other.agendas[-1].id}
    answer = site.signed_in(owner).post("/facilitate/rehearse", chosen).json
    record = site.context.record.session(answer["session"])
    assert (record.scenario, record.agenda, asked[0][1].id) == (other.id, other.agendas[-1].title, other.id)


@pytest.mark.parametrize("chosen", [{"scenario": "nope"}, {"scenario": ["x"]}, {"agenda": "nope"}, {"agenda": 3}])
def test_what_is_not_there_is_not_rehearsed(site, owner, monkeypatch, chosen):
    asked = []
    monkeypatch.setitem(site.app.extensions, "context", _with_rehearse(site.context, lambda *call: asked.append(call)))
    answer = site.signed_in(owner).post("/facilitate/rehearse", chosen)
    assert (answer.status_code, asked) == (400, []) and said(answer.json)


def _with_rehearse(context, fill):
    return replace(context, rehearse=fill)


def test_files_that_were_left_out_are_said_where_a_case_is_chosen(site, desk, monkeypatch):
    assert "left out" not in desk.get("/facilitate").text + desk.get("/facilitate/new").text
    monkeypatch.setattr(site.context.scenarios, "_left_out", [LeftOut("._x.yaml", "A Mac made it <b>.")])
    for page in (desk.get("/facilitate").text, desk.get("/facilitate/new").text):
        assert "Files that were left out" in page and "._x.yaml: A Mac made it &lt;b&gt;." in page


# ---------------------------------------------------------------- drafts


def test_a_draft_is_kept_changed_opened_and_is_then_a_session(site, desk, owner):
    session = a_draft(desk, rules=["  We begin on time. ", ""])
    record = site.context.record.session(session)
    assert (record.state, record.title, record.held_on, record.owner) == ("draft", "A draft", "2027-01-14", owner.user)
    given = data_of(desk.get(f"/facilitate/{session}/setup"))
    assert (given["state"], given["chosen"]["rules"]) == ("draft", ["We begin on time."])
    asked = {"3": {"cards": ["c03", "c01"], "information": None}}
    changed = desk.post(f"/facilitate/{session}/setup", {**LATER, "title": "Changed", "k": 6, "steps": asked}).json
    assert changed["ok"] and changed["next"] == "/facilitate"
    assert data_of(desk.get(f"/facilitate/{session}/setup"))["chosen"]["steps"]["3"]["cards"] == ["c01", "c03"]
    opened = desk.post(f"/facilitate/{session}/open", {"placed_before": False}).json
    assert opened["next"] == f"/facilitate/{session}" and desk.get(opened["next"]).status_code == 200
    head = site.context.live.head(session)
    assert (head.title, head.k, head.steps[3].settings["cards"]) == ("Changed", 6, ["c01", "c03"])


@pytest.mark.parametrize("body", [{}, {"placed_before": None}, {"placed_before": "no"}, {"placed_before": True}])
def test_a_lobby_is_opened_once_it_was_said_that_nobody_has_placed_the_case(site, desk, body):
    session = a_draft(desk)
    answer = desk.post(f"/facilitate/{session}/open", body)
    assert answer.status_code == 400 and said(answer.json) and site.context.record.session(session).state == "draft"


@pytest.mark.parametrize(
    "change",
    [
        {"day": "soon"}, {"day": 5}, {"rules": "one"}, {"rules": ["x" * 121]}, {"rules": ["\u200b"]},
        {"rules": ["a"] * 6},
        {"steps": {"3": {"cards": []}}}, {"steps": {"3": {"cards": ["none"]}}}, {"steps": {"-1": {"cards": ["c01"]}}},
        {"steps": {"\u0663": {"cards": ["c01"]}}}, {"steps": []}, {"steps": {"3": {"cards": "c01"}}}, {"more": 1},
        {"steps": {"2": {"cards": ["c01"]}}}, {"scenario": None},
        {"steps": {"7": {"cards": ["c01"], "information": "x"}}},
    ],
)  # fmt: skip
def test_choices_that_cannot_be_are_refused_in_a_sentence_and_keep_nothing(site, desk, owner, change):
    before = len(site.context.record.sessions_of(owner.user, "draft"))
    answer = desk.post("/facilitate/drafts", {**LATER, **change})
    assert answer.status_code == 400 and said(answer.json).endswith(".")
    assert len(site.context.record.sessions_of(owner.user, "draft")) == before


def test_a_draft_is_deleted_by_its_owner(site, desk):
    session = a_draft(desk)
    assert desk.post(f"/facilitate/{session}/forget").json["ok"]
    assert site.context.record.session(session) is None and desk.get(f"/facilitate/{session}/setup").status_code == 404


def test_another_organisations_draft_is_not_there(site, desk):
    session = a_draft(desk)
    other = site.signed_in(site.member("prepare@elsewhere.test", "Elsewhere", "facilitator"))
    colleague = site.signed_in(site.member("prepare-two@here.test", "Here", "facilitator"))
    for person in (
        other,
        colleague,
        site.with_pass(site.session(site.member("p@here.test", "Here", "facilitator")), "desk"),
    ):
        there, absent = (person.get(f"/facilitate/{s}/setup").status_code for s in (session, "not-there"))
        assert there == absent in (302, 404), "whoever has no account is asked to sign in, there or not"
        for act in ("setup", "open", "title", "forget"):
            assert (
                person.post(f"/facilitate/{session}/{act}", {"placed_before": False, "title": "x"}).status_code == 404
            )
        assert person.post("/facilitate/rehearse", {"of": session}).status_code in (302, 404)
    assert site.context.record.session(session).title == "A draft"


def test_a_draft_is_rehearsed_as_it_is_and_stays_a_draft(site, owner, desk, monkeypatch):
    session, asked = a_draft(desk, steps={"3": {"cards": ["c05"]}}), []
    monkeypatch.setitem(site.app.extensions, "context", _with_rehearse(site.context, lambda *call: asked.append(call)))
    answer = site.signed_in(owner).post("/facilitate/rehearse", {"of": session}).json
    head = site.context.live.head(answer["session"])
    assert (head.title, head.steps[3].settings["cards"]) == ("Rehearsal · The group chat", ["c05"])
    assert len(asked) == 1 and site.context.record.session(session).state == "draft"


def test_hostile_words_of_a_draft_are_words(site, desk):
    session = a_draft(desk, title="<script>x</script>", rules=["</script><img src=x onerror=y>"])
    for page in (desk.get("/facilitate").text, desk.get(f"/facilitate/{session}/setup").text):
        assert "<script>x" not in page and "<img src=x" not in page
    assert data_of(desk.get(f"/facilitate/{session}/setup"))["chosen"]["rules"] == ["</script><img src=x onerror=y>"]


# ---------------------------------------------------------------- running


def test_a_running_session_is_named_given_rules_and_another_case(site, desk, owner):
    session = site.session(owner)
    given = data_of(desk.get(f"/facilitate/{session}/setup"))
    assert (given["state"], given["begun"], given["chosen"]["agenda"]) == ("running", False, "ninety")
    assert desk.post(f"/facilitate/{session}/title", {"title": "New name"}).json == {"ok": True, "title": "New name"}
    other = {**LATER, "scenario": "gaming-server", "title": "New name", "rules": ["Ours."]}
    assert desk.post(f"/facilitate/{session}/setup", other).json["why"] == "setup.say_before"
    assert desk.post(f"/facilitate/{session}/setup", {**other, "placed_before": False}).json["ok"]
    head = site.context.live.head(session, fresh=True)
    assert (head.scenario, head.title, head.rules) == ("gaming-server", "New name", ("Ours.",))
    assert desk.get(f"/facilitate/{session}").status_code == 200


@pytest.mark.parametrize("body", [{}, {"title": 5}, {"title": None}])
def test_a_name_is_words(site, desk, owner, body):
    assert desk.post(f"/facilitate/{site.session(owner)}/title", body).status_code == 400


def test_an_ended_session_is_not_set_up(site, desk, owner):
    session, _ = site.ended(owner, released=False)
    assert desk.get(f"/facilitate/{session}/setup").status_code == 404
    assert said(desk.post(f"/facilitate/{session}/setup", LATER).json).startswith("This session has ended.")
