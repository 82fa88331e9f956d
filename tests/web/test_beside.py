"""Side by side: from the list of reports, of one organisation and one case study, and nobody else's."""

import pytest

from tests.web.test_organisation_pools import token


@pytest.fixture(scope="module")
def owner(site):
    return site.member("beside@here.test", "Beside", "facilitator")


@pytest.fixture(scope="module")
def reviewer(site):
    return site.signed_in(site.member("beside-reviewer@here.test", "Beside", "reviewer"))


@pytest.fixture(scope="module")
def three(site, owner):
    return [site.worked(owner, n, f"Room of {n}") for n in (6, 7, 8)]


def choose(reviewer, releases):
    return reviewer.client.post("/organisation/side-by-side", data={"release": releases, "csrf_token": token(reviewer)})


def test_two_stand_side_by_side(reviewer, three):
    page = reviewer.get(choose(reviewer, three[:2]).headers["Location"])
    assert page.status_code == 200 and "Room of 6" in page.text and "Room of 7" in page.text
    assert page.text.count('<svg class="strip') == 2 or page.text.count("placed:") == 2
    assert "Side by side" in reviewer.get("/organisation").text


@pytest.mark.parametrize("many", [0, 1])
def test_fewer_are_told_what_to_choose(reviewer, three, many):
    page = reviewer.get(choose(reviewer, three[:many]).headers["Location"])
    assert page.status_code == 400 and "Choose two to four reports" in page.text


def test_nobody_elses(site, reviewer, three):
    theirs = site.member("beside@elsewhere.test", "Elsewhere beside", "facilitator")
    foreign = site.worked(theirs, 6, "Theirs")
    assert choose(reviewer, [three[0], foreign]).status_code == 404
    where = choose(reviewer, three[:2]).headers["Location"].partition("?")[0]
    for other in (foreign, "nothing", "<b>"):
        assert reviewer.get(where, query_string={"release": [three[0], other]}).status_code == 404
    stranger = site.signed_in(site.member("beside-reviewer@elsewhere.test", "Elsewhere beside", "reviewer"))
    assert stranger.get(where, query_string={"release": three[:2]}).status_code == 404
