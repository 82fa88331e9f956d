"""A facilitator's pages before a session: set it up, keep it for later, change it, open it, call it something else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, abort, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workshop.activities.base import Refused
from workshop.domain.days import zones
from workshop.domain.scenario import Scenario
from workshop.domain.texts import TextRefused
from workshop.service.adjust import adjust, rename
from workshop.service.drafts import change_draft, draft, keep_draft, on_the_shelf, open_draft
from workshop.service.ports import Member, SessionRecord
from workshop.service.sessions import ensure_live, open_new
from workshop.service.setup import CannotCreate, Setup, gentlest
from workshop.web.access import facilitator_here, organisation_of_facilitator
from workshop.web.errors import no
from workshop.web.here import context
from workshop.web.setup_form import choice, chosen, form_of, said_before, setup_of

blueprint = Blueprint("prepare", __name__)


@blueprint.get("/facilitate/new")
def new() -> str:
    """Choices with defaults made, then go."""
    known = context().scenarios.list()
    first = next((s.id for s in known if s.id == request.args.get("case")), None)
    gentle = gentlest(known)
    return _page(known, {"first": first or (gentle.id if gentle else ""), "state": "new"})


@blueprint.get("/facilitate/<session>/setup")
def edit(session: str) -> str:
    """The same page for a draft, or for a session that runs."""
    record = _record(session)
    checkpoint = context().record.checkpoint(session)
    if record.state == "ended" or checkpoint is None:
        abort(404)
    head = checkpoint.head if record.state == "draft" else ensure_live(context(), session, fresh=True)
    own = context().case_of(head)
    known = [own if s.id == own.id else s for s in context().scenarios.list()]
    known = known if own in known else [own, *known]
    about = {"first": own.id, "state": record.state, "session": session, "begun": bool(head.placings)}
    return _page(known, {**about, "chosen": chosen(record, head, own)})


def _page(known: list[Scenario], data: dict[str, Any]) -> str:
    return render_template(
        "facilitator/setup.html",
        sheet="office",
        entry="setup",
        left_out=context().scenarios.left_out(),
        data={"scenarios": [choice(s) for s in known], "zones": zones(), "zone": context().settings.zone, **data},
    )


@blueprint.post("/facilitate/sessions")
def create() -> ResponseReturnValue:
    """A new session, with its lobby open."""

    def made() -> Response:
        form, member = form_of(_body()), _member()
        before = said_before(form)
        return _console(open_new(context(), member.user, member.organisation, form.setup, before, form.rehearsal))

    return _or_no(made)


@blueprint.post("/facilitate/drafts")
def keep() -> ResponseReturnValue:
    """A new session, kept for later."""

    def made() -> Response:
        form, member = form_of(_body()), _member()
        session = keep_draft(context(), member.user, member.organisation, form.setup, form.day)
        return jsonify(ok=True, session=session, next=url_for("facilitate.home"))

    return _or_no(made)


@blueprint.post("/facilitate/<session>/setup")
def change(session: str) -> ResponseReturnValue:
    """Other choices: all of them for a draft, for a session that runs what it still can take."""
    record = _record(session)

    def made() -> Response:
        form = form_of(_body())
        if record.state == "draft":
            change_draft(context(), session, form.setup, form.day)
            return jsonify(ok=True, session=session, next=url_for("facilitate.home"))
        adjust(context(), session, form.setup, form.placed_before)
        return _console(session)

    return _or_no(made)


@blueprint.post("/facilitate/<session>/open")
def open_(session: str) -> ResponseReturnValue:
    """Open the lobby of a draft."""

    def made() -> Response:
        before = _body().get("placed_before")
        if not isinstance(before, bool):
            raise CannotCreate("setup.say_before")
        open_draft(context(), session, before)
        return _console(session)

    return _or_no(made)


@blueprint.post("/facilitate/<session>/title")
def call(session: str) -> ResponseReturnValue:
    """Call a session something else."""

    def made() -> Response:
        title = _body().get("title")
        if not isinstance(title, str):
            raise CannotCreate("setup.choose")
        rename(context(), session, title)
        return jsonify(ok=True, title=_record(session).title)

    return _or_no(made)


@blueprint.post("/facilitate/rehearse")
def rehearse() -> ResponseReturnValue:
    """A session with simulated delegates in it: of what was chosen, of a draft (`{of}`), or of the gentlest case."""

    def made() -> Response:
        setup, member = _rehearsed(_body()), _member()
        scenario, _ = on_the_shelf(context(), setup.scenario)
        named = replace(setup, k=5, title=context().words.say("office.rehearsal", title=scenario.title))
        session = open_new(context(), member.user, member.organisation, named, placed_before=False, rehearsal=True)
        if fill := context().rehearse:
            fill(context().live.head(session).code, scenario)
        return _console(session)

    return _or_no(made)


def _rehearsed(body: dict[str, Any]) -> Setup:
    """What is to be rehearsed. Raises CannotCreate, TextRefused."""
    if isinstance(of := body.get("of"), str):
        head = draft(context(), of)[1] if facilitator_here(of) else abort(404)
        return setup_of(head, context().case_of(head))
    known = context().scenarios.list()
    wanted = gentlest(known) if "scenario" not in body else next((s for s in known if s.id == body["scenario"]), None)
    if wanted is None:
        raise CannotCreate("setup.no_case")
    return form_of({"agenda": wanted.agendas[0].id, **body, "scenario": wanted.id}).setup


def _or_no(made: Callable[[], Response]) -> ResponseReturnValue:
    """What was asked for; or a sentence that says why not."""
    try:
        return made()
    except (CannotCreate, TextRefused) as fault:
        return no(Refused("setup", fault.why, fault.values)), 400


def _console(session: str) -> Response:
    return jsonify(ok=True, session=session, next=url_for("facilitate.console", session=session))


def _body() -> dict[str, Any]:
    body: Any = request.get_json(silent=True)
    return body if isinstance(body, dict) else {}


def _member() -> Member:
    member = organisation_of_facilitator()
    if member is None:
        raise CannotCreate("setup.choose")
    return member


def _record(session: str) -> SessionRecord:
    record = context().record.session(session)
    return record if record is not None else abort(404)
