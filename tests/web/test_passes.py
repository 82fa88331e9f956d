"""Links to a screen and to the desk of a second facilitator: opened within a day, ended by new ones."""

import pytest

from workshop.service.finish import end_session
from workshop.web import cookies
from workshop.web.cookies import make_link


@pytest.fixture(scope="module")
def owner(site):
    return site.member("links@here.test", "Here", "facilitator")


@pytest.fixture(scope="module")
def running(site, owner):
    return site.session(owner)


def path_of(link: str) -> str:
    return link.removeprefix("http://localhost")


def press(person, path):
    """Press the page's button, or send what it would send."""
    return person.client.post(path, data={"csrf_token": person.csrf()})


def test_a_screen_pass_opens_the_screen_of_its_session_and_nothing_else(site, owner, running):
    other = site.session(owner)
    person = site.with_pass(running, "screen")
    assert person.get(f"/screen/{running}").status_code == 200
    assert person.get(f"/screen/{other}").status_code == 302
    for path in (f"/facilitate/{running}", f"/facilitate/{running}/links", "/facilitate"):
        assert person.get(path).status_code == 302


def test_a_desk_pass_opens_the_desk_of_its_session_and_ends_with_it(site, owner):
    session = site.session(owner)
    person = site.with_pass(session, "desk")
    assert person.get(f"/facilitate/{session}").status_code == 200
    end_session(site.context, session)
    for path in (f"/facilitate/{session}", f"/facilitate/{session}/report", f"/facilitate/{session}/report.json"):
        assert person.get(path).status_code == 302


def link_to(site, session, kind):
    with site.app.test_request_context():
        return f"/pass/{make_link(session, kind, site.links(session))}"


def test_a_desk_does_not_shrink_to_a_screen(site, running):
    person = site.with_pass(running, "desk")
    before = person.client.get_cookie("cw_pass").value
    assert person.get(link_to(site, running, "screen")).status_code == 303
    assert person.client.get_cookie("cw_pass").value == before


def test_a_pass_for_a_session_that_is_gone_is_none(site, owner):
    session = site.session(owner)
    link = link_to(site, session, "screen")
    site.context.record.forget(session)
    assert site.visitor().get(link).status_code == 410
    assert site.visitor().get("/pass/made-up").status_code == 404


@pytest.mark.parametrize("kind", ["screen", "desk"])
def test_a_link_is_opened_within_a_day_and_says_so_later(site, running, kind, monkeypatch):
    link = link_to(site, running, kind)
    monkeypatch.setattr(cookies, "LINK_LIFE", -1)
    person = site.visitor()
    answer = person.get(link)
    assert answer.status_code == 410 and "Ask whoever runs the session for a new one" in answer.text
    assert person.client.get_cookie("cw_pass") is None


def test_a_pass_to_a_desk_hands_on_no_new_day_of_one(site, owner, running):
    by_pass, by_account = site.with_pass(running, "desk"), site.signed_in(owner)
    assert "desk" in by_account.get(f"/facilitate/{running}/links").json
    found = by_pass.get(f"/facilitate/{running}/links").json
    assert set(found) == {"join", "address", "screen", "qr", "alone", "base", "addresses"}


def test_new_links_end_the_earlier_ones_and_whoever_came_by_them(site, owner):
    session = site.session(owner)
    links = {kind: link_to(site, session, kind) for kind in ("screen", "desk")}
    screen, desk = site.with_pass(session, "screen"), site.with_pass(session, "desk")
    assert desk.post(f"/facilitate/{session}/links").status_code == 404, "who came by a link calls nobody back"
    facilitator = site.signed_in(owner)
    made = facilitator.post(f"/facilitate/{session}/links").json
    assert made["ok"] and set(made["links"]) >= {"join", "address", "screen", "desk", "qr"}
    assert screen.get(f"/screen/{session}").status_code == 302
    assert desk.get(f"/facilitate/{session}").status_code == 302
    assert {site.visitor().get(link).status_code for link in links.values()} == {410}
    assert site.visitor().get("/pass/" + made["links"]["desk"].rpartition("/")[2]).status_code == 303
    assert facilitator.get(f"/facilitate/{session}").status_code == 200
    assert desk.post("/join", {"code": site.code(session)}).json["ok"], "it runs nothing any more"


def devices(site, session) -> int:
    return site.context.live.view(session, lambda head: ()).counts.get("devices", 0)


def test_a_phone_with_a_seat_is_asked_before_a_desk_takes_it(site, owner):
    session, other = site.session(owner, "Seated"), site.session(owner, "To run")
    phone, link = site.delegate(session), link_to(site, other, "desk")
    for ask in (phone.get, phone.client.head):
        assert ask(link).status_code == 200
        assert phone.client.get_cookie("cw_seat") and not phone.client.get_cookie("cw_pass")
    page = phone.get(link).text
    assert "Seated" in page and "To run" in page and "given up" in page
    assert devices(site, session) == 1 and phone.get("/room").status_code == 200
    assert phone.client.post(link).status_code == 400, "not without the page's token"
    assert phone.post(link).status_code == 303
    assert devices(site, session) == 0 and phone.client.get_cookie("cw_seat") is None
    assert phone.get(f"/facilitate/{other}").status_code == 200


def test_a_phone_without_a_seat_any_more_is_not_asked(site, owner):
    session, other = site.session(owner), site.session(owner)
    phone = site.delegate(session)
    end_session(site.context, session)
    assert phone.get(link_to(site, other, "desk")).status_code == 303
    assert phone.client.get_cookie("cw_pass")


def test_a_screen_takes_no_seat(site, owner):
    session = site.session(owner)
    phone = site.delegate(session)
    assert phone.get(link_to(site, session, "screen")).status_code == 303
    assert devices(site, session) == 1 and phone.get("/room").status_code == 200
