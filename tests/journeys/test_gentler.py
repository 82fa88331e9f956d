"""Another wording is offered beneath a field on a phone, at the desk, and nothing of it goes anywhere."""

import pytest

from tests.journeys.people import axe, close
from tests.journeys.test_typed import Room

pytestmark = pytest.mark.tour


@pytest.fixture(scope="module")
def room(workshop, facilitator, chromium):
    found = Room(workshop, facilitator, chromium)
    found.go("formulation")
    yield found
    assert [f for p in found.pages for f in p.faults if "ERR_" not in f] == []
    close(*found.pages)
    found.company.leave()
    facilitator.line.drop()


def test_a_phone_offers_another_wording_once_and_asks_nobody_for_it(room):
    page, asked = room.phone, []
    field = page.locator(".add-note .input:not(select)").first
    field.wait_for()
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda line: asked.append(line.url))
    field.fill("It is an abuser")
    strip = page.locator(".gentler", has_text="abuser")
    strip.get_by_text("young person who caused harm").wait_for()
    assert axe(page) == []
    strip.get_by_role("button", name="Put this in").click()
    assert field.input_value() == "It is a young person who caused harm"
    page.get_by_text("Put in. You can go on writing.").wait_for()
    field.fill("Obviously so")
    page.locator(".gentler", has_text="Munro").get_by_role("button", name="Leave it").click()
    field.fill("Obviously so, and more")
    page.wait_for_function("document.querySelector('.add-note .gentler').textContent === ''")
    assert [url for url in asked if "check-text" not in url] == []
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "Munro" not in stored and "gentler" not in stored


def test_the_desk_offers_it_beneath_the_shared_explanation(room):
    page = room.one
    field = page.locator(".explaining textarea").first
    field.fill("She put herself at risk")
    strip = page.locator(".explaining .gentler", has_text="put herself at risk")
    strip.get_by_role("button", name="Leave it").wait_for()
    strip.get_by_role("button", name="Leave it").click()
    page.get_by_text("Left as it is.").wait_for()
