"""The correction of a released report: the page of a release over the texts that left, and what takes its place."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workshop.activities.base import Refused
from workshop.domain.texts import TextRefused
from workshop.service.correct import (
    FiguresChange,
    NotReleased,
    Superseded,
    Unchanged,
    correct,
    correcting,
)
from workshop.service.document import NotReady
from workshop.service.overview import refresh
from workshop.service.report import CONFIRMED, Damaged, Rehearsed, Unconfirmed, Unread
from workshop.service.wordings import LONGEST, LONGEST_TOLD, Unworded
from workshop.web.access import user_here
from workshop.web.errors import no
from workshop.web.here import context
from workshop.web.releasing import answered, to_read

blueprint = Blueprint("correcting", __name__)
WHY: dict[type[Exception], Refused] = {
    Superseded: Refused("report", "report.superseded"),
    Unchanged: Refused("report", "report.unchanged"),
    FiguresChange: Refused("report", "report.figures"),
    Rehearsed: Refused("report", "report.rehearsal"),
    Unconfirmed: Refused("report", "report.unconfirmed"),
    Unread: Refused("report", "report.unread"),
    Unworded: Refused("report", "report.unworded"),
    NotReady: Refused("report", "report.not_ended"),
    NotReleased: Refused("report", "report.superseded"),
    Damaged: Refused("report", "report.figures"),
    KeyError: Refused("report", "report.superseded"),
}


@blueprint.get("/facilitate/<session>/correct")
def page(session: str) -> ResponseReturnValue:
    """Every text that left, to keep, strike or reword again; without a released report there is none."""
    record = context().record.session(session)
    try:
        found = correcting(context(), session)
    except NotReleased:
        return redirect(url_for("facilitate.console", session=session))
    except (KeyError, Rehearsed, Damaged):
        abort(404)
    return render_template(
        "facilitator/correct.html", sheet="office", entry="report", session=record, correcting=found, told=found.told,
        leaving=to_read(session), confirm=CONFIRMED, longest=LONGEST, longest_told=LONGEST_TOLD,
        data={"session": session, "of": found.of},
    )  # fmt: skip


@blueprint.post("/facilitate/<session>/correct")
def correct_report(session: str) -> ResponseReturnValue:
    """Put the corrected report in the place of the one that it was made from."""
    body: Any = request.get_json(silent=True)
    of = body.get("of") if isinstance(body, dict) else None
    if not isinstance(of, str):
        return no(Refused("report", "report.superseded")), 400  # it does not say which report it is a correction of
    try:
        said = answered(body)
        account = user_here() or ""
        made = correct(context(), session, of, said.keep, said.strike, said.own, said.confirmed, account)
        refresh(context(), made)
    except TextRefused as refused:
        return no(Refused("report", refused.why, refused.values)), 409
    except tuple(WHY) as refused:
        return no(WHY[type(refused)]), 409
    return jsonify(ok=True, next=url_for("facilitate.report_page", session=session))
