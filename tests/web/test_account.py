"""Signing in with a password, and out again; and everything of the library that stays off."""

import re
from urllib.parse import urlsplit

import pytest
from argon2 import PasswordHasher

from tests.helpers.site import PASSWORD

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@pytest.fixture(scope="module")
def member(site):
    return site.member("account@here.test", "Here", "facilitator", password=PASSWORD)


def sign_in(person, email: str, password: str, path: str = "/account/sign-in"):
    token = TOKEN.search(person.get("/account/sign-in").text).group(1)
    return person.client.post(path, data={"email": email, "password": password, "csrf_token": token})


def test_the_right_password_opens_the_sessions(site, member):
    person = site.visitor()
    answer = sign_in(person, member.email, PASSWORD)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/facilitate")
    assert person.get("/facilitate").status_code == 200


def test_a_token_of_the_library_s_signs_nobody_in(site, member):
    with site.app.test_request_context():
        token = site.app.extensions["users"].find_user(email=member.email).get_auth_token()
    for answer in (
        site.visitor().get("/facilitate", headers={"Authentication-Token": token}),
        site.visitor().get(f"/facilitate?auth_token={token}"),
    ):
        assert answer.status_code == 302 and "/account/sign-in" in answer.headers["Location"]


@pytest.mark.parametrize("path", ["/account/sign-in", "/account/sign-out"])
def test_the_library_asks_for_a_token_itself_and_finds_none(site, path):
    headers = {"Authentication-Token": "x", "Accept": "application/json"}
    for method in ("get", "post"):
        assert getattr(site.visitor().client, method)(path, headers=headers, json={}).status_code < 500


@pytest.mark.parametrize(
    "typed",
    [
        "zoë@bücher.test",
        " ZOË@Bücher.test ",
        "zoe\u0308@xn--bcher-kva.test",
        "Zoë＠bücher。test",
        "\u2066zoë@bücher.test\u2069",
    ],
)
def test_letters_beyond_ascii_open_the_door_too(site, typed):
    site.member("Zoë@bücher.test", "Here", "facilitator", password=PASSWORD)
    person = site.visitor()
    assert sign_in(person, typed, PASSWORD).headers.get("Location") == "/facilitate"


def test_no_browser_is_asked_to_judge_an_address(site):
    field = re.search(r'<input[^>]*name="email"[^>]*>', site.visitor().get("/account/sign-in").text).group(0)
    assert 'type="text"' in field and 'inputmode="email"' in field, "its own check refuses letters beyond ASCII"


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("account@here.test", "wrong"),
        ("nobody@here.test", PASSWORD),
        ("account@here.test", ""),
        ("", PASSWORD),
        ("account@here.test' OR 1=1 --", PASSWORD),
    ],
)
def test_every_failure_reads_alike_and_opens_nothing(site, member, email, password):
    person = site.visitor()
    answer = sign_in(person, email, password)
    assert answer.status_code == 200
    assert "That did not work. Check the address and the password." in answer.text
    assert "no such" not in answer.text.lower() and (not email or email not in answer.text)
    assert person.get("/facilitate").status_code == 302


def test_an_account_without_a_password_cannot_be_entered_by_one(site):
    site.member("link-only@here.test", "Here", "facilitator")
    person = site.visitor()
    assert sign_in(person, "link-only@here.test", "").status_code == 200
    assert person.get("/facilitate").status_code == 302


@pytest.mark.parametrize("stored", [PASSWORD, "$pbkdf2-sha256$29000$x$y", "$2b$12$abcdefghijklmnopqrstuv", ""])
def test_a_stored_plain_text_or_older_hash_is_no_password(site, stored):
    email = f"stored{len(stored)}@here.test"
    site.context.record.add_member(email, stored, "Here", frozenset({"facilitator"}))
    person = site.visitor()
    assert sign_in(person, email, stored).status_code in (200, 500)
    assert person.get("/facilitate").status_code == 302


def test_passwords_are_stored_as_argon2id(site, member):
    with site.app.app_context():
        stored = site.app.extensions["users"].find_user(id=member.user).password
    assert stored.startswith("$argon2id$") and PasswordHasher().verify(stored, PASSWORD)


def test_signing_out_ends_it(site, member):
    person = site.visitor()
    sign_in(person, member.email, PASSWORD)
    kept = person.client.get_cookie("cw_form").value
    assert person.post("/account/sign-out").status_code in (200, 302)
    assert person.get("/facilitate").status_code == 302
    thief = site.visitor()
    thief.client.set_cookie("cw_form", kept, httponly=True)
    assert thief.get("/facilitate").status_code == 302, "a cookie from before must not sign anybody in again"


def test_signing_out_is_not_done_by_a_link(site, member):
    person = site.visitor()
    sign_in(person, member.email, PASSWORD)
    assert person.get("/account/sign-out").status_code == 405
    assert person.get("/facilitate").status_code == 200


def test_a_new_password_ends_older_sign_ins(site):
    member = site.member("renewed@here.test", "Here", "facilitator", password=PASSWORD)
    person = site.signed_in(member)
    assert person.get("/facilitate").status_code == 200
    site.context.record.set_password(member.email, PasswordHasher().hash("another one"))
    assert person.get("/facilitate").status_code == 302


@pytest.mark.parametrize("next_page", ["https://evil.test/", "//evil.test", "/\\evil.test", "https:evil.test"])
def test_signing_in_leads_to_our_own_pages_only(site, member, next_page):
    answer = sign_in(site.visitor(), member.email, PASSWORD, f"/account/sign-in?next={next_page}")
    if answer.status_code in (302, 303):
        where = answer.headers["Location"]
        assert re.match(r"/(?![/\\])", where) and not urlsplit(where).netloc


def test_what_the_library_could_do_besides_is_off(site):
    rules = {rule.rule for rule in site.app.url_map.iter_rules()}
    for word in ("register", "reset", "confirm", "recover", "change", "tf-", "us-", "wan-", "mf-"):
        assert not [r for r in rules if word in r]


def test_a_session_cookie_cannot_be_read_by_scripts_nor_sent_from_elsewhere(site):
    line = next(c for c in site.visitor().get("/account/sign-in").headers.getlist("Set-Cookie") if "cw_form" in c)
    assert "HttpOnly" in line and "SameSite=Lax" in line
