"""Pages that anybody may read, and the two questions that machines ask."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from workshop.domain.sourced import NATIONS
from workshop.domain.texts import tidy
from workshop.service.ports import Unavailable
from workshop.web.here import context
from workshop.web.keeping import periods_here

blueprint = Blueprint("pages", __name__)
NOTICE = ("organisation", "contact", "purposes", "basis", "rights", "periods")
"""What a privacy notice says (UK GDPR, Article 13), in its order: the settings `privacy_…`, and words when unset."""


@blueprint.get("/privacy")
def privacy() -> str:
    """The privacy notice: who is responsible, in the organisation's words; then what is kept and what is not."""
    notice = [(what, tidy(getattr(context().settings, f"privacy_{what}") or "")) for what in NOTICE]
    return render_template("privacy.html", sheet="office", notice=notice, periods=periods_here())


@blueprint.get("/support")
def support() -> str:
    """Where support is: what is for everybody, then nation by nation."""
    found = context().scenarios.list()[0].resources
    everybody = ("", [r for r in found if not r.nations])
    resources = [everybody, *((n, [r for r in found if n in r.nations]) for n in NATIONS)]
    return render_template("support.html", sheet="office", resources=[r for r in resources if r[1]])


@blueprint.get("/favicon.ico")
def favicon() -> ResponseReturnValue:
    """For browsers that ask for it all the same."""
    return redirect(url_for("assets.file", path="mark.svg"))


@blueprint.get("/healthz")
def healthz() -> Response:
    """The process answers."""
    return jsonify(ok=True)


@blueprint.get("/readyz")
def readyz() -> ResponseReturnValue:
    """The live store and the record answer too."""
    try:
        context().live.ping()
        context().record.ping()
    except Unavailable:
        current_app.logger.warning("not ready")
        return jsonify(ok=False), 503
    return jsonify(ok=True)
