"""The context: the outside, joined once at start-up, that every use case is handed."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from workshop.addresses import Addresses
from workshop.domain.live import Head
from workshop.domain.scenario import Scenario
from workshop.service.cases import Cases
from workshop.service.ports import LiveStore, Record, Scenarios
from workshop.service.quotas import Quotas
from workshop.settings import Settings
from workshop.words import Words


def new_id() -> str:
    """A random id of 96 bits: never counts, never tells an order."""
    return secrets.token_urlsafe(12)


@dataclass(frozen=True)
class Context:
    """Live store, record, casebook, and the server's secret (from which keys are derived, never used as one).

    `words`: what the server itself says to people.
    """

    settings: Settings
    live: LiveStore
    record: Record
    scenarios: Scenarios
    secret: bytes
    words: Words
    new_id: Callable[[], str] = new_id
    now: Callable[[], float] = time.time
    most_devices: int = 2_500
    quotas: Quotas = field(default_factory=Quotas)
    cases: Cases = field(default_factory=Cases)
    aside: Callable[[Callable[[], Any]], Any] = lambda work: work()
    """Does what takes long where it keeps nobody waiting, and returns what it came to."""
    rehearse: Callable[[str, Scenario], None] | None = None
    """Fills a session with simulated delegates: (code, scenario). It knows by itself where this workshop listens."""

    def case_of(self, head: Head) -> Scenario:
        """The case study of a session, as it was when the session was made.

        Raises UnknownSession, CaseGone, CaseDamaged, Unavailable.
        """
        return self.cases.of(self.record, self.scenarios, head).scenario

    @property
    def addresses(self) -> Addresses:
        """Where delegates find the workshop. Asked each time: networks change."""
        return Addresses(self.settings)

    @property
    def address(self) -> str:
        """The address that they are told now. Links are made from it, never from what a request calls the server."""
        return self.addresses.best()
