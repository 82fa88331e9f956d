"""For how long an organisation keeps things, on its page; and receipts of what was erased."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import structlog
from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workshop.domain.days import ANYWHERE, day_in
from workshop.domain.retention import BOUNDS, DEFAULTS, Keeping, Kind, between
from workshop.service.ports import Due, Receipt, Unavailable
from workshop.service.retention import left_of_due, soon_to_go
from workshop.web.access import memberships, user_here
from workshop.web.here import context
from workshop.web.paging import page_of
from workshop.web.words import say

blueprint = Blueprint("keeping", __name__)
log = structlog.get_logger("retention")
COUNTS = "office.receipts.text.counts"
NEWEST = 5
"""Receipts on the organisation's page; all of them have their own."""


@dataclass(frozen=True)
class Kept:
    """What the organisation's page says about one organisation."""

    organisation: str
    keeping: Keeping
    may: bool
    """Whether the reader may choose."""
    soon: list[tuple[Due, str]]
    """Reports that go before long, and on which day."""
    receipts: list[Receipt]


def kept_by(organisation: str) -> Kept:
    """For the page of an account that reads its reports."""
    record = context().record
    soon = [(due, left_of_due(due, context().now()).day) for due in soon_to_go(context(), organisation)]
    receipts = record.receipts(organisation, 0, NEWEST)
    return Kept(organisation, record.keeping(organisation), may_choose(organisation), soon, receipts)


def may_choose(organisation: str) -> bool:
    """An admin of it."""
    return any(m.organisation == organisation and "admin" in m.roles for m in memberships())


def periods(keeping: Keeping) -> list[str]:
    """In sentences: what holds, or will hold for what is new today."""
    return [say(f"office.keeping.{kind}", n=keeping.of(kind).then) for kind in DEFAULTS]


def periods_here() -> list[str]:
    """The same over all organisations of this installation, without their names; not while the record is away."""
    try:
        found = list(context().record.every_keeping().values()) or [Keeping()]
    except Unavailable:
        return []
    return [_between(kind, *between(found, kind)) for kind in DEFAULTS]


def _between(kind: Kind, least: int, most: int) -> str:
    one = f"office.keeping.{kind}"
    return say(one, n=most) if least == most else say(f"{one}_between", least=least, n=most)


@blueprint.post("/organisation/<organisation>/keeping")
def choose(organisation: str) -> ResponseReturnValue:
    """Choose both periods."""
    before, today = context().record.keeping(organisation), day_in(ANYWHERE, context().now())
    made = before
    try:
        for kind in DEFAULTS:
            made = made.changed(kind, _number(request.form.get(kind, "")), today)
    except ValueError:
        return redirect(url_for("organisation.reports", chose=organisation), 303)
    if made != before:
        context().record.choose_keeping(organisation, made)
        log.info("periods_chosen", name=organisation, account=user_here())
    return redirect(url_for("organisation.reports", _anchor=f"keeping-{organisation}"), 303)


def refused() -> str:
    """Why what was chosen was not: the page is shown again with `?chose=`."""
    (days_least, days_most), (least, most) = BOUNDS["unreleased"], BOUNDS["released"]
    words = {"days_least": days_least, "days_most": days_most, "least": least, "most": most}
    return say("office.keeping.refused", **words) if request.args.get("chose") else ""


def _number(given: str) -> int:
    """Raises ValueError."""
    if not (given.isascii() and given.isdigit() and len(given) < 5):
        raise ValueError("no number")
    return int(given)


@blueprint.get("/organisation/<organisation>/receipts")
def receipts(organisation: str) -> str:
    """All receipts of an organisation."""
    name = next(m.organisation_name for m in memberships() if m.organisation == organisation)
    page = page_of(partial(context().record.receipts, organisation))
    return render_template("organisation/receipts.html", sheet="office", name=name, page=page)


@blueprint.get("/organisation/receipts/<receipt>.txt")
def receipt_file(receipt: str) -> Response:
    """One receipt, to keep."""
    found = context().record.receipt(receipt)
    if found is None:
        abort(404)
    text = "".join(f"{line}\r\n" for line in _lines(found))
    answer = Response(text.encode(), content_type="text/plain; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="receipt-{found.erased_on}-{found.id[:6]}.txt"'
    return answer


def _lines(receipt: Receipt) -> Iterator[str]:
    words = context().words
    told = partial(words.say, "office.receipts.text.line")
    yield words.say("office.receipts.text.head", receipt=receipt.id, product=words.say("common.page.product"))
    yield told(what=words.say("office.receipts.case"), said=receipt.scenario_title)
    yield told(what=words.say("office.receipts.held"), said=words.day(receipt.held_on))
    yield told(what=words.say("office.receipts.went"), said=words.day(receipt.erased_on))
    yield told(what=words.say("office.receipts.rule"), said=words.say(f"office.receipts.rules.{receipt.rule}"))
    for kind, n in receipt.counts.items():
        what = words.say(f"{COUNTS}.{kind}")
        yield told(what=what, said=words.say("office.receipts.text.few") if n is None else words.number(n))
    for name, digest in receipt.digests.items():
        yield told(what=words.say("office.receipts.text.digest", name=name), said=digest)
