"""The overview's pages: whole rooms as released, each picture with its table, and nobody else's."""

import csv
import io
import re
from datetime import UTC, datetime

import pytest

from tests.helpers.kept import destroyed

YEAR = str(datetime.now(UTC).year)


@pytest.fixture(scope="module")
def owner(site):
    return site.member("over@here.test", "Over here", "facilitator")


@pytest.fixture(scope="module")
def reviewer(site):
    return site.signed_in(site.member("over-reviewer@here.test", "Over here", "reviewer"))


@pytest.fixture(scope="module")
def where(site, owner, reviewer):
    """The page, once two rooms have been released."""
    for people in (6, 12):
        site.worked(owner, people, f"Room of {people}")
    answer = reviewer.get("/organisation/overview")
    assert answer.status_code == 302
    return answer.headers["Location"]


def table(reviewer, where, name, **more):
    answer = reviewer.get(f"{where}/{YEAR}/{name}.csv", query_string=more)
    assert answer.status_code == 200 and answer.content_type.startswith("text/csv")
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))


def test_it_says_what_the_rooms_were_shown(reviewer, where):
    page = reviewer.get(where).text
    assert "2 sessions, 18 people" in page and "What splits rooms most: The group chat" in page
    assert 'aria-label="18 placed: 9 at developmentally expected, 9 at abusive. Split' in page
    assert page.count("<details") >= 5 and "Room of 12" in page and "Test data" not in page
    assert re.search(r'<svg class="quarters".*<rect class="shade1"', page, re.DOTALL)


def test_each_picture_has_its_table_and_its_file(reviewer, where):
    heads, first = table(reviewer, where, "quarters")[:2]
    assert heads == ["Quarter", "Sessions", "People", "Too few to show"] and first[0].startswith(YEAR)
    cards = table(reviewer, where, "cards")
    assert cards[1][0] == "The group chat" and cards[1][3] == "2"
    for name in ("cases", "moves", "confidence", "needs"):
        assert table(reviewer, where, name)[0]
    for name in ("releases", "json", ""):
        assert reviewer.get(f"{where}/{YEAR}/{name}.csv").status_code == 404


def test_for_print_no_count_up_to_seven_is_told(reviewer, where):
    page = reviewer.get(where, query_string={"as": "print"}).text
    assert "18 people" not in page and '<svg class="strip' not in page and "Room of 12" not in page
    quarters = table(reviewer, where, "quarters", **{"as": "print"})
    assert {row[1] for row in quarters[1:]} == {"*"} and {row[2] for row in quarters[1:]} <= {"*", "20"}
    assert "18" not in {cell for row in table(reviewer, where, "cards", **{"as": "print"}) for cell in row}


def test_only_quarters_and_years_are_periods(reviewer, where):
    quarter = f"{YEAR}-Q{(datetime.now(UTC).month + 2) // 3}"
    assert "2 sessions" in reviewer.get(where, query_string={"period": quarter}).text
    for other in (f"{YEAR}-01-01", "x", f"{YEAR}-Q5", "<b>"):
        assert reviewer.get(where, query_string={"period": other}).status_code == 404
    assert "0 sessions" in reviewer.get(where, query_string={"period": "1999"}).text


def test_a_version_across_rooms(site, reviewer, where):
    version = site.context.scenarios.get("group-chat").version
    page = reviewer.get(f"{where}/{YEAR}/group-chat/{version}").text
    assert "2 sessions in" in page and "2 split" in page
    for other in (f"group-chat/{version + 7}", "nothing/1", f"group-chat/{version}/json.csv", "nothing/1/cards.csv"):
        assert reviewer.get(f"{where}/{YEAR}/{other}").status_code == 404


def test_a_versions_pictures_have_their_tables_and_files(site, reviewer, where):
    version = site.context.scenarios.get("group-chat").version
    here = f"{where}/{YEAR}/group-chat/{version}"
    assert f"/group-chat/{version}/cards.csv" in reviewer.get(here).text
    answer = reviewer.get(f"{here}/cards.csv")
    _, *rows = csv.reader(io.StringIO(answer.data.decode("utf-8-sig")))
    assert answer.content_type.startswith("text/csv") and rows[0][0] == "The group chat" and rows[0][1] == str(version)
    assert f"{YEAR}-version-{version}-cards.csv" in answer.headers["Content-Disposition"]
    assert reviewer.get(f"{here}/moves.csv").status_code == 200 and reviewer.get(f"{here}/needs.csv").status_code == 404
    page = reviewer.get(here, query_string={"as": "print"}).text
    assert '<svg class="strip' not in page and "2 sessions" not in page and "cards.csv?as=print" in page
    printed = reviewer.get(f"{here}/cards.csv", query_string={"as": "print"})
    assert "for-print" in printed.headers["Content-Disposition"] and "18" not in printed.data.decode("utf-8-sig")


def test_another_organisations_is_not_there(site, where):
    other = site.signed_in(site.member("over-reviewer@elsewhere.test", "Over there", "reviewer"))
    for path in (where, f"{where}/{YEAR}/cards.csv", f"{where}/{YEAR}/group-chat/1", "/organisation/x/overview",
                 f"{where}/{YEAR}/group-chat/1/cards.csv"):  # fmt: skip
        assert other.get(path).status_code == 404
    empty = other.get("/organisation/overview").headers["Location"]
    assert "The overview begins with the first one" in other.get(empty).text


def test_what_was_destroyed_is_in_it_no_more(site, owner, reviewer, where):
    doomed = site.worked(owner, 24, "To be destroyed")
    assert "3 sessions, 42 people" in reviewer.get(where).text
    destroyed(site.context.record, doomed)
    assert "2 sessions, 18 people" in reviewer.get(where).text


def test_of_test_data_every_page_says_so(site):
    site.context.record.add_test_organisation("Made up")
    roles = ("facilitator", "reviewer")
    desk = site.signed_in(member := site.member("desk@made-up.test", "Made up", *roles))
    made = site.worked(member, 6, "A session")
    here = desk.get("/organisation/overview").headers["Location"]
    for path in ("/facilitate", "/organisation", f"/organisation/reports/{made}", here, "/facilitate/new", "/help"):
        assert "Made up is test data: its people are invented" in desk.get(path).text, path
    assert "1 session, 6 people" in desk.get(here).text
    assert b"invented people" in desk.get(f"/organisation/reports/{made}.html").data
