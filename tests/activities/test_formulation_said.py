"""A link is one thing that phones say: told from three at a moment, taken back in its phase, taken away by the desk."""

import pytest

from tests.activities.wall import gather, link, part, write
from tests.helpers.table import Table


@pytest.fixture
def table():
    return Table(people=5, step="formulation")


def joined(table, *people):
    a, b = write(table, "A"), write(table, "B")
    for who in people:
        table.must("formulation.link", {"source": a, "target": b, "kind": "because"}, who)
    return a, b


def only(table):
    (found,) = part(table)["links"]
    return found


def test_the_same_link_from_more_phones_is_one_link_and_from_three_its_number_is_told(table):
    joined(table, "d1", "d2")
    seen = only(table)
    gather(table)
    assert only(table) == seen and seen["support"] is None
    joined_again(table, "d3", "d3")
    assert only(table)["support"] is None, "no tap moves it"
    gather(table)
    assert only(table)["support"] == 3 and table.counts["links"] == 1


def joined_again(table, *people):
    body = {name: only(table)[name] for name in ("source", "target", "kind")}
    for who in people:
        table.must("formulation.link", body, who)


def test_a_second_word_moves_no_part(table):
    joined(table, "d1")
    before = part(table), table.seen.rev, dict(table.seen.parts)
    joined_again(table, "d2")
    assert (part(table), table.seen.rev, dict(table.seen.parts)) == before


def test_a_phone_takes_its_own_word_back_while_the_phase_goes_on(table):
    joined(table, "d1", "d2", "d3")
    gather(table)
    id_ = only(table)["id"]
    assert table.own("d3")["own_links"] == {"links": [id_], "newest": [id_], "phase": "gather"}
    for _ in range(2):
        table.must("formulation.take_back", {"link": id_}, "d3")
    assert only(table)["support"] == 3 and table.own("d3")["own_links"]["links"] == []
    table.must("formulation.phase", {"phase": "join"})
    assert only(table)["support"] is None, "two are just a link"
    assert table.refused("formulation.take_back", {"link": id_}, "d1") == "not_now"
    assert table.own("d1")["own_links"] == {"links": [id_], "newest": [id_], "phase": "gather"}
    joined_again(table, "d1", "d4", "d5")
    gather(table)
    assert only(table)["support"] == 4, "what was said before stays, and is said once"


def test_the_facilitators_word_is_no_phones(table):
    a, b = joined(table, "d1", "d2")
    table.must("formulation.link", {"source": a, "target": b, "kind": "because"})
    gather(table)
    assert only(table)["support"] is None
    assert table.refused("formulation.take_back", {"link": only(table)["id"]}) == "not_allowed"


def test_only_the_facilitator_takes_a_link_away_and_its_number_goes(table):
    joined(table, "d1", "d2", "d3")
    gather(table)
    id_ = only(table)["id"]
    assert table.refused("formulation.unlink", {"link": id_}, "d1") == "not_allowed"
    table.must("formulation.unlink", {"link": id_})
    assert part(table)["links"] == [] and f"support:{id_}" not in table.counts


def test_who_said_a_link_that_went_into_another_says_the_other_once(table):
    a, b, c = (write(table, t) for t in "ABC")
    for who in ("d1", "d2"):
        table.must("formulation.link", {"source": a, "target": c, "kind": "because"}, who)
    for who in ("d2", "d3"):
        table.must("formulation.link", {"source": b, "target": c, "kind": "because"}, who)
    table.must("formulation.merge", {"note": a, "into": b, "text": "A and B", "base": 1, "note_base": 1})
    gather(table)
    assert only(table)["support"] == 3
    table.must("formulation.take_back", {"link": only(table)["id"]}, "d1")
    gather(table)
    assert only(table)["support"] is None, "by the name that it has now"


def test_a_line_is_stronger_the_more_phones_say_it(table):
    a, b = write(table, "A"), write(table, "B", "precipitating")
    link(table, a, b)
    table.moment("picture")
    strength = lambda: table.part("formulation", "screen")["picture"]["lines"][0]["strength"]  # noqa: E731
    assert strength() == 1
    joined_again(table, "d2", "d3")
    gather(table)
    assert strength() == 2
