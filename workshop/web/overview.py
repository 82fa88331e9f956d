"""The organisation's overview of a quarter or a year; a version of a case study across rooms; sessions side by side."""

from __future__ import annotations

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from workshop.drawing.quarters_svg import BlockDrawn, Column, quarters_svg
from workshop.drawing.strip_svg import strip_svg
from workshop.outputs.overview import CardOver, CaseOver, Overview, Quarter
from workshop.outputs.overview_tables import OF_CASES, TABLES, Table, expected, tables
from workshop.service.overview import overview_of, periods
from workshop.web.access import memberships, reviewed_organisations
from workshop.web.downloads import for_print, table_answer
from workshop.web.here import context
from workshop.web.words import say

blueprint = Blueprint("overview", __name__)
MOST_CARDS, MOST_MOVES, MOST_NEEDS = 5, 6, 8


@blueprint.get("/organisation/overview")
def first() -> ResponseReturnValue:
    """The overview of the reader's first organisation, by name."""
    names = {m.organisation: m.organisation_name for m in memberships()}
    ours = sorted(reviewed_organisations(), key=lambda o: names[o])
    return redirect(url_for("overview.page", organisation=ours[0]))


@blueprint.get("/organisation/<organisation>/overview")
def page(organisation: str) -> ResponseReturnValue:
    """Of the newest year with a report, or of `period`; `as=print` has its numbers as they may be printed."""
    known = periods(context(), organisation)
    period = request.args.get("period") or next(iter(known), "")
    if not known and not period:
        return render_template("organisation/overview.html", sheet="office", **_where(organisation), over=None)
    over, published = _over(organisation, period), for_print()
    return render_template(
        "organisation/overview.html",
        sheet="office",
        **_where(organisation),
        periods=known,
        over=over,
        published=published,
        tables={t.name: t for t in tables(over, context().words, published)},
        of_case=lambda case: {t.name: t for t in tables(over, context().words, published, [case])},
        chart=_chart(over),
        versions=over.versions,
        latest=context().record.releases(organisation, 0, 6),
        **_drawing(),
    )


@blueprint.get("/organisation/<organisation>/overview/<period>/<name>.csv")
def table(organisation: str, period: str, name: str) -> Response:
    """One table of it, for a spreadsheet."""
    over = _over(organisation, period)
    return table_answer(tables(over, context().words, for_print()), name, period)


@blueprint.get("/organisation/<organisation>/overview/<period>/<scenario>/<int:version>")
def version(organisation: str, period: str, scenario: str, version: int) -> str:
    """How one version of a case study behaved across rooms, for whoever writes it."""
    over = _over(organisation, period)
    cases = _of_version(over, scenario, version)
    return render_template(
        "organisation/version.html",
        sheet="office",
        **_where(organisation),
        over=over,
        cases=cases,
        scenario=scenario,
        version=version,
        published=for_print(),
        tables={t.name: t for t in _version_tables(over, cases)},
        **_drawing(),
    )


@blueprint.get("/organisation/<organisation>/overview/<period>/<scenario>/<int:version>/<name>.csv")
def version_table(organisation: str, period: str, scenario: str, version: int, name: str) -> Response:
    """One table of a version, for a spreadsheet."""
    over = _over(organisation, period)
    found = _version_tables(over, _of_version(over, scenario, version))
    return table_answer(found, name, f"{period}-version-{version}")


def _of_version(over: Overview, scenario: str, version: int) -> list[CaseOver]:
    cases = [c for c in over.versions if c.scenario == scenario and c.versions[0][0] == version]
    return cases or abort(404)


def _version_tables(over: Overview, cases: list[CaseOver]) -> list[Table]:
    found = tables(over, context().words, for_print(), cases)
    return [table for table in found if table.name in OF_CASES]


def _where(organisation: str) -> dict[str, object]:
    """Whose it is, and which others the reader may look at."""
    names = {m.organisation: m.organisation_name for m in memberships()}
    ours = sorted(reviewed_organisations(), key=lambda o: names[o])
    return {"organisation": organisation, "name": names[organisation], "others": [(o, names[o]) for o in ours]}


def _drawing() -> dict[str, object]:
    return {
        "strip": _strip,
        "label": lambda kind: say(f"common.labels.{kind}"),
        "expected": lambda move: expected(move, context().words),
        "most_cards": MOST_CARDS,
        "most_moves": MOST_MOVES,
        "most_needs": MOST_NEEDS,
        "all_tables": TABLES,
    }


def _over(organisation: str, period: str) -> Overview:
    try:
        return overview_of(context(), organisation, period)
    except ValueError:
        abort(404)


def _strip(case: CaseOver, card: CardOver) -> Markup:
    """A card's strip in the list of its case study; nothing where too few rooms are added up."""
    if card.tallies is None or card.unsure is None:
        return Markup()
    piles = [(*c.tallies, c.unsure or 0) for c in case.cards[:MOST_CARDS] if c.tallies is not None]
    drawn = strip_svg(
        case.stages,
        card.tallies,
        card.unsure,
        size="list",
        width=292,
        among=piles,
        label=card.label,
        words=context().words,
    )
    return Markup(drawn)  # noqa: S704 - it escapes every word in it


def _chart(over: Overview) -> Markup:
    columns = [_column(quarter, _ranks(over)) for quarter in over.quarters]
    return Markup(quarters_svg(columns, say("office.overview.quarters_name")))  # noqa: S704 - as above


def _ranks(over: Overview) -> dict[tuple[str, int], int]:
    """(case study, version) → 1 for the earliest version in the period."""
    found: dict[str, set[int]] = {}
    for case in over.cases:
        found.setdefault(case.title, set()).update(version for version, _ in case.versions)
    return {(title, v): at for title, of in found.items() for at, v in enumerate(sorted(of), 1)}


def _column(quarter: Quarter, ranks: dict[tuple[str, int], int]) -> Column:
    few = say("office.overview.few_block")
    drawn = [(b.people, ranks.get((b.case, b.version), 1), few if b.people is None else str(b.people))
             for b in quarter.blocks]  # fmt: skip
    blocks = [BlockDrawn(*block) for block in drawn]
    months = context().words.all("office.overview.months")[int(quarter.quarter[-1]) - 1]
    return Column(tuple(blocks), (months, str(say("office.overview.sessions", n=quarter.sessions))))
