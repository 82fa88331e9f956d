"""A facilitator's pages: home, console, screen, links, report, release, forget. What comes before is in prepare.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workshop.activities.base import Refused
from workshop.service.desks import who_is
from workshop.service.document import NotReady
from workshop.service.forget import Filed, forget
from workshop.service.ports import SessionRecord
from workshop.service.report import CONFIRMED, briefs, for_release, formats, render
from workshop.service.retention import Left, left_of_session
from workshop.service.whereabouts import whereabouts
from workshop.service.wordings import LONGEST, LONGEST_TOLD
from workshop.web.access import user_here
from workshop.web.admission import facilitator_comes
from workshop.web.downloads import called, file_answer
from workshop.web.errors import no
from workshop.web.here import context
from workshop.web.links import links_of, way_in
from workshop.web.paging import page_of
from workshop.web.releasing import to_read

blueprint = Blueprint("facilitate", __name__)
MOST_LISTED = 50
"""Of running sessions and of drafts; ended ones come in pages."""


@blueprint.get("/facilitate")
def home() -> str:
    """Running, planned, ended; rehearse, set up, read a case study."""
    mine = partial(context().record.sessions_of, user_here() or "")
    running = [(s, whereabouts(context(), s.id)) for s in mine("running", 0, MOST_LISTED)]
    keepings = context().record.every_keeping()
    page = page_of(lambda start, limit: mine("ended", start, limit))
    until = {s.id: left_of_session(context(), s, keepings.get(s.organisation)) for s in page.items}
    return render_template(
        "facilitator/home.html",
        sheet="office",
        entry="home",
        running=running,
        drafts=mine("draft", 0, MOST_LISTED),
        page=page,
        cases=context().scenarios.list(),
        left_out=context().scenarios.left_out(),
        until=until,
        waits=_waits(page.items, until, bool(running)),
    )


def _waits(
    ended: list[SessionRecord], until: Mapping[str, Left | None], runs: bool
) -> tuple[SessionRecord, Left] | None:
    """Of those that wait for their release the first that lapses: where it is soon, or a running one stands above."""
    waiting = [(left, s) for s in ended if not s.rehearsal and (left := until[s.id])]
    left, first = min(waiting, key=lambda one: one[0].day, default=(None, None))
    return (first, left) if first and left and (left.soon or runs) else None


@blueprint.get("/facilitate/<session>")
def console(session: str) -> ResponseReturnValue:
    """The console of a running session; the report of an ended one; the choices of a draft."""
    record = context().record.session(session)
    if record is not None and record.state == "draft":
        return redirect(url_for("prepare.edit", session=session))
    record = _record(session)
    if record.state == "ended":
        return report_page(session)
    data = _desk(record) | {"links": links_of(record), "scenario": _cards(record)}
    return render_template("facilitator/console.html", sheet="console", entry="console", data=data, session=record)


@blueprint.get("/facilitate/<session>/care")
def care(session: str) -> ResponseReturnValue:
    """Welfare and questions, for a second trainer: it sees everything, and moves nothing."""
    record = _record(session)
    if record.state == "ended":
        return redirect(url_for("facilitate.console", session=session))
    return render_template("facilitator/care.html", sheet="console", entry="care", data=_desk(record), session=record)


def _desk(record: SessionRecord) -> dict[str, Any]:
    """What every desk carries. `own`: by an account, for a pass calls no links back. `you`: which desk it is."""
    you = who_is(context().secret, facilitator_comes(record.id) or "")
    return {"session": record.id, "insecure": _insecure(), "own": user_here() is not None, "you": you}


@blueprint.get("/facilitate/<session>/links")
def links(session: str) -> Response:
    """Where the screen, a second facilitator and the delegates find the session."""
    return jsonify(links_of(_record(session)))


@blueprint.post("/facilitate/<session>/links")
def new_links(session: str) -> Response:
    """Call back every link and pass that was given out: those who came by one are gone within two seconds."""
    fresh = replace(_record(session), links=context().new_id())
    context().record.new_links(session, fresh.links)
    return jsonify(ok=True, links=links_of(fresh))


@blueprint.post("/facilitate/<session>/address")
def choose_address(session: str) -> ResponseReturnValue:
    """Tell delegates another of this machine's addresses from now on, in every session that runs here."""
    record, body = _record(session), request.get_json(silent=True)
    wanted: Any = body.get("address") if isinstance(body, dict) else None
    if not isinstance(wanted, str) or not context().addresses.choose(wanted):
        return no(Refused("setup", "setup.address")), 400
    return jsonify(ok=True, links=links_of(record))


@blueprint.get("/screen/<session>/links")
def screen_links(session: str) -> Response:
    """Where delegates find the session now: the network may be another one than when the screen was opened."""
    return jsonify(way_in(_record(session), context().address))


@blueprint.get("/screen/<session>")
def screen(session: str) -> str:
    """The projector."""
    record = _record(session)
    data = {"session": session, "links": way_in(record, context().address)}
    return render_template("screen/screen.html", sheet="screen", theme="dark", entry="screen", data=data)


@blueprint.get("/facilitate/<session>/report")
def report_page(session: str) -> str:
    """What the session leaves behind: read, download, release, forget."""
    record = _record(session)
    ready, owner = record.state == "ended", record.owner == user_here()
    may = ready and owner and not record.release and for_release(context(), record)
    return render_template(
        "facilitator/report.html", sheet="office", entry="report", session=record, ready=ready,
        formats=called([*formats(), *briefs()]), owner=owner, leaving=to_read(session) if may else (), may=may,
        confirm=CONFIRMED, longest=LONGEST, longest_told=LONGEST_TOLD,
        asked=context().record.destruction(record.release) if record.release else None, data={"session": session},
        left=left_of_session(context(), record),
        correctable=owner and record.release and for_release(context(), record), corrected=_corrected(record),
    )  # fmt: skip


def _corrected(record: SessionRecord) -> str:
    """The day on which its released report was corrected last, or ""."""
    released = context().record.release(record.release) if record.release else None
    return released.before[-1].replaced_on if released and released.before else ""


@blueprint.get("/facilitate/<session>/report.<name>")
def report_file(session: str, name: str) -> Response:
    """One format of the report."""
    try:
        return file_answer(name, render(context(), session, name), f"workshop-{_record(session).held_on}")
    except (KeyError, NotReady):
        abort(404)


@blueprint.post("/facilitate/<session>/forget")
def forget_session(session: str) -> ResponseReturnValue:
    """Delete it everywhere; what was released is destroyed elsewhere (destroy.py)."""
    try:
        forget(context(), session)
    except Filed:
        return no(Refused("report", "report.filed")), 409
    return jsonify(ok=True, next=url_for("facilitate.home"))


def _record(session: str) -> SessionRecord:
    """A session that was opened: a draft has no room, no links and no report."""
    record = context().record.session(session)
    return record if record is not None and record.state != "draft" else abort(404)


def _insecure() -> bool:
    """Plain HTTP on a network: somebody on it could listen in, and the facilitator is told."""
    host = request.host.partition(":")[0]
    return not request.is_secure and host not in ("localhost", "127.0.0.1")


def _cards(record: SessionRecord) -> list[dict[str, str]]:
    """All cards of the case, for choosing which to place again. The facilitator's page only."""
    checkpoint = context().record.checkpoint(record.id)
    scenario = context().case_of(checkpoint.head) if checkpoint else abort(404)
    return [{"id": c.id, "text": c.text, "short": c.short_text} for c in scenario.cards]
