"""A join code is understood as people write, say or paste it."""

import pytest


@pytest.fixture(scope="module")
def owner(site):
    return site.member("join@here.test", "Here", "facilitator")


@pytest.fixture(scope="module")
def running(site, owner):
    return site.session(owner, "Tuesday")


def test_a_code_is_found_however_it_is_written(site, running):
    code = site.code(running)
    for written in (code, code.lower(), f"{code[:3]} {code[3:]}", f" {code} "):
        found = site.visitor().post("/join/look", {"code": written}).json
        assert found["ok"] and found["title"] == "Tuesday" and found["k"] == 5
        assert found["ground_rules"] and found["resources"] and found["content_note"]
        assert set(found) == {
            "ok",
            "keeping",
            "here",
            "title",
            "scenario_title",
            "content_note",
            "k",
            "ground_rules",
            "own_rules",
            "resources",
        }


def test_a_screen_may_hang_in_the_browser_of_a_phone(site, running):
    screen = site.with_pass(running, "screen")
    assert screen.post("/join", {"code": site.code(running)}).json["ok"]
