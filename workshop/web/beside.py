"""Released sessions of one case study side by side."""

from __future__ import annotations

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from workshop.drawing.strip_svg import strip_svg
from workshop.outputs.beside import MOST, Beside, NotAlike, beside
from workshop.outputs.beside_tables import tables
from workshop.outputs.told_figures import ToldCard, ToldFigures, told_figures
from workshop.service.report import Damaged, frozen
from workshop.web.access import ID, reviewed_organisations
from workshop.web.downloads import for_print, table_answer
from workshop.web.here import context
from workshop.web.words import say

blueprint = Blueprint("beside", __name__)


@blueprint.post("/organisation/side-by-side")
def choose() -> ResponseReturnValue:
    """From the list of reports: to the page of those that were chosen, all of one organisation."""
    chosen = request.form.getlist("release")[: MOST + 1]
    ours = {o for r in chosen if (o := _organisation(r)) is not None}
    if len(chosen) and (len(ours) != 1 or any(_organisation(r) is None for r in chosen)):
        abort(404)
    where = next(iter(ours)) if ours else reviewed_organisations()[0]
    return redirect(url_for("beside.page", organisation=where, release=chosen), 303)


@blueprint.get("/organisation/<organisation>/side-by-side")
def page(organisation: str) -> ResponseReturnValue:
    """Two to four (`?release=…&release=…`); else what to choose. `as=print`: numbers as they may be printed."""
    chosen, published = _chosen(organisation), for_print()
    try:
        found, status = beside([_told(r) for r in chosen]), 200
    except NotAlike:
        found, status = None, 400
    return render_template(
        "organisation/beside.html",
        sheet="office",
        over=found,
        tables=tables(found, context().words, published) if found else (),
        published=published,
        chosen=chosen,
        strip=_strip,
        label=_label,
        organisation=organisation,
    ), status


@blueprint.get("/organisation/<organisation>/side-by-side/<name>.csv")
def table(organisation: str, name: str) -> Response:
    """One of its tables, for a spreadsheet."""
    try:
        found = beside([_told(r) for r in _chosen(organisation)])
    except NotAlike:
        abort(400)
    return table_answer(tables(found, context().words, for_print()), name, "side-by-side")


def _chosen(organisation: str) -> list[str]:
    """Releases that the address names. One of somebody else is not there, and then nothing is."""
    chosen = list(dict.fromkeys(request.args.getlist("release")[: MOST + 1]))
    if any(_organisation(r) != organisation for r in chosen):
        abort(404)
    return chosen


def _organisation(release: str) -> str | None:
    """The reader's organisation that has it."""
    found = context().record.release(release) if ID.fullmatch(release) else None
    return found.organisation if found and found.organisation in reviewed_organisations() else None


def _told(release: str) -> ToldFigures:
    found = context().record.release(release)
    try:
        return told_figures(frozen(found, "json")) if found else abort(404)
    except KeyError:
        abort(404)
    except Damaged:
        abort(500)


def _label(kind: str) -> str:
    return say(f"common.labels.{kind}") if kind else ""


def _strip(over: Beside, card: ToldCard) -> Markup:
    drawn = strip_svg(
        over.stages,
        card.tallies,
        card.unsure,
        size="list",
        width=292,
        among=over.piles,
        label=card.kind,
        words=context().words,
    )
    return Markup(drawn)  # noqa: S704 - it escapes every word in it
