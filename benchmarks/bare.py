"""The limit of the stack: Flask-SocketIO with gevent as its documentation shows it, and nothing else."""

from __future__ import annotations

# ruff: noqa: E402 - the standard library is patched for gevent before anything else is imported
from gevent import monkey

monkey.patch_all()

import os
import signal
import sys
from collections import Counter

from flask import Flask
from flask_socketio import SocketIO, join_room
from gevent import pywsgi, sleep, spawn

from workshop.realtime.wire import ACK

FILLED = {"ok": True, "rev": 1, "pad": ""}
FILLED["pad"] = "." * (ACK - len('43123456[{"ok":true,"rev":1,"pad":""}]'))
PAGE = "." * 2_400
"""As many characters as the page that joins (`/`)."""
app = Flask(__name__)
socketio = SocketIO(app, async_mode="gevent", cors_allowed_origins="*", max_http_buffer_size=1_000_000)


@app.get("/")
def page():
    """A page as long as ours, and no work at all."""
    return PAGE


@socketio.on("place")
def place(body):
    """An event with an ack, and no work at all."""
    return {"ok": True, "rev": 1}


@socketio.on("filled")
def filled(body):
    """The same with an ack as long as ours: the command that asked for it is as long as a phone's, too."""
    return FILLED


counts, moved = Counter[int](), set[int]()
"""How many have placed in each room; the rooms that have not been told yet."""


@socketio.on("enter")
def enter(body):
    """Come into a room."""
    join_room(str(body["room"]))
    return {"ok": True, "rev": 1}


@socketio.on("place_in")
def place_in(body):
    """The filled event in a room: one more has placed there, kept in memory, and everybody is told in a moment."""
    counts[body["room"]] += 1
    moved.add(body["room"])
    return FILLED


def tell():
    """Every two seconds, each room whose count has moved: as ours tells progress at the most."""
    while True:
        sleep(2)
        for room in sorted(moved):
            socketio.emit("frame", {"room": room, "answered": counts[room]}, to=str(room))
        moved.clear()


@socketio.on("broadcast")
def broadcast(body):
    """The same object to everybody, `times` times, `hertz` times a second."""

    def run():
        for _ in range(body["times"]):
            socketio.emit("frame", body["frame"])
            sleep(1 / body["hertz"])

    spawn(run)
    return {"ok": True, "rev": 1}


if __name__ == "__main__":
    signal.signal(signal.SIGINT, lambda *_: os._exit(0))
    spawn(tell)
    pywsgi.WSGIServer(("127.0.0.1", int(sys.argv[1])), app, log=None, error_log=None).serve_forever()
