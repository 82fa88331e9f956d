"""/metrics: for this machine or by the token, and without a name in it."""

import hashlib
import hmac

import pytest

from tests.helpers.site import SECRET


def ask(site, address="127.0.0.1", **headers):
    return site.visitor().get("/metrics", headers=headers, environ_overrides={"REMOTE_ADDR": address})


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_this_machine_may_read_it(site, address):
    answer = ask(site, address)
    assert answer.status_code == 200
    assert "workshop_commands_total" in answer.text and "workshop_command_seconds_bucket" in answer.text


@pytest.mark.parametrize("address", ["192.0.2.7", "10.0.0.1", "", "nonsense"])
def test_others_find_nothing(site, address):
    assert ask(site, address).status_code == 404


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
def test_what_came_by_a_proxy_is_not_this_machine(site, header):
    assert ask(site, **{header: "127.0.0.1"}).status_code == 404


def test_the_token_is_made_from_the_secret_as_the_documentation_says(site):
    token = hmac.digest(SECRET.encode(), b"workshop metrics", hashlib.sha256).hex()
    assert ask(site, "192.0.2.7", Authorization=f"Bearer {token}").status_code == 200
    for wrong in (f"Bearer {token[:-1]}", f"Basic {token}", "Bearer ", token):
        assert ask(site, "192.0.2.7", Authorization=wrong.encode("latin-1").decode("latin-1")).status_code == 404


def test_no_label_says_which_session_or_who(site):
    session = site.session(site.member("metrics@here.test", "Here", "facilitator"))
    site.delegate(session)
    text = ask(site).text
    assert session not in text and site.code(session) not in text
    names = {part.split("=")[0] for line in text.splitlines() if "{" in line
             for part in line.partition("{")[2].partition("}")[0].split(",")}  # fmt: skip
    assert names <= {"outcome", "role", "le", "kind", "protocol"}, "closed sets, all of them"
