"""A small town: what docker-compose.yml starts, by hand: Caddy, two web processes, Redis and PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.helpers.front import caddy, redis
from tests.helpers.shop import SECRET, Worker, free_ports, start_together
from tests.helpers.tree import ROOT
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.web.assets import Assets
from workshop.web.words import modules

NODE = re.compile(r"cw_node=([0-9a-f]+)")


@dataclass(frozen=True)
class Town:
    """Where the front is, its two web processes, and what they stand on."""

    url: str
    workers: list[Worker]
    redis_url: str
    folder: Path
    facilitator: SimulatedFacilitator

    def ask(self, path: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str], bytes]:
        """One GET by the front: (status, headers, body)."""
        line = HTTPConnection(self.url.removeprefix("http://"), timeout=20)
        line.request("GET", path, headers=headers or {})
        answer = line.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()

    def node(self) -> str:
        """Which web process Caddy gives a newcomer to; "" while it can give them to none."""
        found = NODE.search(self.ask("/healthz")[1].get("set-cookie", ""))
        return found[1] if found else ""


@contextmanager
def town(postgres, folder: Path) -> Iterator[Town]:
    """All of it, until the block ends."""
    database = postgres.create_database()
    front, live, *web = free_ports(4)
    url = f"http://127.0.0.1:{front}"
    Assets.read(ROOT / "static", modules()).write(folder / "assets")
    with redis(live, folder / "redis") as redis_url, caddy(front, web, folder, folder / "assets"):
        common = {
            "WORKSHOP_HOST": "127.0.0.1",
            "WORKSHOP_PUBLIC_URL": url,
            "WORKSHOP_TRUST_PROXY": "yes",
            "WORKSHOP_SECRET_KEY": SECRET,
            "WORKSHOP_REDIS_URL": redis_url,
            "WORKSHOP_DATABASE_URL": postgres.url(database),
        }
        workers = [
            Worker(p, {**common, "WORKSHOP_DATA_DIR": str(folder / f"web-{p}")}, folder / "web.log") for p in web
        ]
        try:
            start_together(workers)
            yield Town(url, workers, redis_url, folder, SimulatedFacilitator(url, workers[0].link))
        finally:
            for worker in workers:
                worker.stop()
    postgres.drop_database(database)
