"""The record as the use cases ask for it: one class, joined from what belongs together."""

from __future__ import annotations

from sqlalchemy import Engine

from workshop.record.organisations import Organisations
from workshop.record.pools import Pools
from workshop.record.releases import Releases
from workshop.record.rounds import Rounds
from workshop.record.sessions import Sessions


class SqlRecord(Sessions, Rounds, Releases, Pools, Organisations):
    """Everything that lasts. Implements `service.ports.Record`; every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
