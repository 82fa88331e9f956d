"""Files of a report: inert in the browser, plainly named on disk."""

import pytest

from workshop.service.report import formats, media_type
from workshop.web.downloads import file_answer

NAMES = formats()


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
    wanted = None if name == "html" else f'attachment; filename="workshop-2026-11-24.{name}"'
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
