"""What the use cases need of the record for what was handed on: releases, and the ledger of pooled figures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from workshop.domain.checkpoint import Slices
from workshop.domain.ledger import No, Pool
from workshop.service.retention_ports import Why


@dataclass(frozen=True)
class Superseded:
    """What a release was before it was corrected: its bytes are gone, and the SHA-256 of each format is left."""

    digests: Mapping[str, str]
    replaced_on: str  # ISO date


@dataclass(frozen=True)
class Release:
    """One frozen release: the bytes of each format, and their SHA-256, made once.

    `before`: what it was, the first one first, where it was corrected. It stays one release, under one id.
    """

    id: str
    session: str
    organisation: str
    title: str
    scenario_title: str
    released_on: str  # ISO date
    files: Mapping[str, bytes]
    digests: Mapping[str, str]
    before: tuple[Superseded, ...] = ()


@dataclass(frozen=True)
class Destruction:
    """Somebody's request that a released report be destroyed."""

    release: str
    asked_by: str
    """The account."""
    asked_on: str  # ISO date


@dataclass(frozen=True)
class KeptPool:
    """Figures over several releases, as the ledger knows them."""

    id: str
    organisation: str
    pool: Pool


@dataclass(frozen=True)
class KeptFigures:
    """What an overview needs of one release. `figures`: as `outputs/told_figures.py` writes them.

    `people` None: too few to say. The rest is by what the record decides whether it is added up with others.
    """

    release: str
    organisation: str
    quarter: str
    scenario: str
    held_on: str  # ISO date
    people: int | None
    k: int
    figures: str


@dataclass(frozen=True)
class KeptOverview:
    """What a period came to. `reports`: over how many; when there are others, it is old."""

    organisation: str
    period: str
    reports: int
    figures: str


class Overviews(Protocol):
    """Part of `ports.Record`. Every method may raise `Unavailable`."""

    def add_figures(self, figures: KeptFigures) -> None:
        """Of a release of before; sums of its periods are let go. Again, and of one that has gone, is harmless."""
        ...

    def without_figures(self, limit: int) -> list[str]:
        """Releases of which there are none, the oldest first."""
        ...

    def figures_of(self, organisation: str, quarters: Collection[str]) -> list[tuple[str, bool]]:
        """(figures, whether they are added up with others) of all releases of these quarters, in no order."""
        ...

    def quarters(self, organisation: str) -> Mapping[str, int]:
        """Quarter → releases, of those that have any, the newest first."""
        ...

    def overview(self, organisation: str, period: str) -> KeptOverview | None:
        """What was saved last."""
        ...

    def save_overview(self, overview: KeptOverview) -> None:
        """In place of the one before."""
        ...


class Releases(Overviews, Protocol):
    """Part of `ports.Record`. Every method may raise `Unavailable`."""

    def add_release(
        self, release: Release, left: Mapping[str, Any] | None = None, figures: KeptFigures | None = None
    ) -> None:
        """Raises ValueError when the session has been released before.

        In the same transaction: `figures`: what overviews need of it, and sums of its periods are let go; `left`: what
        the session's checkpoint holds of texts from now on; the others are deleted from the database and its
        write-ahead log.
        """
        ...

    def correct_release(
        self, made: Release, of: Mapping[str, str], left: Slices, figures: KeptFigures, on: str
    ) -> bool:
        """Put `made` in the place of the release of its id. False, and nothing is changed, when that does not have just
        the digests `of` (any more).

        In one transaction: its bytes are deleted, their digests kept with the day `on`, and a receipt is left; title
        and texts of the session are as `left` has them from now on; its figures stay added up, or not, as they were,
        and sums of its periods are let go. What was deleted is in the write-ahead log no more.
        """
        ...

    def releases(self, organisation: str, start: int = 0, limit: int | None = None) -> list[Release]:
        """For a list: newest day first, without their files; `limit` of them from the `start`th on."""
        ...

    def release(self, release: str) -> Release | None:
        """One by id, with its files."""
        ...

    def ask_destruction(self, asked: Destruction) -> None:
        """One a release: the first stands, until it is withdrawn. Harmless when the release is gone."""
        ...

    def destruction(self, release: str) -> Destruction | None:
        """What was asked of a release, and was not withdrawn."""
        ...

    def withdraw_destruction(self, release: str) -> bool:
        """Whether there was a request to withdraw."""
        ...

    def destroy(self, asked: Destruction, why: Why | None = None) -> bool:
        """Delete the release, its session, and all that hangs on them, from the database and its write-ahead log.

        With a reason, a receipt is left.

        In one transaction with the request: False, and nothing is deleted, when just this one does not stand any more.
        """
        ...

    def add_pool(self, asked: KeptPool, refusal: Callable[[Pool, list[Pool]], No | None]) -> tuple[str, No | None]:
        """(id, None) of this pool, or of the same one given out before; ("", why) when it is refused."""
        ...

    def pool(self, pool: str) -> KeptPool | None:
        """One by id."""
        ...
