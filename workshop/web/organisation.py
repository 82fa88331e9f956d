"""The organisation's desk: released reports, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import partial

import structlog
from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from workshop.domain.days import ANYWHERE, day_in
from workshop.domain.retention import BOUNDS
from workshop.outputs.glance import glance
from workshop.outputs.pooled import PooledCard, PooledCase, picture
from workshop.service.pool import CannotPool, figures, give_out
from workshop.service.ports import Release
from workshop.service.report import DATA, Damaged, brief_of, briefs, formats, frozen, offered
from workshop.service.retention import left_of_release
from workshop.web.access import memberships, reviewed_organisations
from workshop.web.downloads import called, file_answer
from workshop.web.here import context
from workshop.web.keeping import Kept, kept_by
from workshop.web.keeping import refused as refused_period
from workshop.web.organisation_rules import ID
from workshop.web.paging import Page, page_of
from workshop.web.words import say

blueprint = Blueprint("organisation", __name__)
log = structlog.get_logger("organisation")
MOST_CHOSEN = 200


@dataclass(frozen=True)
class Shelf:
    """One organisation's released reports, a page of them."""

    name: str
    page: Page[Release]
    kept: Kept

    @property
    def releases(self) -> list[Release]:
        """Those of this page."""
        return self.page.items


@blueprint.get("/organisation")
def reports() -> str:
    """All released reports of the reader's organisations."""
    return _listed(refused_period())


def _listed(refused: str = "") -> str:
    names = {m.organisation: m.organisation_name for m in memberships()}
    releases = context().record.releases
    shelves = [Shelf(names[o], page_of(partial(releases, o)), kept_by(o)) for o in reviewed_organisations()]
    in_order = sorted(shelves, key=lambda s: s.name)
    return render_template(
        "organisation/reports.html",
        sheet="office",
        shelves=in_order,
        refused=refused,
        bounds=BOUNDS,
        today=lambda: day_in(ANYWHERE, context().now()),
    )


@blueprint.get("/organisation/reports/<release>")
def report_page(release: str) -> ResponseReturnValue:
    """One report: its downloads first, then one picture, with method and limits beside it."""
    found = _release(release)
    session = context().record.session(found.session)
    return render_template(
        "organisation/report.html",
        sheet="office",
        rehearsal=bool(session and session.rehearsal),
        asked=context().record.destruction(release),
        left=left_of_release(context(), found),
        release=found,
        glance=glance(_bytes(found, "json"), context().words),
        files=called(offered(found)),
        briefs=called(briefs()),
        stem=stem(found),
        drawn=drawn,
        before=_before(found),
    )


def _before(release: Release) -> list[tuple[str, list[tuple[str, str]]]]:
    """(day, (format, hash)) of what it was before each correction, the latest first."""
    known = [(one, called([name for name in formats() if name in one.digests])) for one in reversed(release.before)]
    return [(one.replaced_on, [(title, one.digests[name]) for name, title, _ in named]) for one, named in known]


@blueprint.get("/organisation/reports/<release>.<name>")
def report_file(release: str, name: str) -> Response:
    """The frozen bytes of one format."""
    found = _release(release)
    if name not in found.files:
        abort(404)
    return file_answer(name, _bytes(found, name), stem(found))


@blueprint.get("/organisation/reports/<release>.brief.<kind>")
def brief_file(release: str, kind: str) -> Response:
    """The brief, of the frozen data."""
    found, name = _release(release), f"brief.{kind}"
    if name not in briefs() or DATA not in found.files:
        abort(404)
    return file_answer(name, brief_of(context(), _bytes(found, DATA), name), stem(found))


def stem(release: Release) -> str:
    """A plain name for a file on disk: letters, digits and hyphens, whatever the session was called."""
    plain = unicodedata.normalize("NFKD", release.title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return f"{words or 'workshop'}-{release.released_on}"


def _bytes(release: Release, name: str) -> bytes:
    """What was released; a file that was changed since is never handed out."""
    try:
        return frozen(release, name)
    except KeyError:
        abort(404)
    except Damaged:
        log.error("release_damaged", kind="Damaged", name=name)
        abort(500)


def _release(release: str) -> Release:
    found = context().record.release(release)
    return found if found is not None else abort(404)


# ---------------------------------------------------------------- several sessions


@blueprint.post("/organisation/pools")
def make_pool() -> ResponseReturnValue:
    """Figures over the chosen reports, all of one organisation; or the list again, with why not."""
    chosen = [_reviewed(release) for release in request.form.getlist("release")[:MOST_CHOSEN]]
    if len({r.organisation for r in chosen}) > 1:
        return _listed(say("office.reports.choose_one")), 400
    if not chosen:
        return _listed(say("office.reports.choose_two")), 400
    try:
        pool = give_out(context(), chosen[0].organisation, [r.id for r in chosen])
    except CannotPool as refused:
        return _listed(say(refused.no.why, **refused.no.values)), 400
    return redirect(url_for("organisation.pool_page", pool=pool), 303)


@blueprint.get("/organisation/pools/<pool>")
def pool_page(pool: str) -> ResponseReturnValue:
    """What a pool says; gone when a report in it has been forgotten."""
    kept = context().record.pool(pool)
    try:
        found = figures(context(), kept) if kept else abort(404)
    except KeyError:
        abort(404)
    return render_template(
        "organisation/pool.html", sheet="office", pool=found, picture=_pooled_picture, label=_label, k=kept.pool.k
    )


def drawn(svg: str) -> Markup:
    """A drawing of drawing/strip_svg.py: it escapes every word in it, so it goes into the page as it is."""
    return Markup(svg)  # noqa: S704 - the only markup that is not a template's


def _label(kind: str) -> str:
    """What a kind of agreement is called; "" when there is none."""
    return say(f"common.labels.{kind}") if kind else ""


def _pooled_picture(case: PooledCase, card: PooledCard) -> Markup:
    return drawn(picture(case, card, context().words))


def _reviewed(release: str) -> Release:
    """One of the reader's own; anybody else's is not there."""
    found = context().record.release(release) if ID.fullmatch(release) else None
    return found if found and found.organisation in reviewed_organisations() else abort(404)
