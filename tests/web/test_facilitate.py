"""A facilitator's pages: a session is made, shown, ended, reported, released, forgotten."""

import json
import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from tests.helpers.said import said
from workshop.casebook.folder import LeftOut
from workshop.network_interfaces import Interface
from workshop.service.finish import end_session

DATA = re.compile(r'<script type="application/json" id="page-data">(.*?)</script>', re.DOTALL)
GOOD = {"scenario": "group-chat", "agenda": "", "k": 5, "title": "Tuesday", "placed_before": False}


@pytest.fixture(scope="module")
def owner(site):
    return site.member("facilitate@here.test", "Here", "facilitator")


@pytest.fixture(scope="module")
def desk(site, owner):
    return site.signed_in(owner)


@pytest.fixture(scope="module")
def body(site):
    return {**GOOD, "agenda": site.context.scenarios.get("group-chat").agendas[0].id}


WIFI, VPN = Interface("wlan0", "192.168.1.5", False, True), Interface("utun3", "10.99.0.2", True, True)


@pytest.fixture
def machine(monkeypatch):
    """Give this machine other addresses: `machine(WIFI, VPN)`."""
    return lambda *found: monkeypatch.setattr("workshop.network.interfaces", lambda: list(found))


def data_of(page) -> dict:
    return json.loads(DATA.search(page.text).group(1))


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


def test_the_console_knows_where_everything_is(site, desk, owner):
    session = site.session(owner)
    data = data_of(desk.get(f"/facilitate/{session}"))
    assert data["session"] == session and data["scenario"]
    links = desk.get(f"/facilitate/{session}/links").json
    dated = ("screen", "desk")  # signed with the second in which they were made
    assert links.keys() == data["links"].keys()
    assert all(links[name] == data["links"][name] for name in links if name not in dated)
    assert links["join"].endswith(f"/#{site.code(session)}") and links["qr"].startswith("data:image/svg+xml")
    assert "/pass/" in links["screen"] and "/pass/" in links["desk"] and links["screen"] != links["desk"]


@pytest.mark.parametrize(
    ("host", "insecure"), [("192.0.2.1:8000", True), ("localhost:8000", False), ("127.0.0.1", False)]
)
def test_plain_http_on_a_network_is_pointed_out_to_the_facilitator(site, desk, owner, host, insecure):
    session = site.session(owner)
    cookie = f"cw_form={desk.client.get_cookie('cw_form').value}"
    bare = site.app.test_client(use_cookies=False)
    page = bare.get(f"/facilitate/{session}", headers={"Host": host, "Cookie": cookie})
    assert data_of(page)["insecure"] is insecure


def test_under_https_there_is_nothing_to_point_out(secure_site):
    owner = secure_site.member("secure@here.test", "Here", "facilitator")
    page = secure_site.signed_in(owner).get(f"/facilitate/{secure_site.session(owner)}")
    assert data_of(page)["insecure"] is False


def test_the_screens_page_holds_no_links_for_the_desk(site, owner):
    session = site.session(owner)
    data = data_of(site.with_pass(session, "screen").get(f"/screen/{session}"))
    assert set(data["links"]) == {"join", "address", "qr", "alone"}
    assert "/pass/" not in json.dumps(data)


def test_the_screen_is_told_the_way_in_as_it_is_now_and_no_more(site, owner, machine):
    session = site.session(owner)
    screen = site.with_pass(session, "screen")
    machine(WIFI)
    assert screen.get(f"/screen/{session}/links").json["address"] == "192.168.1.5:8000"
    machine(Interface("wlan0", "172.20.10.4", False, True))
    moved = screen.get(f"/screen/{session}/links").json
    assert moved["join"] == f"http://172.20.10.4:8000/#{site.code(session)}" and moved["alone"] is False
    assert set(moved) == {"join", "address", "qr", "alone"}


def test_without_a_network_the_way_in_says_that_no_phone_can_use_it(site, desk, owner, machine):
    session = site.session(owner)
    machine()
    assert desk.get(f"/facilitate/{session}/links").json["alone"] is True
    assert data_of(desk.get(f"/facilitate/{session}"))["links"]["alone"] is True


def test_every_address_is_offered_and_the_one_that_is_chosen_is_told(site, desk, owner, machine):
    session = site.session(owner)
    machine(VPN, WIFI)
    links = desk.get(f"/facilitate/{session}/links").json
    assert [a["url"] for a in links["addresses"]] == ["http://192.168.1.5:8000", "http://10.99.0.2:8000"]
    assert links["base"] == "http://192.168.1.5:8000"
    chosen = desk.post(f"/facilitate/{session}/address", {"address": "http://10.99.0.2:8000"}).json
    assert chosen["links"]["address"] == "10.99.0.2:8000"
    assert data_of(desk.get(f"/screen/{session}"))["links"]["address"] == "10.99.0.2:8000"
    machine(WIFI)
    assert desk.get(f"/facilitate/{session}/links").json["address"] == "192.168.1.5:8000"


@pytest.mark.parametrize("asked", [{}, [], {"address": 5}, {"address": "http://evil.test"}, {"address": None}])
def test_an_address_that_this_computer_has_not_is_refused_in_a_sentence(site, desk, owner, machine, asked):
    machine(WIFI)
    answer = desk.post(f"/facilitate/{site.session(owner)}/address", asked)
    assert answer.status_code == 400 and said(answer.json).endswith(".")


def test_the_report_waits_for_the_end(site, desk, owner):
    session = site.session(owner)
    assert "when the session has ended" in desk.get(f"/facilitate/{session}/report").text
    assert desk.get(f"/facilitate/{session}/report.json").status_code == 404
    assert desk.post(f"/facilitate/{session}/release").status_code == 409
    end_session(site.context, session)
    assert desk.get(f"/facilitate/{session}").status_code == 200
    assert desk.get(f"/facilitate/{session}/report.json").status_code == 200
    assert desk.get(f"/facilitate/{session}/report.exe").status_code == 404


def test_a_rehearsal_is_filled_by_whoever_fills_it(site, owner, monkeypatch):
    asked = []
    monkeypatch.setitem(site.app.extensions, "context", _with_rehearse(site.context, lambda *call: asked.append(call)))
    answer = site.signed_in(owner).post("/facilitate/rehearse").json
    (code, scenario), *more = asked
    assert answer["ok"] and not more
    assert (code, scenario.id) == (site.code(answer["session"]), "group-chat")
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
