"""The overview in a real browser: pictures with their tables, at a desk, on a phone and on paper; numbers for print."""

import pytest

from tests.helpers.reading import all_kept
from tests.journeys.people import DESK, PHONE, axe, cookies_of
from tests.journeys.test_boxes import faults, look
from workshop.rehearsal.company import Company
from workshop.rehearsal.facilitator import SimulatedFacilitator, here

pytestmark = pytest.mark.tour


@pytest.fixture(scope="module")
def desk(workshop):
    """A facilitator who has released two rooms, as far as their first placing."""
    made = SimulatedFacilitator(workshop.url, workshop.link)
    for seed in (1, 2):
        released(made, workshop.url, seed)
    return made


def released(made, url, seed):
    code = made.create("group-chat", "ninety", k=5, title=f"Room {seed}", rehearsal=False)
    company = Company(url, code, 6, seed)
    made.start(company)
    while here(made.line.parts)["activity"] != "discussion":
        step = here(made.line.parts)
        made.work(step)
        made.next(step["id"])
    made.send("session.end", {})
    company.leave()
    made.line.drop()
    where = f"/facilitate/{made.session}"
    answers = all_kept(made.browser.get(f"{where}/report").decode())
    assert made.browser.post(f"{where}/release", answers)["ok"]


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
