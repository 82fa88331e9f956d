"""One workshop, served as a new user would start it, for the journeys of a file."""

import pytest

from tests.journeys.people import DESK, close, cookies_of, open_page
from workshop.rehearsal.facilitator import SimulatedFacilitator


@pytest.fixture(scope="module")
def facilitator(workshop):
    """Signed in by the printed link, without a browser."""
    return SimulatedFacilitator(workshop.url, workshop.link)


@pytest.fixture(scope="module")
def code(facilitator):
    """A session of its own."""
    yield facilitator.create("group-chat", "ninety", k=5)
    facilitator.line.drop()


@pytest.fixture
def opens(chromium):
    """Opens pages, and puts them away."""
    pages = []

    def opened(*given, **more):
        pages.append(open_page(chromium, *given, **more))
        return pages[-1]

    yield opened
    close(*pages)


@pytest.fixture(scope="module")
def console(workshop, facilitator, code, chromium):
    page = open_page(chromium, f"{workshop.url}/facilitate/{facilitator.session}", DESK, cookies_of(facilitator))
    page.wait_for_selector(".console")
    yield page
    close(page)
