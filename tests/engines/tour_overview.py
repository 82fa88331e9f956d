"""What an organisation reads, in each engine: pictures with their tables, numbers for print, rooms side by side."""

import os
import subprocess
import sys

import pytest

from tests.engines.page import Page
from tests.engines.room import DESK, PHONE
from tests.helpers.released_room import release_a_room
from tests.helpers.served import LINK, served
from tests.helpers.tree import ROOT
from workshop.rehearsal.facilitator import SimulatedFacilitator

OUT = ROOT / "build" / "tour"
SIZES = ((DESK, 100), ((1024, 768), 100), (PHONE, 100), ((320, 640), 100), (PHONE, 200))
TABLES = "document.querySelectorAll('details.as-table').length"
OPENED = "document.querySelectorAll('details.as-table[open]').length"


@pytest.fixture(scope="session")
def organisation(tmp_path_factory):
    """A workshop with two reports, for all engines."""
    with served(tmp_path_factory.mktemp("overview") / "data") as workshop:
        lead = SimulatedFacilitator(workshop.url, workshop.link)
        for seed in (1, 2):
            release_a_room(lead, seed)
        yield workshop


@pytest.fixture
def desk(browser, organisation):
    """Somebody who has signed in, and whom no browser told of a fault."""
    page = Page(browser, DESK)
    page.go(another_link(organisation))
    page.tap("button", "Sign in")
    page.wait_for("link", "Set up")
    yield page
    faults = page.window.faults()
    page.close()
    assert faults == []


def another_link(organisation):
    """As somebody makes one who has used theirs."""
    command, own = [sys.executable, "-m", "workshop", "link"], {"WORKSHOP_DATA_DIR": str(organisation.data)}
    told = subprocess.run(command, env={**os.environ, **own}, capture_output=True, text=True, check=True).stdout
    return LINK.search(told).group(0)


def looked_at(page, browser, called):
    """A picture in every size; what scrolls sideways, with the size in which it does. Nothing is pressed afterwards:
    WebKit goes on for a while with the places that large text gave to things.
    """
    wide = []
    (OUT / browser.name).mkdir(parents=True, exist_ok=True)
    for size, percent in SIZES:
        with page.as_large_as(size, percent):
            page.picture(OUT / browser.name / f"overview-{called}-{size[0]}-{percent}.png")
            if page.sideways():
                wide.append((called, size, percent, page.widest()))
    return wide


def test_each_picture_has_its_table_beneath_and_no_size_scrolls_sideways(desk, browser, organisation):
    desk.go(f"{organisation.url}/organisation/overview")
    desk.wait_for("heading", "What splits rooms most: The group chat")
    assert looked_at(desk, browser, "pictures") == []
    desk.go(f"{organisation.url}/organisation/overview")
    many = desk.window.ask(TABLES)
    for nth in range(many):
        desk.tap("button", "As a table", nth=nth)
    assert many > 3 and desk.window.ask(OPENED) == many
    assert looked_at(desk, browser, "tables") == []


def test_numbers_for_print_are_tables_alone_and_lead_back(desk, browser, organisation):
    desk.go(f"{organisation.url}/organisation/overview")
    desk.tap("link", "Numbers for print")
    desk.see("up to seven as *")
    assert desk.window.ask("document.querySelectorAll('.over svg.strip').length") == 0
    desk.tap("link", "Numbers as they are")
    desk.wait_for("link", "Numbers for print")
    desk.go(f"{organisation.url}/organisation/overview?as=print")
    assert looked_at(desk, browser, "print") == []


def test_two_rooms_stand_side_by_side_and_a_version_of_a_case_by_itself(desk, browser, organisation):
    desk.go(f"{organisation.url}/organisation")
    for title in ("Room 1", "Room 2"):
        desk.tap("checkbox", title)
    desk.tap("button", "Side by side")
    desk.see("Room 2")
    desk.wait_for("heading", "The group chat")
    assert looked_at(desk, browser, "beside") == []
    desk.go(f"{organisation.url}/organisation/overview")
    desk.tap("link", "The group chat, version")
    desk.wait_for("heading", "The group chat")
    assert looked_at(desk, browser, "version") == []
