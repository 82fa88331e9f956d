"""An organisation's overview of a fixed period: kept where it was reckoned, and reckoned anew when there are others."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from workshop.domain.periods import quarters_of, year_of
from workshop.outputs import overview as over
from workshop.outputs import told_figures as told
from workshop.outputs.overview import Overview, Report
from workshop.outputs.pooled import is_rehearsal
from workshop.service.context import Context
from workshop.service.ports import KeptOverview, Release
from workshop.service.report import Damaged, figures_for, frozen

AT_ONCE = 100


def periods(context: Context, organisation: str) -> dict[str, int]:
    """Quarters and years with released sessions, and how many: the newest year first, before its quarters."""
    quarters = context.record.quarters(organisation)
    years: dict[str, dict[str, int]] = {}
    for quarter, n in sorted(quarters.items(), reverse=True):
        years.setdefault(year_of(quarter), {})[quarter] = n
    found: dict[str, int] = {}
    for year, of in years.items():
        found |= {year: sum(of.values()), **of}
    return found


def overview_of(context: Context, organisation: str, period: str) -> Overview:
    """Raises ValueError for what is no period, Unavailable."""
    quarters = quarters_of(period)
    known = context.record.quarters(organisation)
    reports = sum(known.get(q, 0) for q in quarters)
    kept = context.record.overview(organisation, period)
    if kept is not None and kept.reports == reports:
        return over.read(kept.figures)
    return context.aside(partial(_reckoned, context, organisation, period, quarters))


def refresh(context: Context, release: Release) -> None:
    """Reckon what a new report changes, so that nobody who opens the page waits for it."""
    quarter = figures_for(release).quarter
    for period in (quarter, year_of(quarter)):
        overview_of(context, release.organisation, period)


def catch_up(context: Context) -> int:
    """Take the figures of reports that were released before overviews were; how many could not be read."""
    left: set[str] = set()
    while found := _others(context.record.without_figures(AT_ONCE + len(left)), left):
        for release in found:
            if not _taken(context, release):
                left.add(release)
    return len(left)


def _others(releases: Collection[str], left: set[str]) -> list[str]:
    return [r for r in releases if r not in left]


def _taken(context: Context, release: str) -> bool:
    found = context.record.release(release)
    if found is None:
        return True
    session, test = context.record.session(found.session), context.record.is_test(found.organisation)
    try:
        invented = is_rehearsal(frozen(found, "json")) or (session is not None and session.rehearsal)
        context.record.add_figures(figures_for(found, void=invented and not test))
    except (Damaged, KeyError, ValueError, TypeError):  # the report is not what was released, or is no report
        return False
    return True


def _reckoned(context: Context, organisation: str, period: str, quarters: tuple[str, ...]) -> Overview:
    kept = context.record.figures_of(organisation, quarters)
    reports = [Report(told.read(figures), summed) for figures, summed in kept]
    made = over.overview(period, reports, context.record.is_test(organisation))
    context.record.save_overview(KeptOverview(organisation, period, len(kept), over.written(made)))
    return made
