"""The record as the use cases ask for it: one class, joined from what belongs together."""

from __future__ import annotations

from sqlalchemy import Engine

from workshop.record.corrections import Corrections
from workshop.record.destructions import Destructions
from workshop.record.organisations import Organisations
from workshop.record.overviews import Overviews
from workshop.record.pools import Pools
from workshop.record.releases import Releases
from workshop.record.retention import Retention
from workshop.record.rounds import Rounds


class SqlRecord(Destructions, Corrections, Retention, Rounds, Releases, Overviews, Pools, Organisations):
    """Everything that lasts. Implements `service.ports.Record`; every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
