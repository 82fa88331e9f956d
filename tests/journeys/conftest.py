"""One workshop, served as a new user would start it, for the journeys of a file."""

import pytest

from tests.helpers.served import served
from workshop.rehearsal.facilitator import SimulatedFacilitator


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    """A running server of its own."""
    with served(tmp_path_factory.mktemp("workshop") / "data") as running:
        yield running


@pytest.fixture(scope="module")
def facilitator(workshop):
    """Signed in by the printed link, without a browser."""
    return SimulatedFacilitator(workshop.url, workshop.link)
