"""Links that let somebody in: once, in time, for one session, and never made up."""

import pytest
from itsdangerous import URLSafeTimedSerializer

from tests.helpers.site import PASSWORD
from workshop.web import sign_in
from workshop.web.sign_in import DEFAULT_EMAIL, DEFAULT_ORGANISATION, HOURS, first_sign_in_link, one_time_link


@pytest.fixture(scope="module")
def owner(site):
    return site.member("links@here.test", "Here", "facilitator")


@pytest.fixture(scope="module")
def running(site, owner):
    return site.session(owner)


def path_of(link: str) -> str:
    return link.removeprefix("http://localhost")


def link(site) -> str:
    return path_of(one_time_link(site.context.record, site.context.secret, "http://localhost"))


def press(person, path):
    """Press the page's button, or send what it would send."""
    return person.client.post(path, data={"csrf_token": person.csrf()})


def test_a_link_shows_a_button_that_works_once(site):
    path, first, second = link(site), site.visitor(), site.visitor()
    page = first.get(path)
    assert page.status_code == 200 and f'action="{path}" method="post"' in page.text
    assert first.get("/facilitate").status_code == 302, "looking signs nobody in"
    assert press(first, path).headers["Location"] == "/facilitate"
    assert first.get("/facilitate").status_code == 200
    assert press(second, path).status_code == 410
    assert second.get("/facilitate").status_code == 302


def test_a_used_link_written_in_another_way_is_the_same_link(site):
    """The last symbol of its signature has bits to spare, and base64 may be filled up."""
    path = link(site)
    assert press(site.visitor(), path).status_code == 302
    for other in (path + "=", path + "==", *(path[:-1] + last for last in "AEIMQUYcgkosw048")):
        person = site.visitor()
        assert press(person, other).status_code in (404, 410), other
        assert person.get("/facilitate").status_code == 302


@pytest.mark.parametrize("method", ["HEAD", "GET", "OPTIONS"])
def test_previews_and_prefetches_do_not_use_it_up(site, method):
    path, person = link(site), site.visitor()
    for _ in range(3):
        agent = {"User-Agent": "a preview", "Purpose": "prefetch", "Sec-Purpose": "prefetch"}
        assert site.visitor().client.open(path, method=method, headers=agent).status_code == 200
    assert press(person, path).status_code == 302


@pytest.mark.parametrize("way", ["by a link", "by a password"])
def test_a_phone_with_a_seat_is_told_before_signing_in_takes_it(site, way):
    session = site.session(site.member("seated@here.test", "Here", "facilitator"), "Seated")
    phone, path = site.delegate(session), link(site) if way == "by a link" else "/account/sign-in"
    page = phone.get(path).text
    assert "holds a seat in “Seated”" in page and "given up" in page and phone.get("/room").status_code == 200
    assert "given up" not in site.visitor().get(path).text


def test_a_link_is_not_used_by_another_site(site):
    path, person = link(site), site.visitor()
    assert person.client.post(path).status_code == 400
    forged = {"data": {"csrf_token": person.csrf()}, "headers": {"Origin": "https://elsewhere.test"}}
    assert person.client.post(path, **forged).status_code == 403
    assert press(person, path).status_code == 302


@pytest.mark.parametrize("ask", [lambda person, path: person.get(path), press], ids=["looked at", "used"])
def test_a_used_link_says_what_happened_and_what_to_do(site, ask):
    path, person = link(site), site.visitor()
    press(site.visitor(), path)
    answer = ask(person, path)
    assert answer.status_code == 410
    assert "This sign-in link has been used" in answer.text and "bin/run --link" in answer.text
    assert DEFAULT_EMAIL not in answer.text and DEFAULT_ORGANISATION not in answer.text


def test_whom_it_let_in_is_shown_the_way_on(site):
    path, person = link(site), site.visitor()
    press(person, path)
    again = person.get(path)
    assert "This sign-in link has been used" in again.text and "Go to your sessions" in again.text


def test_two_links_are_never_the_same(site):
    assert len({link(site) for _ in range(20)}) == 20


@pytest.mark.parametrize("ask", [lambda person, path: person.get(path), press], ids=["looked at", "used"])
def test_an_old_link_says_so_and_signs_nobody_in(site, monkeypatch, ask):
    path, person = link(site), site.visitor()
    monkeypatch.setattr(sign_in, "HOURS", -1)
    answer = ask(person, path)
    assert answer.status_code == 410
    assert "This sign-in link is too old" in answer.text and "bin/run --link" in answer.text
    assert person.get("/facilitate").status_code == 302
    monkeypatch.setattr(sign_in, "HOURS", HOURS)
    assert press(person, path).status_code == 302


def test_a_link_can_be_used_for_less_than_a_day():
    assert 0 < HOURS < 24


@pytest.mark.parametrize("token", ["x", "a.b.c", "é", "x" * 3000])
def test_a_made_up_link_is_none_in_a_sentence(site, token):
    looked, used = site.visitor().get(f"/sign-in/{token}"), press(site.visitor(), f"/sign-in/{token}")
    assert looked.status_code == used.status_code == 404
    for answer in (looked, used):
        assert "This sign-in link signs nobody in" in answer.text and "bin/run --link" in answer.text
    assert site.visitor().get(f"/pass/{token}").status_code == 404


def test_a_link_of_an_account_that_is_closed_is_none(site):
    path = link(site)
    users = site.app.extensions["users"]
    with site.app.app_context():
        user = users.find_user(email=DEFAULT_EMAIL)
        user.active = False
        users.commit()
        assert press(site.visitor(), path).status_code == 404
        user = users.find_user(email=DEFAULT_EMAIL)
        user.active = True
        users.commit()
    assert press(site.visitor(), path).status_code == 302


def test_signing_out_without_a_password_asks_first_and_says_how_to_come_back(site):
    path, person = link(site), site.visitor()
    press(person, path)
    home = person.get("/facilitate").text
    assert 'href="/sign-out"' in home and "/account/sign-out" not in home
    asked = person.get("/sign-out").text
    assert "Sign out of this browser?" in asked and "bin/run --link" in asked and "Stay signed in" in asked
    assert person.get("/facilitate").status_code == 200, "nothing has happened yet"
    out = person.client.post("/account/sign-out", data={"csrf_token": person.csrf()}, follow_redirects=True)
    assert "bin/run --link" in out.text
    assert person.get("/facilitate").status_code == 302


def test_with_a_password_signing_out_needs_no_question(site):
    person = site.signed_in(site.member("has-one@here.test", "Here", "facilitator", password=PASSWORD))
    assert 'action="/account/sign-out"' in person.get("/facilitate").text
    asked = person.get("/sign-out").text
    assert "your address and your password" in asked and "bin/run --link" not in asked


def test_a_link_signed_with_another_key_is_none(site, owner):
    made = URLSafeTimedSerializer("another secret", salt="workshop sign-in").dumps({"user": owner.user, "once": "x"})
    assert site.visitor().get(f"/sign-in/{made}").status_code == 404


def test_a_link_says_nothing_of_a_person(site):
    assert DEFAULT_EMAIL not in link(site) and "@" not in link(site)


def test_with_accounts_of_ones_own_none_is_printed(site, owner):
    assert first_sign_in_link(site.context.record, site.context.secret, "http://localhost") is None


def test_a_new_installation_prints_one(secure_site):
    found = first_sign_in_link(secure_site.context.record, secure_site.context.secret, "https://localhost")
    assert found.startswith("https://localhost/sign-in/")
