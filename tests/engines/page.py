"""A person's page in any engine: things are found by role and words, and whatever a person waits for is waited for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.engines.browser import PATIENCE, Away, Engine, Size, call
from tests.helpers.tree import ROOT, text

FINDER = text(ROOT / "tests" / "engines" / "finder.js")
OFTEN = 0.1
"""Seconds between two looks at what is waited for."""
SOON = 6
"""Seconds for what comes at once or not at all."""


class NotSeen(AssertionError):
    """What was waited for did not come. Says what the page said instead."""


class Page:
    """One person's page. `patience`: seconds until what is waited for has failed."""

    def __init__(self, engine: Engine, size: Size, patience: float = PATIENCE) -> None:
        self.window, self.size, self.patience = engine.window(size), size, patience

    def go(self, url: str) -> None:
        """Open an address."""
        self.window.goto(url)

    def see(self, words: str) -> None:
        """Wait until the page says these words."""
        self._until(f"“{words}” is there", lambda: words in self.says())

    def see_no(self, words: str) -> None:
        """Wait until the page no longer says these words."""
        self._until(f"“{words}” is gone", lambda: words not in self.says())

    def says(self) -> str:
        """All that can be read, in one line."""
        return self._ask("says") or ""

    def count(self, role: str, words: str = "") -> int:
        """How many things of a role have these words in their names."""
        return self._ask("count", role, words, False, 0)

    def names(self, role: str) -> list[str]:
        """The names of all things of a role."""
        return self._ask("names", role, "", False, 0)

    def wait_for(self, role: str, words: str = "") -> None:
        """Until such a thing is shown."""
        self._until(f"a {role} “{words}”", lambda: self.count(role, words) > 0)

    def either(self, role: str, *words: str) -> str:
        """Wait until one such thing is shown. Its words."""
        there: list[str] = []

        def one_is_there() -> bool:
            there[:] = [each for each in words if self.count(role, each)]
            return bool(there)

        self._until(f"a {role} “{'” or “'.join(words)}”", one_is_there)
        return there[0]

    def soon(self, role: str, *words: str) -> str:
        """The words of one such thing that is shown within a few seconds; "": it came and went between two looks."""
        ends = time.monotonic() + SOON
        while time.monotonic() < ends:
            for each in words:
                if self.count(role, each):
                    return each
            time.sleep(OFTEN)
        return ""

    def tap(self, role: str, words: str, exact: bool = False, nth: int = 0) -> None:
        """Press it, once it is shown, enabled, uncovered and no longer moving."""
        assert self._tapped(role, words, exact, nth, or_gone=False)

    def tap_unless_gone(self, role: str, words: str) -> bool:
        """The same with what was shown just now and may go by itself. Whether it was still there."""
        return self._tapped(role, words, False, 0, or_gone=True)

    def _tapped(self, role: str, words: str, exact: bool, nth: int, or_gone: bool) -> bool:
        spot: dict[str, Any] = {}

        def found() -> bool:
            spot.clear()
            spot.update(self._ask("spot", role, words, exact, nth))
            return "x" in spot or (or_gone and not self.count(role, words))

        self._until(f"{role} “{words}” can be pressed", found, lambda: spot.get("why", ""))
        if "x" in spot:
            self.window.tap(spot["x"], spot["y"])
        return "x" in spot

    def fill(self, label: str, words: str, nth: int = 0) -> None:
        """Type into a field; wait until the field holds it."""
        self.tap("textbox", label, nth=nth)
        self.window.write(words)
        self._until(
            f"{label} holds “{words}”",
            lambda: self._ask("value", "textbox", label, False, nth).replace(" ", "") == words.replace(" ", ""),
        )

    def pressed(self, role: str, words: str) -> None:
        """Until it is pressed or chosen."""
        self._until(f"{role} “{words}” is pressed", lambda: self._ask("pressed", role, words, False, 0))

    def sideways(self) -> int:
        """By how many pixels the page is wider than its window."""
        return self._ask("sideways")

    def widest(self) -> str:
        """The element that reaches furthest beyond the page's edge."""
        return self._ask("widest")

    def see_within(self, frame: str, words: str) -> None:
        """Wait until the document that a frame (a CSS selector) shows has these words in it."""
        self._until(f"“{words}” is there, in {frame}", lambda: words in self._ask("within", frame))

    def picture(self, path: Path) -> None:
        """The window, from the page's top, once nothing moves in it."""
        self.window.ask("(scrollTo(0, 0), true)")
        self._until("the page is still", lambda: self._ask("still"))
        self.window.picture(path)

    @contextmanager
    def as_large_as(self, size: Size, text_percent: int = 100) -> Iterator[None]:
        """Another size of window and of text for a while."""
        self.window.resize(size)
        self._root_font(f"{text_percent}%" if text_percent != 100 else "")
        self._until("the window has its size", lambda: self.window.ask("[innerWidth, innerHeight]") == list(size))
        yield
        self.window.resize(self.size)
        self._root_font("")
        self._until("the window is back", lambda: self.window.ask("[innerWidth, innerHeight]") == list(self.size))

    def close(self) -> None:
        """Put it away."""
        self.window.close()

    def _root_font(self, size: str) -> None:
        self.window.ask(call("(size) => { document.documentElement.style.fontSize = size; return true; }", size))

    def _ask(self, what: str, *given: Any) -> Any:
        return self.window.ask(call(FINDER, what, *given))

    def _until(self, what: str, holds: Callable[[], bool], why: Callable[[], str] = str) -> None:
        deadline, away = time.monotonic() + self.patience, ""
        while True:
            try:
                if holds():
                    return
                away = ""
            except Away as fault:
                away = str(fault)
            if time.monotonic() > deadline:
                told = away or f"{why()}. The page says: {self.says()[:1500]}"
                raise NotSeen(f"{what}: not so after {self.patience:.0f} s. {told}")
            time.sleep(OFTEN)
