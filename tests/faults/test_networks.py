"""Networks that fail and lie: whatever becomes of a WebSocket, a real page comes into the room, and stays in it."""

from __future__ import annotations

import time
from contextlib import ExitStack

import pytest

from tests.helpers.browser import launched_chromium
from tests.helpers.liar import Liar
from tests.helpers.served import served
from tests.journeys.people import close, open_page
from workshop.rehearsal.facilitator import SimulatedFacilitator

WITHIN = 15_000
"""Milliseconds until a page is in the room by another way."""


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    with served(tmp_path_factory.mktemp("networks") / "data") as running:
        yield running


@pytest.fixture(scope="module")
def room(workshop):
    """(port, code) of a session in its lobby, and its facilitator."""
    desk = SimulatedFacilitator(workshop.url, workshop.link)
    code = desk.create("group-chat", "ninety", k=5)
    yield int(workshop.url.rsplit(":", 1)[1]), code, desk
    desk.line.drop()


@pytest.fixture(scope="module")
def browser():
    with launched_chromium() as found:
        yield found


def enter(browser, liar, code):
    """A phone that presses Enter, whatever comes of it."""
    page = open_page(browser, f"{liar.url}/#{code}")
    page.get_by_role("button", name="Enter the workshop").click()
    return page


def test_whatever_becomes_of_a_websocket_the_phone_comes_in_by_polling(browser, room):
    port, code, desk = room
    ways = ["swallow", "mute", "502", "cut"]
    with ExitStack() as stack:
        liars = [stack.enter_context(Liar(port, sockets=way)) for way in ways]
        pages = [enter(browser, liar, code) for liar in liars]
        for page in pages:
            page.get_by_role("button", name="Step out").wait_for(timeout=WITHIN)
            assert page.get_by_text("Connected").count(), "it says so"
        desk.line.wait_for(lambda parts: parts["session"]["devices"] == len(ways))
        close(*pages)
