"""One browser of each engine at a time, for all tests of the tour with it."""

import pytest

from tests.engines.browser import ENGINES, engine


@pytest.fixture(scope="session", params=ENGINES)
def browser(request):
    """An `Engine` (browser.py), started."""
    with engine(request.param) as started:
        yield started
