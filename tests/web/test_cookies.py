"""The cookies: what they say to browsers, and that nobody can make one up."""

import re
import secrets

import pytest
from itsdangerous import BadSignature, URLSafeSerializer, URLSafeTimedSerializer

from tests.helpers.site import SECRET
from workshop.app import derived
from workshop.web import cookies
from workshop.web.cookies import LONGEST, SEAT_LIFE, make_link, pass_here, read_link, seat_here


def set_cookies(answer) -> dict[str, str]:
    """Name to everything that follows, of each cookie that an answer sets."""
    return {line.partition("=")[0]: line for line in answer.headers.getlist("Set-Cookie")}


@pytest.fixture(scope="module")
def running(site):
    return site.session(site.member("cookies@here.test", "Here", "facilitator"))


@pytest.fixture(scope="module")
def secure_running(secure_site):
    return secure_site.session(secure_site.member("cookies@here.test", "Here", "facilitator"))


def joined(site, session):
    person = site.visitor()
    return person, person.post("/join", {"code": site.code(session)})


def test_a_seat_is_for_the_browser_alone(site, running):
    _, answer = joined(site, running)
    line = set_cookies(answer)["cw_seat"]
    assert "HttpOnly" in line and "SameSite=Strict" in line and "Path=/" in line
    assert "Domain" not in line and "Secure" not in line
    assert f"Max-Age={SEAT_LIFE}" in line and SEAT_LIFE >= 4 * 24 * 3600, "a course of two days keeps its seats"


def test_behind_https_every_cookie_is_secure_and_bound_to_the_host(secure_site, secure_running):
    person, answer = joined(secure_site, secure_running)
    assert "__Host-cw_seat" in set_cookies(answer)
    first = secure_site.visitor().get("/")
    with secure_site.app.test_request_context():
        value = make_link(secure_running, "screen", secure_site.links(secure_running))
    given = secure_site.visitor().get(f"/pass/{value}")
    for line in [*set_cookies(answer).values(), *set_cookies(first).values(), *set_cookies(given).values()]:
        assert line.startswith("__Host-cw_") and "Secure" in line and "HttpOnly" in line
        assert "Path=/" in line and "Domain" not in line
    assert person.get("/room").status_code == 200


def test_the_seat_names_the_session_and_a_token_and_nothing_else(site, running):
    person, _ = joined(site, running)
    value = person.client.get_cookie("cw_seat").value
    with site.app.test_request_context(headers={"Cookie": f"cw_seat={value}"}):
        session, token = seat_here()
    assert session == running and re.fullmatch(r"[A-Za-z0-9_-]{43}", token)


def test_the_seat_is_read_once_a_request_and_anew_in_the_next(site, running, monkeypatch):
    seats = [joined(site, running)[0].client.get_cookie("cw_seat").value for _ in range(2)]
    read = []
    before = cookies._read_seat
    monkeypatch.setattr(cookies, "_read_seat", lambda value: read.append(value) or before(value))
    with site.app.app_context():  # which both requests share
        found = []
        for value in seats:
            with site.app.test_request_context(headers={"Cookie": f"cw_seat={value}"}):
                assert seat_here() == seat_here()
                found.append(seat_here())
    assert read == seats and found[0] != found[1]


def test_a_form_s_cookie_is_signed_by_one_signer_of_the_app_s_own_key(site):
    sessions, app = site.app.session_interface, site.app
    signer = sessions.get_signing_serializer(app)
    assert signer is sessions.get_signing_serializer(app)
    page = site.visitor()
    page.get("/")
    assert set(signer.loads(page.client.get_cookie("cw_form").value)) >= {"csrf_token"}
    stranger = URLSafeTimedSerializer("another key of another installation", salt="cookie-session")
    with pytest.raises(BadSignature):
        signer.loads(stranger.dumps({"csrf_token": "x"}))


def forged(site, salt: str, value: object, key: str | None = None) -> str:
    return str(URLSafeSerializer(key or site.app.config["SECRET_KEY"], salt=salt).dumps(value))


@pytest.mark.parametrize(
    "make",
    [
        lambda site, s: forged(site, "workshop seat", [s, "t"], key="another key of another installation"),
        lambda site, s: forged(site, "workshop seat", [s, "t"], key=derived(SECRET, "slots").hex()),
        lambda site, s: forged(site, "workshop pass", [s, "desk"]),
        lambda site, s: forged(site, "workshop seat", {"session": s}),
        lambda site, s: forged(site, "workshop seat", [s]),
        lambda site, s: forged(site, "workshop seat", [s, "t", "e", "x"]),
        lambda site, s: forged(site, "workshop seat", [s, 7]),
        lambda site, s: forged(site, "workshop seat", [s, secrets.token_urlsafe(LONGEST)]),
        lambda site, s: "",
        lambda site, s: "." * 50,
        lambda site, s: forged(site, "workshop seat", [s, "t"])[:-1] + "!",
    ],
)
def test_a_made_up_seat_is_none(site, running, make):
    person = site.visitor()
    person.client.set_cookie("cw_seat", make(site, running))
    assert person.get("/room").headers["Location"] == "/"


def test_a_pass_is_not_a_seat_and_a_seat_no_pass(site, running):
    with site.app.test_request_context():
        link = make_link(running, "screen", "x")
        assert read_link(link)[:3] == (running, "screen", "x")
        assert read_link(forged(site, "workshop seat", [running, "desk", "x"])) is None
        assert read_link("nonsense") is None
    with site.app.test_request_context(headers={"Cookie": f"cw_pass={link}; cw_seat={link}"}):
        assert pass_here() is None and seat_here() is None, "a link is neither"


def test_a_seat_of_the_version_before_is_a_seat(site, running):
    person = site.visitor()
    person.client.set_cookie("cw_seat", forged(site, "workshop seat", [running, "t" * 43]))
    assert person.get("/room").status_code == 200


def test_leaving_takes_the_cookie_and_the_seat(site, running):
    person, _ = joined(site, running)
    before = devices(site, running)
    assert person.post("/leave").json == {"ok": True}
    assert person.client.get_cookie("cw_seat") is None
    assert devices(site, running) == before - 1
    assert person.post("/leave").json == {"ok": True}
    assert devices(site, running) == before - 1


def devices(site, session) -> int:
    return site.context.live.view(session, lambda head: ()).counts["devices"]
