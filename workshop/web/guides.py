"""Help, and one page each to print: for everybody who takes part, and for whoever runs the room."""

from __future__ import annotations

from flask import Blueprint, render_template

from workshop.domain.scenario import AgendaTemplate
from workshop.service.setup import LEAST_K
from workshop.web.here import context

blueprint = Blueprint("guides", __name__)
HALF_DAY = "half"
"""The agenda that the page for facilitators draws, where there is one."""


@blueprint.get("/help")
def help_page() -> str:
    """Where everything is that helps."""
    return render_template("help.html", sheet="office")


@blueprint.get("/guide")
def delegates() -> str:
    """Taking part, on one page."""
    case = context().scenarios.list()[0]
    return render_template(
        "guides/delegates.html",
        sheet="guide",
        scale=case.scale,
        k=LEAST_K,
        address=context().address.split("://", 1)[-1],
        resources=case.resources,
    )


@blueprint.get("/guide/facilitators")
def facilitators() -> str:
    """Running a session, on one page."""
    return render_template("guides/facilitators.html", sheet="guide", agenda=_agenda())


def _agenda() -> AgendaTemplate:
    found = context().scenarios.list()[0].agendas
    return next((a for a in found if a.id == HALF_DAY), found[0])
