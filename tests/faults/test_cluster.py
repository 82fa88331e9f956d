"""The live store as a cluster of three: a session lies on one of them whole, and outlives its death."""

from __future__ import annotations

import re
import time
from collections import defaultdict

import pytest
from redis import ResponseError

from tests.helpers.files import holding
from tests.helpers.phones import join
from tests.helpers.restless import Desk, RoomFull
from tests.helpers.shop import SECRET, Worker, free_ports, start_together
from tests.helpers.tree import ROOT
from workshop.live import keys
from workshop.live.rewrite import LogRewriter
from workshop.rehearsal.facilitator import SimulatedFacilitator

TAG = re.compile(r"\{(.+?)\}")
PHONES = 24


@pytest.fixture(scope="module")
def town(redis_cluster_servers, tmp_path_factory):
    """Two web processes on the cluster and one database; a facilitator."""
    folder, ports = tmp_path_factory.mktemp("cluster-town"), free_ports(2)
    common = {
        "WORKSHOP_HOST": "127.0.0.1",
        "WORKSHOP_SECRET_KEY": SECRET,
        "WORKSHOP_REDIS_URL": redis_cluster_servers.url,
        "WORKSHOP_DATABASE_URL": f"sqlite:///{folder}/workshop.sqlite3",
        "WORKSHOP_ORIGINS": ",".join(f"http://127.0.0.1:{port}" for port in ports),
    }
    redis_cluster_servers.empty()
    workers = [Worker(port, {**common, "WORKSHOP_DATA_DIR": str(folder / str(port))}, folder / "log") for port in ports]
    try:
        start_together(workers)
        yield redis_cluster_servers, [w.url for w in workers], SimulatedFacilitator(workers[0].url, workers[0].link)
    finally:
        for worker in workers:
            worker.stop()


def on_each_node(cluster) -> list[list[str]]:
    return [[name.decode() for name in node.scan_iter("*", count=1000)] for node in cluster.nodes()]


def test_a_room_on_two_workers_and_three_servers_is_one_room(town):
    _, urls, facilitator = town
    desk = Desk(facilitator)
    with RoomFull(urls, desk, PHONES) as room:
        room.places()
        room.settle()
        assert room.faults() == []
    desk.send("session.end", {})
    desk.line.drop()


def test_all_keys_of_a_session_lie_in_one_slot_and_sessions_are_spread(town):
    cluster, urls, facilitator = town
    places, others = defaultdict(set), set()
    for n in range(8):
        desk = facilitator.beside()
        phone = join(urls[n % 2], desk.create("group-chat", "ninety", k=5))
        phone.line.command("welcome.agree", {})
        phone.line.command("questions.ask", {"text": "Who tells the parents?"})
        phone.line.drop()
        desk.line.drop()
    for number, names in enumerate(on_each_node(cluster)):
        for name in names:
            if found := TAG.search(name):
                places[found[1]].add((number, cluster.client.keyslot(name)))
            else:
                others.add(name)
    assert len(places) >= 8
    assert all(len(found) == 1 for found in places.values())
    assert len({number for found in places.values() for number, _ in found}) > 1, "not all on one server"
    assert {name.rpartition(":")[0] for name in others} <= {"cw:code", "cw:count"}


def test_the_server_that_holds_the_session_is_killed_while_a_room_places(town):
    cluster, urls, facilitator = town
    desk = Desk(facilitator)
    name = keys.key(desk.session, "meta")
    holder = next(n for n, names in enumerate(on_each_node(cluster)) if name in names)
    with RoomFull(urls, desk, PHONES) as room:
        room.places()
        cluster.kill(holder)
        time.sleep(1)
        cluster.start(holder)
        room.settle()
        assert room.faults() == []
        assert room.phones[0].told.keys() <= {"round_closed"}
    desk.line.drop()


def test_a_forgotten_session_is_on_none_of_them(town):
    cluster, urls, facilitator = town
    desk = facilitator.beside()
    phone = join(urls[1], desk.create("group-chat", "ninety", k=5))
    phone.line.drop()
    code = desk.line.parts["session"]["code"]
    desk.send("session.end", {})
    assert desk.browser.post(f"/facilitate/{desk.session}/forget", {}).get("ok")
    left = [name for names in on_each_node(cluster) for name in names if desk.session in name or code in name]
    assert left == []


def test_what_was_deleted_leaves_the_disk_of_every_server(redis_cluster):
    canary = "canary-that-was-deleted"
    for n in range(30):
        redis_cluster.client.set(f"cw:code:{n}", canary)
    for n in range(30):
        redis_cluster.client.delete(f"cw:code:{n}")
    LogRewriter(redis_cluster.client).request()
    deadline = time.monotonic() + 30
    while holding(redis_cluster.folder, canary.encode(), "*.aof"):
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_the_script_touches_nothing_but_the_keys_that_it_is_given():
    """What a script reaches without having been given it may lie on another server."""
    script = (ROOT / "workshop" / "live" / "commit.lua").read_text("utf-8")
    calls = re.findall(r"redis\.p?call\('(\w+)', ([^,)]+)", script)
    assert len(calls) > 10
    assert {name for name, first in calls if not first.startswith("KEYS[")} == {"PUBLISH"}


def test_a_cluster_would_refuse_what_mixes_sessions(redis_cluster):
    """So the tests above prove that no script and no transaction of ours does."""
    one, other = keys.key("one", "meta"), keys.key("other", "meta")
    assert redis_cluster.client.keyslot(one) != redis_cluster.client.keyslot(other)
    for node in redis_cluster.nodes():
        with pytest.raises(ResponseError, match=r"same slot|CROSSSLOT"):
            node.eval("return redis.call('GET', KEYS[2])", 2, one, other)
