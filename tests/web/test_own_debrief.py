"""The trainers' own debrief: after the end, by an account. The page sends nothing; the server holds nothing of it."""

import re

import pytest

from tests.helpers.tree import ROOT


@pytest.fixture(scope="module")
def owner(site):
    return site.member("opener@debrief.test", "Debrief", "facilitator")


def test_it_is_there_after_the_end_for_who_has_the_session(site, owner):
    ended, _ = site.ended(owner, released=False)
    page = site.signed_in(owner).get(f"/facilitate/{ended}/debrief")
    assert page.status_code == 200 and len(re.findall("<textarea", page.text)) == 4
    assert site.signed_in(owner).get(f"/facilitate/{site.session(owner)}/debrief").status_code == 404, (
        "it has not ended"
    )


def test_it_has_no_form_and_its_script_sends_nothing(site, owner):
    """What trainers write of their own day is theirs: no address takes it, and no rating is asked."""
    ended, _ = site.ended(owner, released=False)
    main = site.signed_in(owner).get(f"/facilitate/{ended}/debrief").text.partition("<main")[2].partition("</main>")[0]
    assert "<form" not in main and 'type="radio"' not in main and 'type="range"' not in main
    script = (ROOT / "static/src/office/own-debrief.ts").read_text("utf-8")
    assert not re.search(r"\bpost\(|fetch\(|XMLHttp|sendBeacon|localStorage|connect\(", script)
    kept = re.findall(r"\bkept\((.*)\)", script)
    assert len(kept) == 1 and kept[0].endswith(", THIS_TAB"), "with the tab it goes"
    assert not [r for r in site.app.url_map.iter_rules() if r.endpoint == "own_debrief.page" and "POST" in r.methods]
