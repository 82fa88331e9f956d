"""What was deleted leaves the disk too, on a real Valkey."""

import time
from pathlib import Path

import pytest
from redis import Redis

from tests.helpers.files import holding
from workshop.live.embedded import EmbeddedValkey
from workshop.live.rewrite import LogRewriter, rewrite

CANARY = b"canary-that-was-deleted"


@pytest.fixture
def server(tmp_path):
    with EmbeddedValkey(tmp_path) as running:
        yield Redis.from_url(running.url), tmp_path


def test_what_a_file_that_goes_held_is_looked_for_in_the_next_one(tmp_path, monkeypatch):
    read = Path.read_bytes

    def going(path):
        if path.name == "a":
            path.rename(tmp_path / "b")
        return read(path)

    (tmp_path / "a").write_bytes(CANARY)
    monkeypatch.setattr(Path, "read_bytes", going)
    assert holding(tmp_path, CANARY) == [tmp_path / "b"]


def gone_within(folder, seconds):
    deadline = time.monotonic() + seconds
    while holding(folder, CANARY):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_without_a_rewrite_a_deleted_value_stays_on_the_disk(server):
    client, folder = server
    client.set("cw:x", CANARY)
    client.delete("cw:x")
    assert not gone_within(folder, 1.5)


def test_a_rewrite_takes_it_away(server):
    client, folder = server
    client.set("cw:x", CANARY)
    client.delete("cw:x")
    LogRewriter(client).request()
    assert gone_within(folder, 20)


def test_a_request_during_a_rewrite_is_carried_out_after_it(server):
    client, folder = server
    rewriter = LogRewriter(client)
    client.set("cw:big", b"x" * 20_000_000)
    rewriter.request()
    client.set("cw:x", CANARY)
    client.delete("cw:x")
    rewriter.request()
    assert gone_within(folder, 20)


class Refusing:
    """A server whose rules forbid the rewrite."""

    def __init__(self):
        self.asked = 0

    def bgrewriteaof(self):
        from redis import ResponseError

        self.asked += 1
        raise ResponseError("NOPERM this user has no permissions to run the 'bgrewriteaof' command")


def test_a_server_that_forbids_it_is_asked_once():
    refusing = Refusing()
    LogRewriter(refusing).request()  # type: ignore[arg-type]
    time.sleep(0.5)
    assert refusing.asked == 1


class Closed:
    """A client that another thread closed while its answer was waited for: redis-py then reads of nothing."""

    def __init__(self):
        self.asked = 0

    def bgrewriteaof(self):
        self.asked += 1
        None.readline()  # type: ignore[attr-defined]


def test_a_client_that_is_closed_meanwhile_needs_nothing_rewritten():
    closed = Closed()
    rewrite(closed)  # type: ignore[arg-type]
    assert closed.asked == 1
