"""How often somebody may try: honest rooms get in while codes are being guessed, and guessers do not."""

import secrets
from dataclasses import replace

import pytest
from redis import Redis

from tests.helpers.said import said
from workshop.service.perform import Sender, perform
from workshop.web import rate_limits
from workshop.web.rate_limits import (
    AT_ONCE,
    SEATS_A_MINUTE,
    SEATS_AN_HOUR,
    WRONG_OF_BROWSER,
    WRONG_OF_NETWORK,
    Paces,
    RateLimit,
    network_of,
)

ROOM, GUESSER, OTHER = "198.51.100.1", "203.0.113.9", "203.0.113.10"
pytestmark = pytest.mark.usefixtures("a_new_hour")


def guess(person, times: int) -> list[int]:
    token = {"X-CSRF-Token": person.csrf()}
    return [
        person.client.post("/join/look", json={"code": "AAAAAAAA"}, headers=token).status_code for _ in range(times)
    ]


def test_sixty_honest_phones_behind_one_address_join_while_three_hundred_wrong_codes_come_in(site, running):
    code, refused = site.code(running), []
    for n in range(60):
        assert len(guess(site.visitor(GUESSER), 5)) == 5  # 300 in all, from browsers that throw cookies away
        phone = site.visitor(ROOM)
        looked = phone.post("/join/look", {"code": code})
        joined = phone.post("/join", {"code": code})
        if not (looked.status_code == 200 and looked.json["ok"] and joined.json["ok"]):
            refused.append(n)
    assert not refused


def test_a_room_full_of_people_who_mistype_still_gets_in(site, running):
    for _ in range(60):
        phone = site.visitor(ROOM)
        assert guess(phone, 3) == [200] * 3
        assert phone.post("/join", {"code": site.code(running)}).json["ok"]


def test_one_browser_that_guesses_on_and_on_is_told_so_and_gets_in_with_the_right_code(site, running):
    person = site.visitor(GUESSER)
    answers = guess(person, WRONG_OF_BROWSER + 5)
    assert answers == [200] * WRONG_OF_BROWSER + [429] * 5
    assert person.post("/join", {"code": "AAAAAAAA"}).headers["Retry-After"] == "60"
    assert person.post("/join/look", {"code": site.code(running)}).json["ok"]
    assert person.post("/join", {"code": site.code(running)}).json["ok"]


def test_a_right_code_works_however_many_wrong_ones_come_in_from_the_same_router(site, running, monkeypatch):
    monkeypatch.setattr(rate_limits, "WRONG_OF_NETWORK", 60)
    guessers = [site.visitor(ROOM) for _ in range(60 // 20 + 1)]
    answers = [guess(guesser, 20)[-1] for guesser in guessers]
    assert answers[-1] == 429 and answers[-3] == 200 and WRONG_OF_NETWORK > 60
    assert guess(site.visitor(OTHER), 1) == [200], "elsewhere nothing has changed"
    phone = site.visitor(ROOM)
    assert phone.post("/join/look", {"code": site.code(running)}).json["ok"]
    assert phone.post("/join", {"code": site.code(running)}).json["ok"]


def test_nothing_is_counted_for_the_whole_installation(site, running):
    before = set(site.context.live._redis.scan_iter(match="cw:count:*"))
    guess(site.visitor(GUESSER), WRONG_OF_BROWSER + 1)
    assert site.visitor(GUESSER).post("/join", {"code": site.code(running)}).json["ok"]
    assert set(site.context.live._redis.scan_iter(match="cw:count:*")) == before


def test_the_answer_after_many_wrong_codes_is_one_for_every_failure(site, running):
    person = site.visitor(GUESSER)
    guess(person, WRONG_OF_BROWSER)
    perform(site.context, running, Sender("facilitator"), "session.lock", {"locked": True}, "l" * 22)
    answers = {person.post("/join", {"code": c}).text for c in (site.code(running), "AAAAAAAA", "")}
    perform(site.context, running, Sender("facilitator"), "session.lock", {"locked": False}, "u" * 22)
    assert len(answers) == 1


# ---------------------------------------------------------------- seats


def taken(person, code, **more) -> int:
    """The status of a phone's try to take a new seat in a browser that has forgotten its last one."""
    person.client.delete_cookie("cw_seat")
    return person.post("/join", {"code": code, "token": secrets.token_urlsafe(32)}, **more).status_code


def test_one_browser_takes_a_few_seats_a_minute_and_says_what_to_do(site, running):
    person, code = site.visitor(GUESSER), site.code(running)
    assert [taken(person, code) for _ in range(40)].count(200) == SEATS_A_MINUTE
    answer = person.post("/join", {"code": code})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert "Wait a minute" in said(answer.json)


def test_and_a_few_an_hour(site, running):
    person, code = site.visitor(GUESSER), site.code(running)
    found = []
    for _ in range(SEATS_AN_HOUR):
        site.app.extensions.get("rate_limits", {}).pop("seats", None)  # a minute later
        found += [taken(person, code) for _ in range(2)]
    assert found.count(200) == SEATS_AN_HOUR


def test_a_seat_that_a_browser_has_costs_nothing(site, running):
    person, code = site.visitor(ROOM), site.code(running)
    assert {person.post("/join", {"code": code}).status_code for _ in range(SEATS_AN_HOUR + 5)} == {200}
    token = {"code": code, "token": "t" * 43}
    lost = site.visitor(ROOM)
    for _ in range(SEATS_AN_HOUR + 5):
        lost.client.delete_cookie("cw_seat")
        assert lost.post("/join", token).status_code == 200


@pytest.fixture
def small_network(site):
    """Twelve seats a minute for one address, where it is 200 at least."""
    object.__setattr__(site.context, "settings", replace(site.settings, seats_a_minute=12))
    yield 12
    object.__setattr__(site.context, "settings", site.settings)


def test_a_greedy_browser_takes_nothing_from_the_others_behind_its_address(site, running, small_network):
    code, greedy = site.code(running), site.visitor(ROOM)
    for _ in range(2 * small_network):
        taken(greedy, code)
    others = [site.visitor(ROOM).post("/join", {"code": code}).status_code for _ in range(9)]
    assert others == [200] * (small_network - SEATS_A_MINUTE)


def test_a_script_without_cookies_is_stopped_by_its_network_and_nobody_elsewhere(site, running, small_network):
    code, hosts = site.code(running), [f"2001:db8:1:2::{n:x}" for n in range(1, 15)]
    found = [site.visitor(h).post("/join", {"code": code}).status_code for h in hosts]
    assert found == [200] * small_network + [429] * 2
    assert site.visitor("2001:db8:1:3::1").post("/join", {"code": code}).status_code == 200


def test_networks():
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff:1") != network_of("2001:db8:0:1::1")
    assert network_of("::ffff:192.0.2.1") == network_of("192.0.2.1") != network_of("192.0.2.2")
    assert network_of("fe80::1%eth0") == network_of("fe80::2%eth0")
    assert network_of("") == "" and network_of("unix") == "unix"


def test_the_lobby_can_be_locked_and_then_the_code_is_a_wrong_one(site, running):
    code = site.code(running)
    for locked, open_ in ((True, False), (False, True)):
        perform(
            site.context, running, Sender("facilitator"), "session.lock", {"locked": locked}, f"lock {locked} 123456"
        )
        assert site.visitor(ROOM).post("/join/look", {"code": code}).json["ok"] is open_


def test_a_pace_slows_and_forgets(monkeypatch):
    now = [0.0]
    pace = Paces(2, 0.5, lambda: now[0])
    assert [pace.take("a"), pace.take("a"), pace.take("a"), pace.take("b")] == [True, True, False, True]
    now[0] = 2.0
    assert [pace.take("a"), pace.take("a")] == [True, False]
    monkeypatch.setattr(rate_limits, "MANY", 1)
    now[0] = 60.0
    pace.take("c")
    assert len(pace._left) == 1 and AT_ONCE < 305


# ---------------------------------------------------------------- the counter


def test_a_counter_starts_again_with_its_window():
    now = [0.0]
    counted = RateLimit(60, lambda: now[0])
    assert [counted.add("a", "b"), counted.add("a", "b"), counted.add("ab", "")] == [1, 2, 1]
    now[0] = 59.9
    assert counted.count("a", "b") == 2
    now[0] = 60.0
    assert counted.count("a", "b") == 0


def test_a_counter_knows_nobody_by_name():
    counted = RateLimit(60)
    counted.add("address", "198.51.100.77")
    assert "198.51" not in repr(vars(counted))


def test_neither_addresses_nor_browsers_reach_the_live_store(site, running, valkey_server):
    person = site.visitor("198.51.100.200")
    guess(person, 3)
    taken(person, site.code(running))
    client = Redis.from_url(valkey_server.url)
    counters = list(client.scan_iter(match="cw:count:*"))
    assert not [name for name in counters if b"seats" in name or b"codes" in name]
    assert b"198.51" not in b"".join(counters)
