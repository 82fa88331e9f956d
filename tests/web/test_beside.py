"""Side by side: from the list of reports, of one organisation and one case study, and nobody else's."""

import csv
import io

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


def table(reviewer, where, name, more=""):
    page, _, chosen = where.partition("?")
    answer = reviewer.get(f"{page}/{name}.csv?{chosen}{more}")
    assert answer.status_code == 200 and answer.content_type.startswith("text/csv")
    return answer, list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))


def test_each_picture_has_its_table_and_its_file(reviewer, three):
    where = choose(reviewer, three[:2]).headers["Location"]
    assert "As a table: Card" in (page := reviewer.get(where).text) and "/side-by-side/cards.csv?release=" in page
    answer, (heads, *rows) = table(reviewer, where, "cards")
    assert heads[:3] == ["Card", "Session", "Held on"] and heads[-2:] == ["Need to know more", "Answered"]
    assert {row[1]: row[5] for row in rows} == {"Room of 6": "6", "Room of 7": "7"}
    assert [row[-1] for row in rows] == ["6", "6"] and {row[4] for row in rows} == {"Split"}
    assert "side-by-side-cards.csv" in answer.headers["Content-Disposition"]
    assert table(reviewer, where, "confidence")[1][0] == ["Item", "Session", "Held on", "Start", "End"]


def test_for_print_no_count_up_to_seven_is_told(reviewer, three):
    where = choose(reviewer, three).headers["Location"]
    page = reviewer.get(f"{where}&as=print").text
    assert '<svg class="strip' not in page and "Numbers for print" in page and "as=print" in page
    answer, (_, *rows) = table(reviewer, where, "cards", "&as=print")
    assert "for-print.csv" in answer.headers["Content-Disposition"]
    assert {cell for row in rows for cell in row[5:]} <= {"*", "10", "–"}


def test_what_a_session_is_called_is_never_a_formula(site, owner, reviewer, three):
    named = site.worked(owner, 6, "=cmd|' /C calc'!A0")
    where = choose(reviewer, [three[0], named]).headers["Location"]
    _, (_, *rows) = table(reviewer, where, "cards")
    assert "'=cmd|' /C calc'!A0" in {row[1] for row in rows}


def test_a_table_that_is_none_and_nobody_elses(site, reviewer, three):
    where, _, chosen = choose(reviewer, three[:2]).headers["Location"].partition("?")
    for path in (f"{where}/json.csv?{chosen}", f"{where}/cards.csv?release={three[0]}&release=x"):
        assert reviewer.get(path).status_code == 404
    assert reviewer.get(f"{where}/cards.csv?release={three[0]}").status_code == 400
    stranger = site.signed_in(site.member("beside-table@elsewhere.test", "Elsewhere beside", "reviewer"))
    assert stranger.get(f"{where}/cards.csv?{chosen}").status_code == 404
    theirs = site.worked(site.member("beside-2@elsewhere.test", "Elsewhere beside", "facilitator"), 6, "Theirs")
    assert reviewer.get(f"{where}/cards.csv?{chosen}&release={theirs}").status_code == 404
