"""What the use cases need of the record for what was handed on: releases, and the ledger of pooled figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from workshop.domain.ledger import Pool


@dataclass(frozen=True)
class Release:
    """One frozen release: the bytes of each format, and their SHA-256, made once."""

    id: str
    session: str
    organisation: str
    title: str
    scenario_title: str
    released_on: str  # ISO date
    files: Mapping[str, bytes]
    digests: Mapping[str, str]


@dataclass(frozen=True)
class KeptPool:
    """Figures over several releases, as the ledger knows them."""

    id: str
    organisation: str
    pool: Pool


class Releases(Protocol):
    """Part of `ports.Record`. Every method may raise `Unavailable`."""

    def add_release(self, release: Release) -> None:
        """Raises ValueError when the session has been released before."""
        ...

    def releases(self, organisation: str, start: int = 0, limit: int | None = None) -> list[Release]:
        """For a list: newest day first, without their files; `limit` of them from the `start`th on."""
        ...

    def release(self, release: str) -> Release | None:
        """One by id, with its files."""
        ...

    def add_pool(self, asked: KeptPool, refusal: Callable[[Pool, list[Pool]], str | None]) -> tuple[str, str | None]:
        """(id, None) of this pool, or of the same one given out before; ("", why) when it is refused."""
        ...

    def pool(self, pool: str) -> KeptPool | None:
        """One by id."""
        ...
