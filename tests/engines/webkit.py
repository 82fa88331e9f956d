"""Debian's WebKitGTK, driven by Selenium through WebKitWebDriver under Xvfb; webkit_window.py is the browser."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, Self

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ActionChains, WebKitGTK
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from urllib3.exceptions import HTTPError

from tests.engines.browser import PATIENCE, Away, Size
from tests.engines.xvfb import Screen
from tests.helpers.tree import ROOT

PROGRAM = ROOT / "tests" / "engines" / "webkit_window.py"
FAULT = re.compile(r"CONSOLE (?:\w+ )?ERROR")
LEFT = "closed due to suspension"
"""What WebKit says when somebody goes on to another page while a WebSocket is open; the page did nothing wrong."""


class WebKit:
    """Each window is a browser of its own, with a driver of its own: a driver has one session."""

    name = "webkit"

    def __enter__(self) -> Self:
        driver = shutil.which("WebKitWebDriver")
        assert driver, "WebKit is missing: bin/tour installs it (on Debian: apt-get install webkit2gtk-driver)."
        self._driver, self._open = driver, ExitStack()
        self._screen = self._open.enter_context(Screen())
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def window(self, size: Size) -> WebKitWindow:
        """One more person's window, empty."""
        folder = Path(self._open.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        service = Service(self._driver, env={**os.environ, "DISPLAY": self._screen.name, "NO_AT_BRIDGE": "1"})
        options = Options()
        options.binary_location = str(PROGRAM)
        options.add_argument(str(folder))
        window = WebKitWindow(WebKitGTK(options=options, service=service), folder / "console", size)
        self._open.callback(window.close)
        return window


class WebKitWindow:
    """A `Window` (browser.py)."""

    def __init__(self, driver: WebKitGTK, console: Path, size: Size) -> None:
        self._driver, self._console = driver, console
        driver.set_page_load_timeout(PATIENCE)
        driver.set_script_timeout(PATIENCE)
        self.resize(size)

    def goto(self, url: str) -> None:
        """Open an address; returns once it has loaded."""
        self._driver.get(url)

    def ask(self, question: str) -> Any:
        """The value of a JavaScript expression in the page."""
        try:
            return self._driver.execute_script(f"return {question}")
        except WebDriverException as fault:
            raise Away(fault.msg) from fault

    def tap(self, x: float, y: float) -> None:
        """Pointer events at a point of the viewport."""
        actions = ActionBuilder(self._driver)
        actions.pointer_action.move_to_location(round(x), round(y)).click()
        actions.perform()

    def write(self, text: str) -> None:
        """Key events into whatever has the focus."""
        ActionChains(self._driver, duration=0).send_keys(text).perform()

    def resize(self, size: Size) -> None:
        """The viewport is this large from now on: the window is nothing but a page."""
        self._driver.set_window_rect(0, 0, *size)

    def picture(self, path: Path) -> None:
        """The viewport as a PNG file."""
        self._driver.save_screenshot(str(path))

    def faults(self) -> list[str]:
        """What the browser complained of so far."""
        told = self._console.read_text("utf-8", errors="replace").splitlines()
        return [line for line in told if FAULT.search(line) and LEFT not in line]

    def close(self) -> None:
        """Put it away."""
        with suppress(WebDriverException, HTTPError, OSError):
            self._driver.quit()
