"""Requests that no browser of ours sends: 4xx in words, from everybody and everywhere, and never a fault."""

from __future__ import annotations

import io
import json

import pytest

from tests.helpers.said import said
from workshop.web.security import HEADERS, LARGEST_BODY

FORM = "application/x-www-form-urlencoded"
ROUTES = (
    "/join",
    "/join/look",
    "/leave",
    "/check-text",
    "/account/sign-in",
    "/facilitate/sessions",
    "/organisation/pools",
)


@pytest.fixture(scope="module")
def people(site):
    owner = site.member("plain@here.test", "Here", "facilitator", "reviewer")
    return {"visitor": site.visitor(), "seat": site.delegate(site.session(owner)), "desk": site.signed_in(owner)}


def ask(person, path, body=b"", kind="application/json", method="POST", **more):
    """One request with the page's token; the body as bytes."""
    token = {"HTTP_X_CSRF_TOKEN": person.csrf()}
    answer = person.client.open(path, method=method, data=body, content_type=kind, environ_overrides=token | more)
    assert HEADERS.items() <= dict(answer.headers).items()
    return answer


@pytest.mark.parametrize("who", ["visitor", "seat", "desk"])
@pytest.mark.parametrize("path", ROUTES)
def test_seventy_kilobytes_are_too_much_for_everybody(people, who, path):
    for kind, body in (("application/json", b'{"code":"' + b"x" * 70_000 + b'"}'), (FORM, b"a=" + b"x" * 70_000)):
        assert ask(people[who], path, body, kind).status_code == 413


@pytest.mark.parametrize("who", ["visitor", "seat", "desk"])
@pytest.mark.parametrize(
    "body",
    [
        *(
            b'{"code":"\\ud800"}',
            b'{"\\udfff":1}',
            b'{"k":1e999}',
            b'{"k":NaN}',
            b'{"k":' + b"9" * 400 + b"}",
            b"[1]",
            b'"x"',
        ),
        *(b"[" * 30_000, b'{"a":' * 9_000, b'{"code":"\\u0000"}', b'{"a":1,"a":2}', b'{"code":"\xff"}', b"{", b"null"),
    ],
    ids=lambda body: repr(body)[:24],
)
def test_strange_json_is_refused_in_words(people, who, body):
    for path in ROUTES:
        answer = ask(people[who], path, body)
        assert (answer.status_code, answer.json["ok"]) == (400, False) and said(answer.json).endswith(".")


def test_a_long_password_is_too_much_and_is_in_no_log(people, capfd):
    secret = "CANARY" * 1_000
    body = f"email=plain%40here.test&password={secret}".encode()
    assert ask(people["visitor"], "/account/sign-in", body, FORM).status_code == 413
    said = json.dumps({"email": "plain@here.test", "password": secret}).encode()
    assert ask(people["visitor"], "/account/sign-in", said).status_code == 413
    assert "CANARY" not in str(capfd.readouterr())


@pytest.mark.parametrize("body", [b"email=%ff", b"email=\xff", b"email=%00", b"%ed%a0%80=x"])
def test_forms_that_are_no_text_are_refused(people, body):
    assert ask(people["visitor"], "/account/sign-in", body, FORM).status_code == 400


def test_no_form_of_ours_has_files(people):
    assert (
        ask(people["visitor"], "/account/sign-in", b"--x--\r\n", "multipart/form-data; boundary=x").status_code == 415
    )


@pytest.mark.parametrize(
    "environ",
    [
        {"QUERY_STRING": "next=\xed\xa0\x80"},
        {"QUERY_STRING": "a=%ff"},
        {"QUERY_STRING": "a=%00"},
        {"PATH_INFO": "/facilitate/\xff"},
        {"PATH_INFO": "/facilitate/\x00"},
        {"HTTP_ORIGIN": "http://["},
        {"HTTP_ORIGIN": "http://x:99999999"},
        {"HTTP_ORIGIN": "http://\xff"},
        {"HTTP_HOST": "["},
        {"HTTP_HOST": "localhost:x"},
        {"HTTP_HOST": "a b"},
        {"HTTP_X_CSRF_TOKEN": "\xe4"},
        {"HTTP_AUTHORIZATION": "Bearer \xff"},
        {"CONTENT_LENGTH": "-1"},
        {"CONTENT_LENGTH": "\xb2"},
    ],
    ids=str,
)
@pytest.mark.parametrize("who", ["visitor", "seat", "desk"])
def test_strange_lines_and_headers_are_refused(site, people, who, environ):
    found = []
    whole = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/leave",
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "wsgi.url_scheme": "http",
        "wsgi.errors": io.StringIO(),
        "wsgi.input": io.BytesIO(b""),
        "CONTENT_LENGTH": "0",
        "HTTP_COOKIE": "; ".join(f"{c.key}={c.value}" for c in people[who].client._cookies.values()),
        **environ,
    }
    b"".join(site.app.wsgi_app(whole, lambda status, headers, *_: found.append((status, dict(headers)))))
    [(status, headers)] = found
    assert status.startswith("400") and HEADERS.items() <= headers.items()


def test_a_cookie_of_another_program_that_nobody_can_read_shuts_nobody_out(people):
    cookies = "; ".join(f"{c.key}={c.value}" for c in people["seat"].client._cookies.values())
    for strange in ("x=\xff; ", "x=\x00; ", "\xed\xa0\x80=1; "):
        answer = people["seat"].client.get("/held", environ_overrides={"HTTP_COOKIE": strange + cookies})
        assert answer.status_code == 200


def test_a_body_without_a_length_is_read_up_to_the_limit_and_no_further(site):
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size=-1):
            assert size > 0, "never all of it"
            self.given += size
            return b"x" * size

    body, found = Endless(), []
    whole = {"REQUEST_METHOD": "POST", "PATH_INFO": "/join", "wsgi.input": body, "wsgi.input_terminated": True}
    b"".join(site.app.wsgi_app(whole, lambda status, *_: found.append(status)))
    assert found == ["413 Content Too Large"] and body.given == LARGEST_BODY + 1


def test_what_people_send_passes(people):
    answer = ask(people["seat"], "/check-text", json.dumps({"text": "Zoë 🙂 \\ud800 says \u2028 hello"}).encode())
    assert (answer.status_code, set(answer.json)) == (200, {"looks"})
    assert people["visitor"].get("/?x=%C3%A9").status_code == 200
