"""“What we hold about you”: the page on a delegate's phone that shows what the server has of it, right now."""

from __future__ import annotations

from flask import Blueprint, abort, render_template

from workshop.service.my_data import my_data, seen_by
from workshop.service.ports import UnknownSession
from workshop.service.sizes import filler
from workshop.web.cookies import seat_here
from workshop.web.here import context
from workshop.web.keeping import periods

blueprint = Blueprint("my_data", __name__)
KEPT = ("phone", "server", "record", "logs")
"""Where something is kept, or is not."""
SAYS = ("where", "what", "until")
PAGE = 32 * 1024
"""Bytes of the page, whatever it shows; twice that when it is more, and so on."""


@blueprint.get("/held")
def my_data_page() -> str:
    """For the seat that asks, and nobody else: the token comes in the phone's own cookie. Works without JavaScript."""
    seat = seat_here()
    if seat is None:
        abort(404)
    try:
        sections, over = my_data(context(), *seat), False
    except UnknownSession:
        sections, over = [], True
    words = context().words
    page = render_template(
        "delegate/my_data.html",
        sheet="office",
        sections=sections,
        over=over or not sections,
        room=seen_by("room", words),
        facilitator=seen_by("facilitator", words),
        organisation=words.all("office.held.organisation"),
        periods=periods(context().record.keeping_of(seat[0])),
        kept=[tuple(words.say(f"office.held.kept.{place}.{of}") for of in SAYS) for place in KEPT],
    )
    return f"{page}<!-- {filler(len(page.encode()) + len('<!--  -->'), PAGE)} -->"
