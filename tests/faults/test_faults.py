"""Everything is killed once while a room places: nothing that was acknowledged is lost, and nothing counts twice."""

from __future__ import annotations

import signal
import time

import pytest

from tests.helpers.proxy import FINE, Weather
from tests.helpers.restless import Desk, RoomFull, until
from tests.helpers.shop import start_together
from workshop.rehearsal.http import Browser

pytestmark = pytest.mark.tour

PHONES = 24


@pytest.fixture
def shop(town):
    return town[0]


@pytest.fixture
def desk(town):
    """A session of its own for each test."""
    made = Desk(town[2])
    yield made
    made.line.drop()


@pytest.fixture
def by_proxy(town):
    return [f"http://127.0.0.1:{town[1].port}"]


def test_without_faults_the_checker_has_nothing_to_say(shop, desk):
    with RoomFull([w.url for w in shop.workers], desk, PHONES) as room:
        room.places()
        room.settle()
        assert room.faults() == []


def test_a_worker_is_killed(town, desk, by_proxy):
    shop = town[0]
    with RoomFull(by_proxy, desk, PHONES) as room:
        room.places()
        shop.workers[1].kill()
        time.sleep(1)
        shop.workers[1].start()
        room.settle()
        assert room.faults() == []


def test_the_live_store_is_killed(shop, desk, by_proxy):
    with RoomFull(by_proxy, desk, PHONES) as room:
        room.places()
        shop.kill_live()
        time.sleep(0.5)
        shop.live.start()
        time.sleep(0.5)
        room.settle()
        assert room.faults() == []


def test_the_live_store_hangs_and_phones_are_told_that_it_is_being_saved(shop, desk, by_proxy):
    with RoomFull(by_proxy, desk, PHONES) as room:
        room.places()
        shop.freeze_live(True)
        try:
            number = room.phones[0].line.begin("session.view", {})
            answer = room.phones[0].line.answer(number, 40)
        finally:
            shop.freeze_live(False)
        assert (answer["ok"], answer["code"]) == (False, "saving")
        room.settle()
        assert room.faults() == []


def test_the_live_store_loses_everything_in_mid_round(shop, desk, by_proxy):
    with RoomFull(by_proxy, desk, PHONES) as room:
        room.places()
        shop.redis.flushall()
        time.sleep(1.5)
        room.settle()
        assert room.faults() == []


def test_the_live_store_loses_everything_while_nobody_is_there_and_the_first_phone_finds_its_way_in(shop, desk):
    desk.line.drop()
    time.sleep(1.5)  # no worker looks after this session any more
    shop.redis.flushall()
    time.sleep(1.5)
    phone = Browser(shop.workers[0].url)
    phone.get("/")
    assert phone.post("/join/look", {"code": desk.code})["ok"]
    assert phone.post("/join", {"code": desk.code})["ok"]
    desk.line.connect()
    board = desk.line.wait_for(lambda parts: parts.get("board"))["board"]
    assert (board["round"]["id"], board["round"]["state"]) == (desk.round, "open"), "and the round is where it was"


def test_connections_are_cut_delayed_repeated_and_overtaken(town, desk, by_proxy):
    proxy = town[1]
    with RoomFull(by_proxy, desk, PHONES) as room:
        proxy.weather = Weather(cut=0.8, repeat=0.5, delay=0.02, life=1.0)
        for phone in room.phones:
            phone.line.drop()
        cut, repeated = proxy.cut, proxy.repeated
        until(lambda: proxy.cut > cut + PHONES and proxy.repeated > repeated + PHONES / 2)
        proxy.weather = FINE
        room.settle()
        assert room.faults() == []


def test_workers_are_replaced_one_after_the_other(town, desk, by_proxy):
    shop = town[0]
    with RoomFull(by_proxy, desk, PHONES) as room:
        room.places()
        for worker in reversed(shop.workers):
            worker.send(signal.SIGTERM)
            worker.stop()
            worker.start()
        room.settle()
        assert room.faults() == []


def test_the_database_is_down_and_a_round_is_closed_when_it_is_back(postgres, desk, by_proxy):
    with RoomFull(by_proxy, desk, PHONES) as room:
        room.places()
        postgres.crash()
        try:
            before = room.history.count("ok")
            time.sleep(0.7)
            assert room.history.count("ok") > before, "placing needs no database"
            room.settle()
            number = desk.line.begin("board.reveal", {"round": desk.round})
            answer = desk.line.answer(number, 40)
            assert (answer["ok"], answer["code"]) == (False, "saving")
            assert desk.line.parts["board"]["results"] is None
        finally:
            postgres.recover()
        desk.line.wait_for(lambda parts: parts["board"]["results"])  # nobody had to ask again
        room.settle()
        assert room.faults() == []
        assert room.phones[0].told.keys() <= {"round_closed"}


def test_a_worker_dies_while_it_closes_a_round_and_another_finishes(town, desk, by_proxy):
    shop = town[0]
    with RoomFull(by_proxy, desk, PHONES) as room:
        room.places()
        room.settle()
        shop.workers[1].stop()
        desk.line.drop()
        desk.line.connect()
        desk.line.begin("board.reveal", {"round": desk.round})
        time.sleep(0.01)
        shop.workers[0].kill()
        start_together(shop.workers)
        assert room.faults() == []
