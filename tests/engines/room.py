"""The people of the tour in one engine, and the pictures taken of what they see."""

from __future__ import annotations

import time
from pathlib import Path

from tests.engines.browser import Engine, Size
from tests.engines.page import Page
from tests.helpers.served import Served
from workshop.casebook import SHIPPED, Casebook
from workshop.rehearsal.company import Company

SCENARIO, AGENDA = "group-chat", "90 minutes"
DESK, PHONE, SCREEN = (1280, 800), (360, 640), (1920, 1080)
LOOKS: dict[str, tuple[tuple[Size, int], ...]] = {
    "console": ((DESK, 100), ((1024, 768), 100)),
    "phone": ((PHONE, 100), ((320, 640), 100), (PHONE, 200), (DESK, 100)),  # or a delegate's laptop
    "screen": ((SCREEN, 100),),
}
"""Who is looked at in which sizes, and with text how large (percent)."""
SIMULATED = 6
FEW = "Close it all the same"
SURE = (FEW, "Close now", "Reveal now")
APART = 0.8
"""Seconds between two presses of which the second counts: a key that bounces is one press."""
TRIES = 10


class Room:
    """A facilitator with console and screen, two real phones, and simulated ones that make up the numbers.

    `sideways` and `faults` are what a tour must not find; `sizes` has the pictures, and how large their windows were;
    `stuck` is the step that did not come to its end.
    """

    def __init__(self, engine: Engine, workshop: Served, out: Path) -> None:
        self.engine, self.workshop, self.out, self.number = engine, workshop, out, 0
        self.pages: dict[str, Page] = {}
        self.sideways: list[str] = []
        self.sizes: dict[Path, Size] = {}
        self.stuck = ""
        self.company: Company | None = None
        out.mkdir(parents=True, exist_ok=True)

    def open(self, name: str, url: str) -> Page:
        """Somebody comes: `console`, `screen`, `phone`, or `other`, a second phone of which no pictures are taken."""
        page = self.pages[name] = Page(self.engine, LOOKS.get(name, LOOKS["phone"])[0][0])
        page.go(url)
        return page

    @property
    def desk(self) -> Page:
        """The facilitator's console."""
        return self.pages["console"]

    @property
    def phones(self) -> list[Page]:
        """The real phones."""
        return [self.pages["phone"], self.pages["other"]]

    def fill_up(self, code: str) -> None:
        """The simulated delegates join, and do by themselves what the room asks of them."""
        effects = {i.id: dict(i.effects) for i in Casebook([SHIPPED]).get(SCENARIO).information}
        self.company = Company(self.workshop.url, code, SIMULATED, 7, effects)
        self.company.join()

    def next(self, words: str) -> None:
        """The big button, once it says this and means it."""
        self.desk.tap("button", words)

    def close_round(self, words: str) -> None:
        """The same where it asks first: by a second press, apart from the first, or in a sheet while few answered.

        The sheet goes by itself when enough have answered meanwhile, and the second press is waited for only a while;
        then the button is pressed anew, unless the sheet has come after all and lies over it.
        """
        for _ in range(TRIES):
            asked = self.desk.either("button", *SURE, words)
            if asked == words:
                self.desk.tap_unless_gone("button", words)
                asked = self.desk.soon("button", *SURE)
            if asked and asked != FEW:
                time.sleep(APART)
            if asked and self.desk.tap_unless_gone("button", asked):
                return
        raise AssertionError(f"“{words}” was pressed {TRIES} times, and nothing asked for more")

    def step(self, title: str) -> None:
        """On to the step of this title, by the agenda at the side: a look at it first, then the room comes along."""
        self.desk.tap("button", title)
        self.desk.tap("button", "Move the room here")

    def shoot(self, what: str, *only: str) -> None:
        """A picture of everybody (or of those named) in all their sizes; notes each page that scrolls sideways."""
        self.number += 1
        for name in only or tuple(LOOKS):
            for size, percent in LOOKS[name]:
                with self.pages[name].as_large_as(size, percent):
                    self._look(
                        name, size, f"{self.number:02d}-{what}-{name}-{size[0]}{'' if percent == 100 else '-text200'}"
                    )

    def shoot_as_it_is(self, what: str) -> None:
        """A picture of everybody who is there, waiting for nothing."""
        for name, page in self.pages.items():
            page.window.picture(self.out / f"{what}-{name}.png")

    def _look(self, name: str, size: Size, called: str) -> None:
        page, path = self.pages[name], self.out / f"{called}.png"
        page.picture(path)
        self.sizes[path] = size
        if wide := page.sideways():
            self.sideways.append(f"{called}: {wide} pixels too wide ({page.widest()})")

    def faults(self) -> list[str]:
        """What the browsers complained of, a line each."""
        return [f"{name}: {fault}" for name, page in self.pages.items() for fault in page.window.faults()]

    def close(self) -> None:
        """Everybody goes home."""
        if self.company:
            self.company.leave()
        for page in self.pages.values():
            page.close()


def place_all(phone: Page, nth: int) -> None:
    """A real phone places every card of the open round at the same stage, whether or not the cards are numbered."""
    on = ""
    while on != "Done":
        phone.tap("radio", "", nth=nth)
        on = phone.either("button", "Next card", "Done")
        phone.tap("button", on)
    phone.wait_for("progressbar")
