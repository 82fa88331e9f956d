"""Shared fixtures, all on real things: an embedded Valkey, SQLite and PostgreSQL, Debian's Chromium."""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest
from argon2 import PasswordHasher
from hypothesis import settings
from passlib.handlers.argon2 import _Argon2Common as InFlaskSecurity
from redis import Redis

from tests.helpers.browser import launched_chromium
from tests.helpers.cluster import Cluster
from tests.helpers.declared import all_watched
from tests.helpers.front import redis
from tests.helpers.postgres import PostgresCluster
from tests.helpers.served import served
from tests.helpers.shop import free_ports
from tests.helpers.times import recorded, seconds
from workshop.live.embedded import EmbeddedValkey
from workshop.record import passwords

# Pure rooms first, then those with a server, the real browser last: a broken rule is known within seconds.
SLOWEST_LAST = ("live", "record", "web", "realtime", "rehearsal", "cli", "promise", "journeys")


MEMORY = Path("/dev/shm")
"""Folders of tests lie in memory where there is room: a disk is waited for thousands of times, and proves nothing."""

if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 2 << 30:
    os.environ["TMPDIR"] = str(MEMORY)  # for the processes that tests start, too
    tempfile.tempdir = None  # asked again at the next use


# Images of containers like to set it: then every one of a hundred servers would compile our modules anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# How long an example takes says something of the machine only.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def no_rule_refuses_with_a_code_that_it_does_not_declare():
    """Watched in every test that runs a command in this process."""
    with all_watched():
        yield


@pytest.fixture(scope="session", autouse=True)
def a_password_costs_little_in_this_process():
    """Processes that tests start hash as production does (record/test_passwords.py, promise/test_staying.py)."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        for name, least in {"default_rounds": 1, "memory_cost": 8, "parallelism": 1}.items():
            patch.setattr(InFlaskSecurity, name, least)
        yield


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    """A running server of the module's own."""
    with served(tmp_path_factory.mktemp("workshop") / "data") as running:
        yield running


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Fast tests first; of several processes, the longest files first, so that all end at the same time."""
    if hasattr(config, "workerinput"):
        took = recorded()
        items.sort(key=lambda item: -seconds(took, item.path))
    else:
        items.sort(key=lambda item: _slowness(item.path))


def _slowness(path: Path) -> int:
    rooms = path.relative_to(Path(__file__).parent).parts
    return SLOWEST_LAST.index(rooms[0]) + 1 if rooms[0] in SLOWEST_LAST else 0


class Valkey:
    """What the `valkey` fixture gives: `url` for redis-py, `client` (answers are bytes), `server`."""

    def __init__(self, server: EmbeddedValkey) -> None:
        self.server = server
        self.url = server.url
        self.client = Redis.from_url(server.url)


class ByUser(NamedTuple):
    """What the `redis_user` fixture gives: `url` for redis-py, `client` (answers are bytes)."""

    url: str
    client: Redis


@pytest.fixture(scope="session")
def valkey_server(tmp_path_factory):
    """One embedded Valkey for the whole run."""
    with EmbeddedValkey(tmp_path_factory.mktemp("valkey")) as server:
        yield server


@pytest.fixture
def valkey(valkey_server):
    """The real server, empty at the start of every test."""
    found = Valkey(valkey_server)
    found.client.flushall()
    yield found
    found.client.close()


@pytest.fixture(scope="session")
def redis_user_server(tmp_path_factory):
    """Redis as docker-compose.yml starts it, for the whole run, as the app's user sees it."""
    (port,), folder = free_ports(1), tmp_path_factory.mktemp("redis")
    with redis(port, folder) as url, Redis.from_url(url) as client:
        yield ByUser(url, client)


@pytest.fixture
def redis_user(redis_user_server):
    """The real server, without a key of ours at the start of every test: its user may not empty it."""
    for name in redis_user_server.client.scan_iter("cw:*"):
        redis_user_server.client.delete(name)
    return redis_user_server


@pytest.fixture(scope="session")
def redis_cluster_servers(tmp_path_factory):
    """Three Redis servers that share the keys, for the whole run."""
    with Cluster(tmp_path_factory.mktemp("cluster")) as cluster:
        yield cluster


@pytest.fixture
def redis_cluster(redis_cluster_servers):
    """The real cluster, empty at the start of every test."""
    redis_cluster_servers.empty()
    return redis_cluster_servers


@pytest.fixture(scope="session")
def postgres():
    """One real PostgreSQL cluster for the whole run; a machine without PostgreSQL fails the tests that ask for it."""
    with PostgresCluster() as cluster:
        yield cluster


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, tmp_path):
    """The URL of an empty database, once for each of the two engines."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/workshop.sqlite3"
        return
    cluster = request.getfixturevalue("postgres")
    name = cluster.create_database()
    yield cluster.url(name)
    cluster.drop_database(name)


@pytest.fixture(scope="module")
def chromium():
    """A Playwright `Browser`: Debian's Chromium. Open one context for each person."""
    with launched_chromium() as browser:
        yield browser
