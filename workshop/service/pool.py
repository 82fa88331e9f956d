"""Figures over several sessions of an organisation: asked of the ledger first, then added up from released reports."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.domain.ledger import No, Pool, refusal
from workshop.outputs.pooled import Pooled, is_rehearsal, k_of, people_of, pooled
from workshop.service.context import Context
from workshop.service.ports import KeptPool, Release
from workshop.service.report import frozen


class CannotPool(Exception):
    """These figures are not given out: `no` says why."""

    def __init__(self, no: No) -> None:
        super().__init__(no.why)
        self.no = no


def give_out(context: Context, organisation: str, releases: Iterable[str]) -> str:
    """The pool of these releases: the one given out before, or a new one in the ledger. Its id.

    Raises KeyError for a release that is not the organisation's, CannotPool.
    """
    wanted = [_of(context, organisation, release) for release in sorted(set(releases))]
    asked = KeptPool(context.new_id(), organisation, _pool(context, wanted))
    found, refused = context.record.add_pool(asked, refusal)
    if refused:
        raise CannotPool(refused)
    return found


def figures(context: Context, pool: KeptPool) -> Pooled:
    """What a pool says. Raises KeyError when a report in it was forgotten since, or is of a rehearsal among others."""
    wanted = [_of(context, pool.organisation, release) for release in sorted(pool.pool.people)]
    test = context.record.is_test(pool.organisation)
    if rehearsed := [release.id for release in wanted if not test and _is_rehearsed(context, release)]:
        raise KeyError(*rehearsed)
    return pooled([frozen(release, "json") for release in wanted], test)


def _of(context: Context, organisation: str, release: str) -> Release:
    found = context.record.release(release)
    if found is None or found.organisation != organisation:
        raise KeyError(release)
    return found


def _pool(context: Context, releases: list[Release]) -> Pool:
    """Of reports that say how many took part; one that does not has no figures either. Of no rehearsals, but in an
    organisation of test data, which has nothing else."""
    people: dict[str, int] = {}
    for release in releases:
        if _is_rehearsed(context, release) and not context.record.is_test(release.organisation):
            raise CannotPool(No("office.reports.rehearsal", {"title": release.title}))
        n = people_of(frozen(release, "json"))
        if n is None:
            raise CannotPool(No("office.reports.no_figures", {"title": release.title}))
        people[release.id] = n
    return Pool(people, max((k_of(frozen(r, "json")) for r in releases), default=0))


def _is_rehearsed(context: Context, release: Release) -> bool:
    """What was released before rehearsals were marked is known by its session."""
    session = context.record.session(release.session)
    return is_rehearsal(frozen(release, "json")) or bool(session and session.rehearsal)
