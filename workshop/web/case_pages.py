"""Case studies to read before one is chosen: what the room will meet, and what only the trainer sees."""

from __future__ import annotations

from flask import Blueprint, abort, render_template

from workshop.domain.scenario import Card, Scenario
from workshop.service.setup import gentlest
from workshop.web.here import context

blueprint = Blueprint("case_pages", __name__)


@blueprint.get("/facilitate/cases")
def shelf() -> str:
    """All of them."""
    known, left_out = context().scenarios.list(), context().scenarios.left_out()
    return render_template(
        "facilitator/cases.html", sheet="office", cases=known, gentle=gentlest(known), left_out=left_out
    )


@blueprint.get("/facilitate/cases/<case>")
def read(case: str) -> str:
    """One, whole, as it lies on the shelf now."""
    found = next((s for s in context().scenarios.list() if s.id == case), None)
    if found is None:
        abort(404)
    spans = {c.id: _span(found, c) for c in found.cards}
    return render_template("facilitator/case.html", sheet="office", case=found, spans=spans, shorts=_shorts(found))


def _span(case: Scenario, card: Card) -> list[str]:
    """The stages to talk within, by name: one where they are the same, none without a range."""
    stages = case.scale.span(card.notes.range) if card.notes.range else ()
    return list(dict.fromkeys(s.name for s in stages))


def _shorts(case: Scenario) -> dict[str, str]:
    return {c.id: c.short_text for c in case.cards}
