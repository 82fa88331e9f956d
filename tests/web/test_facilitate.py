"""A facilitator's pages: a session is shown, ended, reported, released, forgotten. Before that: test_prepare.py."""

import json
import re

import pytest

from tests.helpers.said import said
from workshop.network_interfaces import Interface
from workshop.service.finish import end_session

DATA = re.compile(r'<script type="application/json" id="page-data">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def owner(site):
    return site.member("facilitate@here.test", "Here", "facilitator")


@pytest.fixture(scope="module")
def desk(site, owner):
    return site.signed_in(owner)


WIFI, VPN = Interface("wlan0", "192.168.1.5", False, True), Interface("utun3", "10.99.0.2", True, True)


@pytest.fixture
def machine(monkeypatch):
    """Give this machine other addresses: `machine(WIFI, VPN)`."""
    return lambda *found: monkeypatch.setattr("workshop.network.interfaces", lambda: list(found))


def data_of(page) -> dict:
    return json.loads(DATA.search(page.text).group(1))


def test_the_console_knows_where_everything_is(site, desk, owner):
    session = site.session(owner)
    data = data_of(desk.get(f"/facilitate/{session}"))
    assert data["session"] == session and data["scenario"]
    links = desk.get(f"/facilitate/{session}/links").json
    dated = ("screen", "desk", "care")  # signed with the second in which they were made
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


def test_home_shows_what_runs_what_is_planned_and_what_has_ended(site, desk, owner):
    running, (ended, _), (filed, _) = (
        site.session(owner, "Runs now"), site.ended(owner, released=False), site.ended(owner, released=True)
    )  # fmt: skip
    chosen = {"scenario": "group-chat", "agenda": "half", "title": "Planned one", "day": "2027-01-14"}
    draft = desk.post("/facilitate/drafts", chosen).json["session"]
    page = desk.get("/facilitate").text
    order = [page.rindex(found) for found in ("Runs now", "Planned one", "An ended session")]
    assert order == sorted(order)
    code = site.code(running)
    assert f"{code[:4]} {code[4:]}" in page and "Welcome, step 1 of 13 · 0 joined" in page
    assert "14 Jan" in page and "Thursday" in page and f'href="/facilitate/{draft}/setup"' in page
    assert f'href="/facilitate/{ended}"' in page and f'href="/facilitate/{filed}"' in page
    assert page.count("Not released") >= 1 and "Released" in page


def test_empty_lists_lead_somewhere(site):
    page = site.signed_in(site.member("fresh@here.test", "Here", "facilitator")).get("/facilitate").text
    assert page.count('href="/facilitate/new"') == 2 and "Start" in page and "/facilitate/cases/group-chat" in page


def test_of_a_draft_there_is_no_room_no_link_and_no_report(site, desk, owner):
    draft = desk.post("/facilitate/drafts", {"scenario": "group-chat", "agenda": "half"}).json["session"]
    to_choices = desk.get(f"/facilitate/{draft}")
    assert (to_choices.status_code, to_choices.headers["Location"]) == (302, f"/facilitate/{draft}/setup")
    for path in (
        f"/facilitate/{draft}/links",
        f"/screen/{draft}",
        f"/screen/{draft}/links",
        f"/facilitate/{draft}/report",
    ):
        assert desk.get(path).status_code == 404, path
    assert desk.post(f"/facilitate/{draft}/links").status_code == 404
    assert desk.post(f"/facilitate/{draft}/release").status_code == 409
    assert desk.get(f"/facilitate/{draft}/report.html").status_code == 404
