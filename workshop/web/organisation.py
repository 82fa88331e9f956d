"""The organisation's desk: released reports, and nothing else."""

from __future__ import annotations

from flask import Blueprint, Response, abort, render_template
from flask.typing import ResponseReturnValue

from workshop.service.ports import Release
from workshop.service.report import formats
from workshop.web.access import reviewed_organisations
from workshop.web.downloads import file_answer
from workshop.web.here import house

room = Blueprint("organisation", __name__)


@room.get("/organisation")
def reports() -> str:
    """All released reports of the reader's organisations."""
    found = [r for o in reviewed_organisations() for r in house().record.releases(o)]
    return render_template("organisation/reports.html", sheet="office", releases=found, formats=formats())


@room.get("/organisation/reports/<release>")
def report_page(release: str) -> ResponseReturnValue:
    """One report, with its downloads first."""
    return render_template("organisation/report.html", sheet="office", release=_release(release), formats=formats())


@room.get("/organisation/reports/<release>.<name>")
def report_file(release: str, name: str) -> Response:
    """The frozen bytes of one format."""
    found = _release(release)
    if name not in found.files:
        abort(404)
    return file_answer(name, found.files[name], f"workshop-{found.released_on}")


def _release(release: str) -> Release:
    found = house().record.release(release)
    return found if found is not None else abort(404)
