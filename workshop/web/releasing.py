"""The release of a report: each text that would leave is answered, seen as it would leave, and then it is frozen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, abort, jsonify, request
from flask.typing import ResponseReturnValue

from workshop.activities.base import Refused
from workshop.domain.language import Found, first
from workshop.domain.texts import TextRefused, safe
from workshop.outputs.formats.pointed import in_parts
from workshop.outputs.leaving import Leaving
from workshop.outputs.model_front import TOLD_BY
from workshop.service.cautions import cautions, names_in, pieces
from workshop.service.document import NotReady, preview, texts
from workshop.service.overview import refresh
from workshop.service.report import Rehearsed, Unconfirmed, Unread, release
from workshop.service.wordings import Unworded, Wordings, wordings
from workshop.web.downloads import file_answer
from workshop.web.errors import no, refusal
from workshop.web.gentler import prompts
from workshop.web.here import context

blueprint = Blueprint("releasing", __name__)


@dataclass(frozen=True)
class ToRead:
    """One text, what in it may point at somebody real, and words of it that could be others.

    `pieces`: its words in order; and of each stretch, whether `looks` is about it.
    """

    text: Leaving
    looks: tuple[str, ...]
    pieces: tuple[tuple[str, bool], ...]
    gentler: Found | None


@dataclass(frozen=True)
class Answered:
    """What a browser sends. What is no answer at all is left out."""

    keep: tuple[str, ...]
    strike: tuple[str, ...]
    own: Wordings
    confirmed: frozenset[str]
    at: str


def to_read(session: str) -> list[ToRead]:
    """Every text that would leave; those to be looked at first."""
    checkpoint = context().record.checkpoint(session)
    names = names_in(context().case_of(checkpoint.head)) if checkpoint else ()
    ways = prompts(context().words)
    found = [_one_to_read(text, names, first(ways, text.text)) for text in texts(context(), session)]
    return sorted(found, key=lambda one: not one.looks)


def _one_to_read(text: Leaving, names: tuple[str, ...], gentler: Found | None) -> ToRead:
    shown = safe(text.text)
    found = cautions(shown, names)
    return ToRead(text, tuple(found), pieces(shown, (span for of in found.values() for span in of)), gentler)


@blueprint.post("/facilitate/<session>/release")
def release_report(session: str) -> ResponseReturnValue:
    """Hand the frozen report to the organisation, as the answers say. Each text has to have one."""
    try:
        said = answered(request.get_json(silent=True))
        made = release(context(), session, said.keep, said.strike, said.own, said.confirmed)
        refresh(context(), made)
    except TextRefused as refused:
        return no(Refused("report", refused.why, refused.values)), 409
    except Rehearsed:
        return no(Refused("report", "report.rehearsal")), 409
    except Unconfirmed:
        return no(Refused("report", "report.unconfirmed")), 409
    except Unread:
        return no(Refused("report", "report.unread")), 409
    except Unworded:
        return no(Refused("report", "report.unworded")), 409
    except NotReady:
        return no(Refused("report", "report.not_ended")), 409
    except (KeyError, ValueError):
        return no(Refused("report", "report.away")), 409
    return jsonify(ok=True, release=made.id, digests=dict(made.digests))


@blueprint.post("/facilitate/<session>/release/preview")
def preview_report(session: str) -> Response:
    """The page as it would leave with the answers so far; with `parts`, to be copied in parts. Keeps nothing."""
    try:
        said = answered(_read(request.form.get("said", "")))
        page = preview(context(), session, said.strike, said.own, said.at)
        return file_answer("html", in_parts(page) if "parts" in request.form else page, "preview")
    except TextRefused as refused:
        return refusal(409, Refused("report", refused.why, refused.values))
    except (KeyError, NotReady):
        abort(404)


def _read(given: str) -> Any:
    try:
        return json.loads(given)
    except (ValueError, RecursionError):
        return None


def answered(body: Any) -> Answered:
    """Of what a browser sends. Raises TextRefused."""
    found: dict[str, Any] = body if isinstance(body, dict) else {}
    reword = found.get("reword")
    pairs: dict[Any, Any] = reword if isinstance(reword, dict) else {}
    texts_ = {key: text for key, text in pairs.items() if isinstance(text, str)}
    told = {name: text for name in TOLD_BY if isinstance(text := found.get(name), str)}
    keep, strike, confirmed = (_keys(found.get(name)) for name in ("keep", "strike", "confirmed"))
    at = found.get("at")
    return Answered(keep, strike, wordings(texts_, told), frozenset(confirmed), at if isinstance(at, str) else "")


def _keys(given: Any) -> tuple[str, ...]:
    """Texts that were answered so, by their keys."""
    return tuple(key for key in given if isinstance(key, str)) if isinstance(given, list) else ()
