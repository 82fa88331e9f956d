"""Who has a session: whoever opened it gives it to colleagues of the same organisation, and takes it back."""

from __future__ import annotations

from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workshop.service.ports import SessionRecord
from workshop.service.trainers import give, take_back, trainers_of
from workshop.web.access import user_here
from workshop.web.here import context

blueprint = Blueprint("trainers", __name__)


@blueprint.get("/facilitate/<session>/trainers")
def trainers_page(session: str) -> str:
    """Accounts that have it, and what a link is good for."""
    return _page(_record(session))


@blueprint.post("/facilitate/<session>/trainers")
def add_trainer(session: str) -> ResponseReturnValue:
    """Give it to a colleague, by the address of an account."""
    record, email = _record(session), request.form.get("email", "")
    refused = give(context(), record, email)
    if refused is None:
        return redirect(url_for("trainers.trainers_page", session=session), 303)
    return make_response(_page(record, email, context().words.say(f"refused.{refused.why}")), 400)


@blueprint.post("/facilitate/<session>/trainers/<user>/remove")
def remove_trainer(session: str, user: str) -> ResponseReturnValue:
    """Take it back."""
    take_back(context(), _record(session), user)
    return redirect(url_for("trainers.trainers_page", session=session), 303)


def _page(record: SessionRecord, email: str = "", fault: str = "") -> str:
    return render_template(
        "facilitator/trainers.html",
        sheet="office",
        session=record,
        trainers=trainers_of(context(), record),
        owner=record.owner == user_here(),
        email=email,
        fault=fault,
    )


def _record(session: str) -> SessionRecord:
    record = context().record.session(session)
    return record if record is not None else abort(404)
