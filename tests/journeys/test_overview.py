"""The overview in a real browser: pictures with their tables, at a desk, on a phone and on paper; numbers for print."""

import pytest

from tests.helpers.released_room import release_a_room
from tests.journeys.people import DESK, PHONE, axe, cookies_of
from tests.journeys.test_boxes import faults, look
from workshop.rehearsal.facilitator import SimulatedFacilitator

pytestmark = pytest.mark.tour


@pytest.fixture(scope="module")
def desk(workshop):
    """A facilitator who has released two rooms, as far as their first placing."""
    made = SimulatedFacilitator(workshop.url, workshop.link)
    for seed in (1, 2):
        release_a_room(made, seed)
    return made


@pytest.fixture
def page(workshop, desk, opens):
    def opened(size, path="/organisation/overview"):
        return opens(f"{workshop.url}{path}", size, cookies_of(desk))

    return opened


def test_each_picture_has_its_table_in_place_and_fits_at_a_desk_on_a_phone_and_on_paper(page):
    for size in (DESK, PHONE):
        shown = page(size)
        shown.get_by_role("heading", name="What splits rooms most: The group chat").wait_for()
        assert not faults(look(shown)) and not axe(shown)
        for table in shown.locator("details.as-table summary").all():
            table.click()
        assert shown.get_by_role("columnheader", name="Too few to show").is_visible()
        assert not faults(look(shown))
    shown.emulate_media(media="print")
    assert not shown.locator(".overview .acts").is_visible() and not faults(look(shown))


def test_numbers_for_print_have_their_own_page_and_the_way_back(page):
    shown = page(DESK)
    with shown.expect_download() as saved:
        shown.locator("details.as-table summary").first.click()
        shown.get_by_role("link", name="Save as CSV").first.click()
    assert saved.value.suggested_filename.endswith("-quarters.csv")
    shown.get_by_role("link", name="Numbers for print").click()
    shown.get_by_text("up to seven as *").wait_for()
    assert shown.locator(".over svg.strip").count() == 0
    shown.get_by_role("link", name="Numbers as they are").click()
    shown.locator(".over svg.strip").first.wait_for()


def test_from_the_list_two_rooms_stand_side_by_side(page):
    shown = page(DESK, "/organisation")
    for box in shown.get_by_role("checkbox").all():
        box.check()
    shown.get_by_role("button", name="Side by side").click()
    shown.get_by_role("columnheader", name="Room 2").wait_for()
    assert not faults(look(shown)) and not axe(shown)
