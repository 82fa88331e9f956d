"""What a journey needs of a browser, whichever engine it is: nine things that a person's window can do.

An adapter (chromium.py, firefox.py, webkit.py) does these and nothing else; page.py builds roles, words and waiting on
them, once for all engines.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Protocol, Self

Size = tuple[int, int]
"""Width and height in CSS pixels."""

ENGINES = ("chromium", "firefox", "webkit")
PATIENCE = 120.0
"""Seconds until what a browser waits for has failed: for slow machines; on others nothing takes so long."""


class Away(Exception):
    """A page cannot be asked just now: it is being left, or still arriving. Ask again."""


class Window(Protocol):
    """One person's window: cookies and storage are shared with no other."""

    def goto(self, url: str) -> None:
        """Open an address; returns once it has loaded."""
        ...

    def ask(self, question: str) -> Any:
        """The value of a JavaScript expression in the page, by way of JSON. Raises Away."""
        ...

    def tap(self, x: float, y: float) -> None:
        """Real pointer events at a point of the viewport."""
        ...

    def write(self, text: str) -> None:
        """Real key events into whatever has the focus."""
        ...

    def resize(self, size: Size) -> None:
        """The viewport is this large from now on."""
        ...

    def picture(self, path: Path) -> None:
        """The viewport as a PNG file."""
        ...

    def faults(self) -> list[str]:
        """What the browser complained of so far: console errors, uncaught errors, breaches of the policy."""
        ...

    def close(self) -> None:
        """Put it away; once more does no harm."""
        ...


class Engine(Protocol):
    """A browser that is installed here, running while its `with` block runs."""

    name: str

    def window(self, size: Size) -> Window:
        """One more person's window, empty."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def call(function: str, *given: Any) -> str:
    """The expression that calls a function (its JavaScript text) with values that JSON knows."""
    return f"({function})(...{json.dumps(given)})"


def engine(name: str) -> Engine:
    """The adapter of this name (one of ENGINES), not yet started."""
    if name == "chromium":
        from tests.engines.chromium import Chromium

        return Chromium()
    if name == "firefox":
        from tests.engines.firefox import Firefox

        return Firefox()
    from tests.engines.webkit import WebKit

    return WebKit()
