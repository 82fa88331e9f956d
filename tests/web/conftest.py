"""A whole site for each file of tests: made once, on a live store that was emptied first."""

import pytest
from redis import Redis

from tests.helpers.site import PASSWORD, Site


@pytest.fixture(scope="module")
def site(valkey_server, tmp_path_factory):
    """A workshop served over plain HTTP."""
    Redis.from_url(valkey_server.url).flushdb()
    return Site(tmp_path_factory.mktemp("site"), valkey_server.url)


@pytest.fixture(scope="module")
def secure_site(valkey_server, tmp_path_factory):
    """The same behind HTTPS, with a live store of its own."""
    apart = valkey_server.url.replace("db=0", "db=1")
    Redis.from_url(apart).flushdb()
    return Site(tmp_path_factory.mktemp("secure"), apart, WORKSHOP_PUBLIC_URL="https://localhost")


@pytest.fixture(scope="module")
def running(site):
    """A session of a facilitator whose password may be tried."""
    return site.session(site.member("tries@here.test", "Here", "facilitator", password=PASSWORD))


@pytest.fixture
def a_new_hour(site):
    """The test begins with no try counted."""
    for name in ("rate_limits", "paces"):
        site.app.extensions.pop(name, None)
    for key in site.context.live._redis.scan_iter(match="cw:count:sign-ins*"):
        site.context.live._redis.delete(key)
