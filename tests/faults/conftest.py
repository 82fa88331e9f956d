"""One installation for the tests of a file: two web workers, a live store, PostgreSQL, and a proxy in front."""

import pytest

from tests.helpers.proxy import Proxy
from tests.helpers.shop import Shop
from workshop.rehearsal.facilitator import SimulatedFacilitator


@pytest.fixture(scope="module")
def town(postgres, tmp_path_factory):
    """(the shop, a proxy before both of its workers, a facilitator who comes by the proxy)."""
    database = postgres.create_database()
    places: list[Shop] = []
    with (
        Proxy(lambda: places[0].here()) as proxy,
        Shop(tmp_path_factory.mktemp("shop"), 2, postgres.url(database), (proxy.port,)) as shop,
    ):
        places.append(shop)
        yield shop, proxy, SimulatedFacilitator(f"http://127.0.0.1:{proxy.port}", shop.workers[0].link)
    postgres.drop_database(database)
