"""What is kept of the request that began a connection."""

from __future__ import annotations

import pytest
from flask import Flask, request, session

from workshop.realtime.environs import Environs

WHOLE = {
    "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": "/socket.io/", "SERVER_NAME": "w", "SERVER_PORT": "80",
    "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.url_scheme": "https", "HTTP_HOST": "workshop.test", "REMOTE_ADDR": "10.0.0.1",
    "HTTP_USER_AGENT": "a browser", "HTTP_COOKIE": "cw_seat=abc", "HTTP_ACCEPT": "*/*", "wsgi.input": object(),
}  # fmt: skip


@pytest.fixture
def environs():
    found = Environs()
    found["one"] = {**WHOLE, "flask.app": Flask("x")}
    return found


def test_flask_finds_who_somebody_is_and_where_they_asked(environs):
    environ = environs["one"]
    with environ["flask.app"].request_context(environ):
        assert dict(request.cookies) == {"cw_seat": "abc"}
        assert (request.host, request.is_secure, request.remote_addr) == ("workshop.test", True, "10.0.0.1")
        assert request.headers["User-Agent"] == "a browser" and session.get("x") is None


def test_neither_the_servers_buffers_nor_what_flask_adds_is_kept(environs):
    environ = environs["one"]
    assert "wsgi.input" not in environ and "HTTP_ACCEPT" not in environ
    with environ["flask.app"].request_context(environ):
        assert "werkzeug.request" in environ
    assert "werkzeug.request" not in environs["one"]


def test_what_many_say_alike_is_kept_once_and_what_was_not_said_is_not_there(environs):
    environs["two"] = {**WHOLE, "HTTP_HOST": "".join(["workshop", ".test"])}
    assert environs["one"]["HTTP_HOST"] is environs["two"]["HTTP_HOST"]
    assert "HTTP_X_FORWARDED_FOR" not in environs["two"]


def test_a_connection_that_has_ended_leaves_nothing(environs):
    del environs["one"]
    assert len(environs) == 0 and list(environs) == [] and environs.get("one") is None
