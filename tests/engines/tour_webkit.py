"""What only WebKit's adapter does: Debian's WebKitGTK dies now and then, and is opened again by whoever holds it."""

import os
import signal
from pathlib import Path

import pytest

from tests.engines.page import Page
from tests.engines.tour_contract import SMALL, url  # noqa: F401 - a fixture
from tests.engines.webkit import LIVES, PROGRAM, WebKit


@pytest.fixture
def page():
    with WebKit() as engine:
        yield Page(engine, SMALL, patience=30)


def kill(page):
    """The program of this page's window ends, as by a fault of its own."""
    folder = str(page.window._console.parent).encode()
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        words = process.read_bytes().split(b"\0")
        if str(PROGRAM).encode() in words and folder in words:
            os.kill(int(process.parent.name), signal.SIGKILL)
            return
    raise AssertionError("it is not running")


def test_a_browser_that_dies_is_opened_again_where_it_was(page, url):  # noqa: F811
    page.go(f"{url}/buttons")
    page.window.ask("(document.cookie = 'mine=1; path=/', localStorage.setItem('mine', '2'), 1)")
    page.tap("link", "Far down")
    page.see("Too wide")
    page.window._saved = 0
    assert page.window.ask("document.cookie") == "mine=1"
    kill(page)
    page.see("Too wide")
    assert page.window.ask("[document.cookie, localStorage.getItem('mine'), innerWidth]") == ["mine=1", "2", SMALL[0]]


def test_one_that_dies_again_and_again_is_given_up(page, url):  # noqa: F811
    page.go(f"{url}/wide")
    for _ in range(LIVES):
        kill(page)
        page.see("Too wide")
    kill(page)
    with pytest.raises(AssertionError, match=f"died {LIVES + 1} times"):
        page.see("Too wide")
