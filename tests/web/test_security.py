"""What every answer carries, and what no request may be: another host's, another origin's, too large, unasked for."""

import re

import pytest

from tests.helpers.site import Site
from workshop.web.security import HEADERS, LARGEST_BODY

PAGES = ["/", "/privacy", "/support", "/account/sign-in", "/healthz", "/nothing-here", "/room", "/static/mark.svg"]
LOOK_ALIKES = [
    "null",
    "https://evil.test",
    "http://localhost.evil.test",
    "http://localhost@evil.test",
    "http://evil.test#localhost",
    "http://localhost:8001",
    "https://localhost:8000",
    "http://locaIhost",
    "http://xn--lcalhost-z4a.test",
    "file://localhost",
    "http://localhost, http://evil.test",
    "//localhost",
    " http://evil.test",
]


def policy_of(answer) -> dict[str, list[str]]:
    rules = [rule.split() for rule in answer.headers["Content-Security-Policy"].split("; ")]
    return {rule[0]: rule[1:] for rule in rules}


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_carries_the_headers(site, path):
    answer = site.visitor().get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "Server" not in answer.headers
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("path", [p for p in PAGES if not p.startswith("/static")])
def test_no_page_is_kept_by_a_browser_or_a_proxy(site, path):
    assert site.visitor().get(path).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere(site, path):
    answer = site.visitor().get(path)
    policy = policy_of(answer)
    assert policy["default-src"] == ["'none'"]
    assert policy["base-uri"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]
    scripts = policy["script-src"]
    assert scripts == ["'self'"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    for rule, sources in policy.items():
        foreign = [s for s in sources if re.match(r"https?:|\*", s) or s == "*"]
        assert not foreign, rule


def test_text_cannot_become_script_where_the_browser_knows_trusted_types(site):
    policy = policy_of(site.visitor().get("/"))
    assert policy["require-trusted-types-for"] == ["'script'"]
    assert policy["trusted-types"] == ["'none'"]


def test_only_the_screen_may_be_framed_and_by_our_own_pages_alone(site):
    owner = site.member("framed@here.test", "Here", "facilitator")
    session, person = site.session(owner), site.signed_in(owner)
    assert policy_of(person.get(f"/screen/{session}"))["frame-ancestors"] == ["'self'"]
    assert policy_of(person.get(f"/facilitate/{session}"))["frame-ancestors"] == ["'none'"]


def test_strict_transport_only_where_there_is_transport_security(site, secure_site):
    assert "Strict-Transport-Security" not in site.visitor().get("/").headers
    assert secure_site.visitor().get("/").headers["Strict-Transport-Security"].startswith("max-age=31536000")


# ---------------------------------------------------------------- who asks, and as whom


@pytest.mark.parametrize("origin", LOOK_ALIKES)
def test_a_post_from_another_origin_is_refused(site, origin):
    answer = site.visitor().post("/join/look", {"code": "AAAAAA"}, headers={"Origin": origin})
    assert answer.status_code == 403


@pytest.mark.parametrize("origin", ["http://localhost", "http://localhost:8000", "http://127.0.0.1:8000"])
def test_our_own_origins_are_not(site, origin):
    answer = site.visitor().post("/join/look", {"code": "AAAAAA"}, headers={"Origin": origin})
    assert answer.status_code == 200


def test_a_forwarded_host_does_not_make_an_origin_ours(site):
    forged = {"Origin": "https://evil.test", "X-Forwarded-Host": "evil.test", "X-Forwarded-Proto": "https"}
    assert site.visitor().post("/join/look", {"code": "AAAAAA"}, headers=forged).status_code == 403


def test_with_a_trusted_proxy_its_host_counts(valkey_server, tmp_path):
    proxied = Site(
        tmp_path, valkey_server.url, WORKSHOP_TRUST_PROXY="yes", WORKSHOP_PUBLIC_URL="https://workshop.example"
    )
    person = proxied.visitor()
    ours = {"X-Forwarded-Host": "workshop.example", "X-Forwarded-Proto": "https", "Origin": "https://workshop.example"}
    token = re.findall(r'csrf-token" content="([^"]+)', person.get("/", headers=ours).text)[0]
    good = person.client.post("/join/look", json={"code": "AAAAAA"}, headers={**ours, "X-CSRF-Token": token})
    assert good.status_code == 200
    foreign = {**ours, "Origin": "https://evil.test", "X-CSRF-Token": token}
    assert person.client.post("/join/look", json={"code": "AAAAAA"}, headers=foreign).status_code == 403


@pytest.mark.parametrize("host", ["evil.test", "localhost.evil.test", "[::bad", "a b", ""])
def test_another_hosts_name_is_refused(site, host):
    assert site.visitor().get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "192.0.2.1:8000", "[2001:db8::1]:8000"])
def test_our_names_and_bare_addresses_are_not(site, host):
    assert site.visitor().get("/", headers={"Host": host}).status_code == 200


def test_a_probe_may_use_any_name(site):
    assert site.visitor().get("/healthz", headers={"Host": "10-0-0-1.pod.cluster"}).status_code == 200


@pytest.mark.parametrize("path", ["/join/look", "/join", "/leave", "/account/sign-out", "/facilitate/sessions"])
def test_a_post_without_the_pages_token_is_refused(site, path):
    owner = site.member("csrf@here.test", "Here", "facilitator")
    for person in (site.visitor(), site.signed_in(owner)):
        for headers in ({}, {"X-CSRF-Token": "made up"}):
            assert person.client.post(path, json={}, headers=headers).status_code in (400, 302), path
    assert site.context.record.sessions_of(owner.user, "running") == []


def test_another_browsers_token_does_not_help(site):
    stranger = site.visitor().csrf()
    assert site.visitor().client.post("/join/look", json={}, headers={"X-CSRF-Token": stranger}).status_code == 400


@pytest.mark.parametrize("size", [LARGEST_BODY + 1, 1_000_000])
def test_a_body_that_is_too_large_is_refused_in_words(site, size):
    answer = site.visitor().post("/join/look", {"code": "x" * size})
    assert answer.status_code == 413
    assert answer.json["why"] == "http.413"


def test_scripts_carry_only_the_headers_that_mean_something_for_them(site):
    answer = site.visitor().get("/static/built/room.js")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Server" not in answer.headers
    assert sum(len(name) + len(value) + 4 for name, value in answer.headers) < 500
