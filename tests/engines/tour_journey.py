"""One whole workshop in each engine: it gets to its end, no page scrolls sideways, no browser complains.

The pictures of each step are in build/tour/ENGINE/, and build/tour/index.html shows the three engines side by side.
"""

import pytest

from tests.engines.album import write_album
from tests.engines.browser import ENGINES
from tests.engines.journey import STEPS
from tests.engines.room import LOOKS, Room
from tests.helpers.served import served
from tests.helpers.tree import ROOT

OUT = ROOT / "build" / "tour"


@pytest.fixture(scope="session")
def room(browser, tmp_path_factory):
    """A room in this engine, with a workshop of its own."""
    with served(tmp_path_factory.mktemp(browser.name) / "data") as workshop:
        found = Room(browser, workshop, OUT / browser.name)
        yield found
        found.close()
    write_album(OUT, ENGINES)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_the_workshop_goes_on(room, step):
    assert not room.stuck, f"the room has been stuck since {room.stuck}"
    room.stuck = step.__name__
    try:
        step(room)
        room.stuck = ""
    finally:
        if room.stuck:
            room.shoot_as_it_is(f"stuck-{room.stuck}")


def test_no_page_scrolls_sideways(room):
    assert room.sizes, "nothing was looked at"
    assert room.sideways == []


def test_no_browser_complains(room):
    assert set(room.pages) >= set(LOOKS)
    assert room.faults() == []


def test_every_picture_is_there_and_as_large_as_its_window(room):
    assert {path: png_size(path) for path in room.sizes} == room.sizes


def png_size(path):
    """Width and height that a PNG file states of itself."""
    head = path.read_bytes()[:24]
    return int.from_bytes(head[16:20]), int.from_bytes(head[20:24])
