"""The organisation's desk: released reports, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import structlog
from flask import Blueprint, Response, abort, render_template
from flask.typing import ResponseReturnValue

from workshop.outputs.glance import glance
from workshop.service.ports import Release
from workshop.service.report import Damaged, frozen, offered
from workshop.web.access import memberships, reviewed_organisations
from workshop.web.downloads import file_answer
from workshop.web.here import house

room = Blueprint("organisation", __name__)
log = structlog.get_logger("organisation")


@dataclass(frozen=True)
class Shelf:
    """One organisation's released reports."""

    name: str
    releases: list[Release]


@room.get("/organisation")
def reports() -> str:
    """All released reports of the reader's organisations."""
    names = {m.organisation: m.organisation_name for m in memberships()}
    shelves = [Shelf(names[o], house().record.releases(o)) for o in reviewed_organisations()]
    return render_template("organisation/reports.html", sheet="office", shelves=sorted(shelves, key=lambda s: s.name))


@room.get("/organisation/reports/<release>")
def report_page(release: str) -> ResponseReturnValue:
    """One report: its downloads first, then one picture, with method and limits beside it."""
    found = _release(release)
    return render_template(
        "organisation/report.html",
        sheet="office",
        release=found,
        glance=glance(_bytes(found, "json")),
        files=offered(found),
        stem=stem(found),
    )


@room.get("/organisation/reports/<release>.<name>")
def report_file(release: str, name: str) -> Response:
    """The frozen bytes of one format."""
    found = _release(release)
    if name not in found.files:
        abort(404)
    return file_answer(name, _bytes(found, name), stem(found))


def stem(release: Release) -> str:
    """A plain name for a file on disk: letters, digits and hyphens, whatever the session was called."""
    plain = unicodedata.normalize("NFKD", release.title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return f"{words or 'workshop'}-{release.released_on}"


def _bytes(release: Release, name: str) -> bytes:
    """What was released; a file that was changed since is never handed out."""
    try:
        return frozen(release, name)
    except KeyError:
        abort(404)
    except Damaged:
        log.error("release_damaged", kind="Damaged", name=name)
        abort(500)


def _release(release: str) -> Release:
    found = house().record.release(release)
    return found if found is not None else abort(404)
