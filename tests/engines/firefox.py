"""Debian's Firefox, driven over WebDriver BiDi by puppeteer-core, which runs in a Node process beside (firefox.mjs)."""

from __future__ import annotations

import json
import select
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from tests.engines.browser import PATIENCE, Away, Size
from tests.helpers.node import NODE
from tests.helpers.tree import ROOT

BRIDGE = ROOT / "tests" / "engines" / "firefox.mjs"
ENDS = 30
"""Seconds that Firefox is given to go away by itself."""


class Bridge:
    """The Node process: one question at a time, each answered by one line."""

    def __init__(self) -> None:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self._process = subprocess.Popen([NODE, BRIDGE], cwd=ROOT, **pipes)
        self._heard = b""

    def do(self, task: str, window: int, *given: Any) -> Any:
        """Have a task done and give its value. Raises RuntimeError with what Firefox said, or TimeoutError."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps({"do": task, "window": window, "given": given}).encode() + b"\n")
        self._process.stdin.flush()
        answer = json.loads(self._line(task))
        if "error" in answer:
            raise RuntimeError(f"{task}: {answer['error']}")
        return answer["value"]

    def end(self) -> None:
        """The process ends its browser; one that does not is ended."""
        assert self._process.stdin
        with suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(ENDS)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def _line(self, task: str) -> bytes:
        assert self._process.stdout
        while b"\n" not in self._heard:
            ready, _, _ = select.select([self._process.stdout], [], [], 2 * PATIENCE)
            if not ready:
                raise TimeoutError(f"Firefox did not answer: {task}")
            more = self._process.stdout.read1()
            if not more:
                raise RuntimeError(f"Firefox ended during: {task}")
            self._heard += more
        line, _, self._heard = self._heard.partition(b"\n")
        return line


class Firefox:
    """One browser; each window is a user context of its own."""

    name = "firefox"

    def __enter__(self) -> Self:
        path = shutil.which("firefox-esr") or shutil.which("firefox")
        assert path, "Firefox is missing: bin/tour installs it (on Debian: apt-get install firefox-esr)."
        self._bridge, self._windows = Bridge(), 0
        self._bridge.do("start", 0, path, PATIENCE * 1000)
        return self

    def __exit__(self, *_: object) -> None:
        self._bridge.end()

    def window(self, size: Size) -> FirefoxWindow:
        """One more person's window, empty."""
        self._windows += 1
        self._bridge.do("window", self._windows, PATIENCE * 1000)
        return FirefoxWindow(self._bridge, self._windows, size)


class FirefoxWindow:
    """A `Window` (browser.py)."""

    def __init__(self, bridge: Bridge, number: int, size: Size) -> None:
        self._bridge, self._number = bridge, number
        self.resize(size)

    def goto(self, url: str) -> None:
        """Open an address; returns once it has loaded."""
        self._do("goto", url)

    def ask(self, question: str) -> Any:
        """The value of a JavaScript expression in the page."""
        try:
            return self._do("ask", question)
        except RuntimeError as fault:
            raise Away(str(fault)) from fault

    def tap(self, x: float, y: float) -> None:
        """Pointer events at a point of the viewport."""
        self._do("tap", x, y)

    def write(self, text: str) -> None:
        """Key events into whatever has the focus."""
        self._do("write", text)

    def resize(self, size: Size) -> None:
        """The viewport is this large from now on."""
        self._do("resize", *size)

    def picture(self, path: Path) -> None:
        """The viewport as a PNG file."""
        self._do("picture", str(path))

    def faults(self) -> list[str]:
        """What the browser complained of so far."""
        return self._do("faults")

    def close(self) -> None:
        """Put it away."""
        with suppress(RuntimeError, TimeoutError, OSError):
            self._do("close")

    def _do(self, task: str, *given: Any) -> Any:
        return self._bridge.do(task, self._number, *given)
