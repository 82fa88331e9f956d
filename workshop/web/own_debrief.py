"""The trainers' own debrief, after the end: what the room showed, and boxes of which nothing is ever sent."""

from __future__ import annotations

from flask import Blueprint, abort, render_template

from workshop.outputs.debrief import showed
from workshop.service.document import NotReady, anonymised
from workshop.web.here import context
from workshop.web.organisation import drawn

blueprint = Blueprint("own_debrief", __name__)


@blueprint.get("/facilitate/<session>/debrief")
def page(session: str) -> str:
    """To write on, to print, to close: what is written lies in one tab of one browser."""
    record = context().record.session(session)
    try:
        rows = showed(anonymised(context(), session), context().words)
    except (KeyError, NotReady):
        abort(404)
    about = {"sheet": "office", "entry": "own-debrief", "data": {"session": session}}
    return render_template("facilitator/debrief.html", session=record, rows=rows, drawn=drawn, **about)
