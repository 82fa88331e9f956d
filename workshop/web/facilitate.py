"""A facilitator's pages: home, set-up, console, screen, links, report, release, forget."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, abort, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workshop.activities.base import Refused
from workshop.domain.scenario import Scenario, StepTemplate
from workshop.domain.texts import TextRefused, clean_or_empty
from workshop.service.desks import who_is
from workshop.service.forget import Filed, forget
from workshop.service.ports import SessionRecord
from workshop.service.report import NotReady, Rehearsed, Unread, formats, release, render, texts
from workshop.service.sessions import LONGEST_TITLE, CannotCreate, create_session
from workshop.web.access import organisation_of_facilitator, user_here
from workshop.web.admission import facilitator_comes
from workshop.web.downloads import called, file_answer
from workshop.web.errors import no
from workshop.web.here import context
from workshop.web.links import links_of, way_in
from workshop.web.paging import page_of

blueprint = Blueprint("facilitate", __name__)
REHEARSED = "group-chat"
"""What is rehearsed when nothing is chosen."""


@blueprint.get("/facilitate")
def home() -> str:
    """Rehearse, set up, or go back to a session."""
    page = page_of(lambda start, limit: context().record.sessions_of(user_here() or "", start, limit))
    left_out = context().scenarios.left_out()
    return render_template("facilitator/home.html", sheet="office", entry="home", page=page, left_out=left_out)


@blueprint.get("/facilitate/new")
def new() -> str:
    """Three choices, then go."""
    scenarios = context().scenarios.list()
    return render_template(
        "facilitator/setup.html",
        sheet="office",
        entry="setup",
        scenarios=scenarios,
        left_out=context().scenarios.left_out(),
        data={"scenarios": [_choice(s) for s in scenarios]},
    )


@blueprint.post("/facilitate/sessions")
def create() -> ResponseReturnValue:
    """A new session."""
    body: Any = request.get_json(silent=True)
    made = _made(body if isinstance(body, dict) else {})
    return _opened(made) if isinstance(made, str) else made


@blueprint.post("/facilitate/rehearse")
def rehearse() -> ResponseReturnValue:
    """A new session with simulated delegates in it: of the case study and agenda that are named, if they are."""
    chosen: Any = request.get_json(silent=True)
    chosen = chosen if isinstance(chosen, dict) else {}
    known = context().scenarios.list()
    wanted = next((s for s in known if s.id == chosen.get("scenario", REHEARSED)), None if chosen else known[0])
    if wanted is None:
        return no(Refused("setup", "setup.no_case")), 400
    agenda = chosen.get("agenda", wanted.agendas[0].id)
    title = context().words.say("office.rehearsal", title=wanted.title)
    made = _made(
        {"scenario": wanted.id, "agenda": agenda, "k": 5, "title": title, "placed_before": False, "rehearsal": True}
    )
    if not isinstance(made, str):
        return made
    if fill := context().rehearse:
        fill(context().live.head(made).code, wanted)
    return _opened(made)


def _opened(session: str) -> Response:
    return jsonify(ok=True, session=session, next=url_for("facilitate.console", session=session))


def _made(body: dict[str, Any]) -> str | tuple[Response, int]:
    """The id of a new session; or the answer that says why there is none."""
    member = organisation_of_facilitator()
    texts = {n: body.get(n, "") for n in ("scenario", "agenda", "title")}
    k = body.get("k", 5)
    if member is None or not all(isinstance(t, str) for t in texts.values()) or type(k) is not int:
        return no(Refused("setup", "setup.choose")), 400
    before, rehearsal = body.get("placed_before"), body.get("rehearsal", False)
    if not isinstance(before, bool) or not isinstance(rehearsal, bool):
        return no(Refused("setup", "setup.say_before")), 400
    chosen = (texts["scenario"], texts["agenda"], k)
    try:
        title = clean_or_empty(texts["title"], LONGEST_TITLE)
        return create_session(context(), member.user, member.organisation, *chosen, title, before, rehearsal)
    except (CannotCreate, TextRefused) as fault:
        return no(Refused("setup", fault.why, fault.values)), 400


@blueprint.get("/facilitate/<session>")
def console(session: str) -> ResponseReturnValue:
    """The console of a running session; the report of an ended one."""
    record = _record(session)
    if record.state == "ended":
        return report_page(session)
    data = {
        "session": session,
        "links": links_of(record),
        "insecure": _insecure(),
        "scenario": _cards(record),
        "own": user_here() is not None,  # whether by an account: a pass cannot call links back
        "you": who_is(context().secret, facilitator_comes(session) or ""),  # which of the desks this one is
    }
    return render_template("facilitator/console.html", sheet="console", entry="console", data=data, session=record)


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
    to_read = ready and owner and not record.release and not record.rehearsal
    return render_template(
        "facilitator/report.html", sheet="office", entry="report", session=record, ready=ready,
        formats=called(formats()), owner=owner, leaving=texts(context(), session) if to_read else (),
        asked=context().record.destruction(record.release) if record.release else None, data={"session": session},
    )  # fmt: skip


@blueprint.get("/facilitate/<session>/report.<name>")
def report_file(session: str, name: str) -> Response:
    """One format of the report."""
    try:
        return file_answer(name, render(context(), session, name), f"workshop-{_record(session).held_on}")
    except (KeyError, NotReady):
        abort(404)


@blueprint.post("/facilitate/<session>/release")
def release_report(session: str) -> ResponseReturnValue:
    """Hand the frozen report to the organisation, without the texts that were struck. Each has to be answered."""
    body: Any = request.get_json(silent=True)
    keep, strike = (_keys(body, name) for name in ("keep", "strike"))
    try:
        made = release(context(), session, keep, strike)
    except Rehearsed:
        return no(Refused("report", "report.rehearsal")), 409
    except Unread:
        return no(Refused("report", "report.unread")), 409
    except NotReady:
        return no(Refused("report", "report.not_ended")), 409
    except (KeyError, ValueError):
        return no(Refused("report", "report.away")), 409
    return jsonify(ok=True, release=made.id, digests=dict(made.digests))


@blueprint.post("/facilitate/<session>/forget")
def forget_session(session: str) -> ResponseReturnValue:
    """Delete it everywhere; what was released is destroyed elsewhere (destroy.py)."""
    try:
        forget(context(), session)
    except Filed:
        return no(Refused("report", "report.filed")), 409
    return jsonify(ok=True, next=url_for("facilitate.home"))


def _keys(body: Any, name: str) -> list[str]:
    """Texts that were answered so, by their keys."""
    given = body.get(name, []) if isinstance(body, dict) else []
    return [key for key in given if isinstance(key, str)] if isinstance(given, list) else []


def _record(session: str) -> SessionRecord:
    record = context().record.session(session)
    return record if record is not None else abort(404)


def _insecure() -> bool:
    """Plain HTTP on a network: somebody on it could listen in, and the facilitator is told."""
    host = request.host.partition(":")[0]
    return not request.is_secure and host not in ("localhost", "127.0.0.1")


def _choice(scenario: Scenario) -> dict[str, Any]:
    return {
        "id": scenario.id,
        "title": scenario.title,
        "opening": scenario.opening,
        "content_note": scenario.content_note,
        "reviewed": bool(scenario.reviewed_by),
        "stages": len(scenario.scale.stages),
        "agendas": [
            {"id": a.id, "title": a.title, "minutes": a.minutes, "steps": [_step(s) for s in a.steps]}
            for a in scenario.agendas
        ],
    }


def _step(step: StepTemplate) -> dict[str, Any]:
    return {"activity": step.activity, "title": step.title, "minutes": step.minutes}


def _cards(record: SessionRecord) -> list[dict[str, str]]:
    """All cards of the case, for choosing which to place again. The facilitator's page only."""
    scenario = context().case_of(record.id)
    return [{"id": c.id, "text": c.text, "short": c.short_text} for c in scenario.cards]
