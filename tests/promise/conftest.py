"""What several files of the gate begin with; a file with another need defines its own under the same name."""

import pytest

from tests.helpers.served import served
from tests.promise.people import Room
from workshop.record.engine import make_engine
from workshop.record.repository import SqlRecord


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A workshop, served as a new user would start it."""
    with served(tmp_path_factory.mktemp("gate") / "data") as found:
        yield found


@pytest.fixture(scope="module")
def record(running):
    """Its record, seen from beside it."""
    engine = make_engine(f"sqlite:///{running.data}/workshop.sqlite3")
    yield SqlRecord(engine)
    engine.dispose()


@pytest.fixture(scope="module")
def room(running):
    """A session of one organisation, with two phones."""
    found = Room(running.url, running.link)
    found.phone()
    found.phone()
    yield found
    found.close()
