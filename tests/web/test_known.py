"""Signing in while others try passwords: known browsers and other places are never stopped."""

import re

import pytest
from itsdangerous import URLSafeSerializer

from tests.helpers.site import PASSWORD
from workshop.web import rate_limits
from workshop.web.rate_limits import ONE_ACCOUNT, ONE_ACCOUNT_FROM_HERE, ONE_ACCOUNT_KNOWN

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
ROOM, GUESSER = "198.51.100.1", "203.0.113.9"
pytestmark = pytest.mark.usefixtures("a_new_hour")


def try_password(person, email: str, password: str = "") -> int:  # without one nothing is hashed
    token = TOKEN.search(person.get("/account/sign-in").text).group(1)
    form = {"email": email, "password": password, "csrf_token": token}
    return person.client.post("/account/sign-in", data=form).status_code


def test_an_account_is_not_tried_for_ever_from_one_place_and_its_owner_gets_in_from_another(site, running):
    for n in range(ONE_ACCOUNT_FROM_HERE + 1):
        email = ("Tries@here.test", " tries@here.test")[n % 2]  # the same account, however it is written
        assert (try_password(site.visitor(GUESSER), email) == 429) is (n == ONE_ACCOUNT_FROM_HERE)
    assert try_password(site.visitor(ROOM), "tries@here.test", PASSWORD) == 302


def test_an_account_is_not_tried_for_ever_from_everywhere(site, running, monkeypatch):
    monkeypatch.setattr(rate_limits, "ONE_ACCOUNT", 3)
    answers = [try_password(site.visitor(f"203.0.113.{n}"), "elsewhere@here.test") for n in range(5)]
    assert answers == [200, 200, 200, 429, 429]
    assert ONE_ACCOUNT > ONE_ACCOUNT_FROM_HERE


def made_up(site, addresses, times: int) -> list[int]:
    """The answers to so many posts with made-up accounts."""
    guessers = [site.visitor(a) for a in addresses]
    token = [TOKEN.search(g.get("/account/sign-in").text).group(1) for g in guessers]
    found = []
    for n in range(times):
        form = {
            "email": f"made-up-{n}@there.test",
            "password": "",
            "csrf_token": token[n % len(token)],
        }  # costs no hashing
        found.append(guessers[n % len(token)].client.post("/account/sign-in", data=form).status_code)
    return found


def test_made_up_accounts_stop_nobody_elsewhere_and_no_browser_that_is_known(site, running, monkeypatch):
    """From one address, as many as it likes; and from many."""
    monkeypatch.setattr(rate_limits, "AT_ONCE", 5)
    monkeypatch.setattr(rate_limits, "A_SECOND", 0.0)
    known = site.visitor(GUESSER)
    assert try_password(known, "tries@here.test", PASSWORD) == 302
    known.post("/account/sign-out")
    site.app.extensions.pop("paces", None)
    assert made_up(site, [GUESSER], 10) == [200] * 5 + [429] * 5
    assert try_password(known, "tries@here.test", PASSWORD) == 302, "at the very same address"
    made_up(site, [f"203.0.113.{n}" for n in range(100, 162)], 305)
    assert try_password(site.visitor(ROOM), "tries@here.test", PASSWORD) == 302


def test_an_account_that_others_try_is_open_to_its_owners_browser(site, running, monkeypatch):
    monkeypatch.setattr(rate_limits, "ONE_ACCOUNT", 3)
    known = site.visitor(ROOM)
    assert try_password(known, "tries@here.test", PASSWORD) == 302
    known.post("/account/sign-out")
    answers = [try_password(site.visitor(f"203.0.113.{n}"), "tries@here.test") for n in range(5)]
    assert answers[-1] == 429
    assert try_password(known, "tries@here.test", PASSWORD) == 302


def test_a_known_browser_does_not_try_for_ever_either_and_is_known_for_its_account_only(site, running):
    known = site.visitor(ROOM)
    assert try_password(known, "tries@here.test", PASSWORD) == 302
    known.post("/account/sign-out")
    answers = [try_password(known, "tries@here.test") for _ in range(ONE_ACCOUNT_KNOWN + 2)]
    assert answers == [200] * ONE_ACCOUNT_KNOWN + [429] * 2
    others = [try_password(known, "somebody-else@here.test") for _ in range(ONE_ACCOUNT_FROM_HERE + 1)]
    assert others == [200] * ONE_ACCOUNT_FROM_HERE + [429]


def test_what_makes_a_browser_known_names_nobody_and_cannot_be_made_up(site, running):
    known = site.visitor(ROOM)
    try_password(known, "tries@here.test", PASSWORD)
    value = known.client.get_cookie("cw_known").value
    said = URLSafeSerializer(site.app.config["SECRET_KEY"], salt="workshop known").loads(value)
    assert "tries" not in str(said) and len(said[1]) == 1
    for broken in (value[:-2], URLSafeSerializer("another key", salt="workshop known").dumps(said), "x" * 700):
        forger = site.visitor(ROOM)
        forger.client.set_cookie("cw_known", broken)
        site.app.extensions.pop("rate_limits", None)
        answers = [try_password(forger, "tries@here.test") for _ in range(ONE_ACCOUNT_FROM_HERE + 1)]
        assert answers[-1] == 429, "no more than anybody"
