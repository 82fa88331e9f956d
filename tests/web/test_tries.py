"""How often somebody may try: honest rooms get in while codes are being guessed, and guessers do not."""

import re

import pytest
from redis import Redis

from tests.helpers.site import PASSWORD
from workshop.service.perform import Sender, perform
from workshop.web import tries
from workshop.web.tries import (
    CALM,
    MOST,
    ONE_ACCOUNT,
    ONE_ACCOUNT_FROM_HERE,
    ONE_ADDRESS,
    ONE_BROWSER,
    SIGN_INS,
    SIGN_INS_FROM_HERE,
    Tries,
)

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
ROOM, GUESSER, OTHER = "198.51.100.1", "203.0.113.9", "203.0.113.10"


@pytest.fixture(scope="module")
def running(site):
    return site.session(site.member("tries@here.test", "Here", "facilitator", password=PASSWORD))


@pytest.fixture(autouse=True)
def a_new_minute(site):
    """Every test begins with nothing counted."""
    site.app.extensions.pop("tries", None)
    for name in ("guesses", "sign-ins"):
        site.house.live._redis.delete(f"cw:count:{name}")


def browser_at(site, address):
    person = site.visitor()
    person.client.environ_base["REMOTE_ADDR"] = address
    return person


def guess(person, times: int) -> list[int]:
    token = {"X-CSRF-Token": person.csrf()}
    return [person.client.post("/join/look", json={"code": "AAAAAA"}, headers=token).status_code for _ in range(times)]


def all_guessed(site, figure: int) -> None:
    """So many wrong codes have come in this minute, from wherever."""
    site.house.live.tick("guesses", 60, figure)


def test_sixty_honest_phones_behind_one_address_join_while_three_hundred_wrong_codes_come_in(site, running):
    code, refused = site.code(running), []
    for n in range(60):
        assert len(guess(browser_at(site, GUESSER), 5)) == 5  # 300 in all, from browsers that throw cookies away
        phone = browser_at(site, ROOM)
        looked = phone.post("/join/look", {"code": code})
        joined = phone.post("/join", {"code": code})
        if not (looked.status_code == 200 and looked.json["ok"] and joined.json["ok"]):
            refused.append(n)
    assert site.house.live.tick("guesses", 60, 0) == 300
    assert not refused


def test_a_room_full_of_people_who_mistype_still_gets_in(site, running):
    for _ in range(60):
        phone = browser_at(site, ROOM)
        assert guess(phone, 3) == [200] * 3
        assert phone.post("/join", {"code": site.code(running)}).json["ok"]


def test_one_browser_that_guesses_on_and_on_is_stopped(site, running):
    person = browser_at(site, GUESSER)
    answers = guess(person, ONE_BROWSER + 5)
    assert answers == [200] * ONE_BROWSER + [429] * 5
    assert person.post("/join", {"code": site.code(running)}).status_code == 429, "not even with the right code"
    assert browser_at(site, GUESSER).post("/join/look", {"code": site.code(running)}).status_code == 200


def test_when_many_guess_the_addresses_of_the_guessers_are_stopped_and_rooms_are_not(site, running):
    all_guessed(site, CALM)
    for _ in range(ONE_ADDRESS):
        assert guess(browser_at(site, GUESSER), 1) == [200]
    assert guess(browser_at(site, GUESSER), 1) == [429]
    assert browser_at(site, ROOM).post("/join", {"code": site.code(running)}).json["ok"]


def test_there_is_a_most_for_the_whole_installation(site, running):
    all_guessed(site, MOST)
    answer = browser_at(site, ROOM).post("/join", {"code": site.code(running)})
    assert answer.status_code == 429 and answer.headers["Retry-After"] == "60"


def test_the_answer_does_not_tell_a_right_code_from_a_wrong_one(site, running):
    all_guessed(site, MOST)
    answers = {browser_at(site, ROOM).post("/join", {"code": c}).text for c in (site.code(running), "AAAAAA", "")}
    assert len(answers) == 1


def test_the_lobby_can_be_locked_and_then_the_code_is_a_wrong_one(site, running):
    code = site.code(running)
    for locked, open_ in ((True, False), (False, True)):
        perform(site.house, running, Sender("facilitator"), "session.lock", {"locked": locked}, f"lock {locked} 123456")
        assert browser_at(site, ROOM).post("/join/look", {"code": code}).json["ok"] is open_


# ---------------------------------------------------------------- passwords


def try_password(person, email: str, password: str = "wrong") -> int:
    token = TOKEN.search(person.get("/account/sign-in").text).group(1)
    form = {"email": email, "password": password, "csrf_token": token}
    return person.client.post("/account/sign-in", data=form).status_code


def test_an_account_is_not_tried_for_ever_from_one_place_and_its_owner_gets_in_from_another(site, running):
    for n in range(ONE_ACCOUNT_FROM_HERE + 1):
        email = ("Tries@here.test", " tries@here.test")[n % 2]  # the same account, however it is written
        assert (try_password(browser_at(site, GUESSER), email) == 429) is (n == ONE_ACCOUNT_FROM_HERE)
    assert try_password(browser_at(site, ROOM), "tries@here.test", PASSWORD) == 302


def test_an_account_is_not_tried_for_ever_from_everywhere(site, running, monkeypatch):
    monkeypatch.setattr(tries, "ONE_ACCOUNT", 3)
    answers = [try_password(browser_at(site, f"203.0.113.{n}"), "elsewhere@here.test") for n in range(5)]
    assert answers == [200, 200, 200, 429, 429]
    assert ONE_ACCOUNT > ONE_ACCOUNT_FROM_HERE


def test_one_place_that_makes_up_accounts_locks_nobody_else_out(site, running):
    guesser = browser_at(site, "198.51.100.61")
    answers = [try_password(guesser, f"made-up-{n}@there.test") for n in range(SIGN_INS_FROM_HERE + 5)]
    assert answers.index(429) == SIGN_INS_FROM_HERE and set(answers[SIGN_INS_FROM_HERE:]) == {429}
    assert site.house.live.tick("sign-ins", 600, 0) <= SIGN_INS / 3
    assert try_password(browser_at(site, ROOM), "tries@here.test", PASSWORD) == 302


def test_there_is_a_most_of_sign_ins_for_the_whole_installation(site, running):
    site.house.live.tick("sign-ins", 600, SIGN_INS)
    assert try_password(browser_at(site, ROOM), "tries@here.test", PASSWORD) == 429


# ---------------------------------------------------------------- the counter


def test_a_counter_starts_again_with_its_window():
    now = [0.0]
    counted = Tries(60, lambda: now[0])
    assert [counted.add("a", "b"), counted.add("a", "b"), counted.add("ab", "")] == [1, 2, 1]
    now[0] = 59.9
    assert counted.count("a", "b") == 2
    now[0] = 60.0
    assert counted.count("a", "b") == 0


def test_a_counter_knows_nobody_by_name():
    counted = Tries(60)
    counted.add("address", "198.51.100.77")
    assert "198.51" not in repr(vars(counted))


def test_neither_addresses_nor_browsers_reach_the_live_store(site, valkey_server):
    guess(browser_at(site, "198.51.100.200"), 3)
    client = Redis.from_url(valkey_server.url)
    counters = {key: client.get(key) for key in client.scan_iter(match="cw:count:*")}
    assert counters[b"cw:count:guesses"] == b"3" and client.ttl("cw:count:guesses") > 0
    assert OTHER.encode() not in b"".join(counters) and b"198.51" not in b"".join(counters)
