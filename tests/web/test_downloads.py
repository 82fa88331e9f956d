"""Files of a report: inert in the browser, plainly named on disk."""

import pytest

from workshop.service.report import briefs, formats, media_type
from workshop.web.downloads import file_answer

NAMES = [*formats(), *briefs()]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_can_run_nothing_and_reach_nothing(name):
    answer = file_answer(name, b"content", "workshop-2026-11-24")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'") and policy.endswith("sandbox")
    assert "script-src" not in policy and "allow-" not in policy
    assert answer.data == b"content" and answer.content_type == media_type(name)


@pytest.mark.parametrize("name", NAMES)
def test_html_is_shown_and_everything_else_saved(name):
    disposition = file_answer(name, b"", "workshop-2026-11-24").headers.get("Content-Disposition")
    wanted = None if name.endswith("html") else f'attachment; filename="workshop-2026-11-24.{name}"'
    assert disposition == wanted


def test_there_is_no_answer_for_a_format_that_there_is_not():
    with pytest.raises(KeyError):
        file_answer("exe", b"", "x")


def test_the_policy_survives_the_headers_of_the_app(site):
    owner = site.member("downloads@here.test", "Here", "facilitator")
    session, _ = site.ended(owner)
    answer = site.signed_in(owner).get(f"/facilitate/{session}/report.html")
    assert answer.headers["Content-Security-Policy"].endswith("sandbox")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_brief_is_a_preview_before_the_release_and_then_of_what_was_released(site):
    owner = site.member("brief@here.test", "Here", "facilitator")
    desk = site.signed_in(owner)
    session, _ = site.ended(owner, released=False)
    before = desk.get(f"/facilitate/{session}/report.brief.html").text
    assert "A preview, not released" in before
    released, release = site.ended(owner)
    mine = desk.get(f"/facilitate/{released}/report.brief.html")
    assert "From a released session" in mine.text and mine.headers["Content-Security-Policy"].endswith("sandbox")
    desk.get(f"/facilitate/{released}/report").text.index("report.brief.pdf")
    reviewer = site.signed_in(site.member("reads@here.test", "Here", "reviewer"))
    theirs = reviewer.get(f"/organisation/reports/{release}.brief.html")
    assert theirs.data == mine.data
    sheet = reviewer.get(f"/organisation/reports/{release}.brief.pdf")
    assert sheet.data.startswith(b"%PDF") and sheet.headers["Content-Disposition"].endswith('.brief.pdf"')
    assert f"{release}.brief.pdf" in reviewer.get(f"/organisation/reports/{release}").text
    assert desk.get(f"/facilitate/{released}/report.brief.exe").status_code == 404
