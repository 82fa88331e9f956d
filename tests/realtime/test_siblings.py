"""Several processes on one port: a request reaches the one that knows its connection, and goes nowhere else."""

from __future__ import annotations

import gevent
import pytest
from gevent import pywsgi

from workshop.realtime.siblings import FOLDER, Siblings, siblings_here

POLL = {
    "REQUEST_METHOD": "GET",
    "PATH_INFO": "/socket.io/",
    "QUERY_STRING": "EIO=4&transport=polling",
    "HTTP_HOST": "w:1",
}


@pytest.fixture
def pair(tmp_path):
    """Two of them; the second answers with what it was asked."""
    one, two = Siblings(tmp_path), Siblings(tmp_path)

    def app(environ, start):
        start("200 OK", [("Content-Type", "text/plain")])
        asked = [environ[name] for name in ("REQUEST_METHOD", "PATH_INFO", "QUERY_STRING", "HTTP_HOST")]
        return [" ".join([*asked, environ.get("HTTP_COOKIE", "-")]).encode() + b" " + environ["wsgi.input"].read()]

    server = pywsgi.WSGIServer(two.listener(), app, log=None)
    server.start()
    yield one, two
    server.stop(timeout=0)
    two.close()


def ask(siblings, door, environ, body=b""):
    """In a greenlet of its own, so that the other process, which is this one, can answer."""
    with gevent.Timeout(10):
        return gevent.get_hub().threadpool.apply(siblings.ask, (door, environ, body))


def test_a_request_is_handed_on_whole_and_so_is_the_answer(pair):
    one, two = pair
    door = one.elsewhere(two.mark + "abc")
    status, kind, text = ask(one, door, {**POLL, "HTTP_COOKIE": "a=b"})
    assert (status, kind) == (200, "text/plain")
    assert text == b"GET /socket.io/ EIO=4&transport=polling w:1 a=b "
    posted = {**POLL, "REQUEST_METHOD": "POST", "CONTENT_TYPE": "text/plain"}
    assert ask(one, door, posted, b"42/delegate,[]")[2].endswith(b" - 42/delegate,[]")


def test_ones_own_connections_are_not_elsewhere(pair):
    one, two = pair
    assert one.elsewhere(one.mark + "abc") is None
    assert two.elsewhere(two.mark + "abc") is None


@pytest.mark.parametrize(
    "line", ["", "abc", "AAAAAAAA.x", "../../etc.x", "/tmp/aaaa.x", "........x", "a" * 8, "\0" * 9]
)
def test_no_id_leads_out_of_the_folder_or_to_a_process_that_is_not_there(pair, line):
    assert pair[0].elsewhere(line) is None


def test_a_process_that_has_gone_answers_nobody(tmp_path):
    one, gone = Siblings(tmp_path), Siblings(tmp_path)
    gone.listener().close()  # its door is still in the folder
    door = one.elsewhere(gone.mark + "x")
    assert door is not None
    with pytest.raises(OSError, match=r".*"):
        one.ask(door, POLL, b"")
    gone.close()
    assert one.elsewhere(gone.mark + "x") is None


def test_one_process_alone_has_no_siblings(monkeypatch, tmp_path):
    monkeypatch.delenv(FOLDER, raising=False)
    assert siblings_here() is None
    monkeypatch.setenv(FOLDER, str(tmp_path))
    assert siblings_here() is not None
