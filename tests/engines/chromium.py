"""Debian's Chromium, driven by Playwright."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import BrowserContext, Error

from tests.engines.browser import PATIENCE, Away, Size
from tests.helpers.browser import launched_chromium


class Chromium:
    """One browser; each window is a context of its own."""

    name = "chromium"

    def __enter__(self) -> Self:
        self._open = ExitStack()
        self._browser = self._open.enter_context(launched_chromium())
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def window(self, size: Size) -> ChromiumWindow:
        """One more person's window, empty."""
        context = self._browser.new_context(reduced_motion="reduce")
        context.set_default_timeout(PATIENCE * 1000)
        return ChromiumWindow(context, size)


class ChromiumWindow:
    """A `Window` (browser.py)."""

    def __init__(self, context: BrowserContext, size: Size) -> None:
        self._context, self._faults = context, list[str]()
        self._page = context.new_page()
        self._page.on("pageerror", lambda fault: self._faults.append(str(fault)))
        self._page.on("console", lambda said: self._faults.append(said.text) if said.type == "error" else None)
        self.resize(size)

    def goto(self, url: str) -> None:
        """Open an address; returns once it has loaded."""
        self._page.goto(url)

    def ask(self, question: str) -> Any:
        """The value of a JavaScript expression in the page."""
        try:
            return self._page.evaluate(question)
        except Error as fault:
            raise Away(str(fault)) from fault

    def tap(self, x: float, y: float) -> None:
        """Pointer events at a point of the viewport."""
        self._page.mouse.click(x, y)

    def write(self, text: str) -> None:
        """Key events into whatever has the focus."""
        self._page.keyboard.type(text)

    def resize(self, size: Size) -> None:
        """The viewport is this large from now on."""
        self._page.set_viewport_size({"width": size[0], "height": size[1]})

    def picture(self, path: Path) -> None:
        """The viewport as a PNG file."""
        self._page.screenshot(path=path)

    def faults(self) -> list[str]:
        """What the browser complained of so far."""
        self.ask("0")  # what was said is told while Playwright is asked for something
        return list(self._faults)

    def close(self) -> None:
        """Put it away."""
        with suppress(Error):
            self._context.close()
