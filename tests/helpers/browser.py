"""Debian's Chromium, driven by Playwright."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP *.local 127.0.0.1",  # this machine by a name of the local network
    "--disable-features=LocalNetworkAccessChecks",  # a page that a test hands over has no address, and may not connect
]


@contextmanager
def launched_chromium(scroll_bars: bool = False) -> Iterator[Browser]:
    """A headless browser, closed afterwards. Fails when Chromium is not installed.

    `scroll_bars`: with those of a desktop, which take room.
    """
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "Chromium is missing: bin/test installs it (on Debian: apt-get install chromium)."
    with sync_playwright() as playwright:
        hidden = ["--hide-scrollbars"] if scroll_bars else None
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS, ignore_default_args=hidden)
        yield browser
        browser.close()
