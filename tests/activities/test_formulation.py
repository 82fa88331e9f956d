"""The formulation: anybody may write, nobody's words vanish, links follow their notes, the room's explanation."""

import pytest

from tests.activities.wall import link, note, part, support, write
from tests.helpers.table import Table
from workshop.activities import formulation_links, formulation_notes
from workshop.domain.formulation import EXPLANATION, FITS

FACILITATORS = {
    "formulation.explain": {"part": "because", "text": "x", "base": 0},
    "formulation.hide": {"note": "x"},
    "formulation.lane": {"section": "known"},
    "formulation.phase": {"phase": "say"},
    "formulation.merge": {"note": "x", "into": "y", "text": "x", "base": 1, "note_base": 1},
    "formulation.unlink": {"link": "x"},
}
OF_A_NOTE = {
    "formulation.edit": {"note": "gone", "text": "x", "base": 1},
    "formulation.move": {"note": "gone", "section": "known"},
    "formulation.merge": {"note": "gone", "into": "gone-too", "text": "x", "base": 1, "note_base": 1},
    "formulation.support": {"note": "gone", "on": True},
    "formulation.link": {"source": "gone", "target": "gone-too", "kind": "because"},
}


@pytest.fixture
def table():
    return Table(people=4, step="formulation")


def test_anybody_writes_a_note_without_an_author(table):
    a, b = write(table, "  A new  school ", "precipitating"), write(table, "A note", "known", who="")
    assert note(table, a) == {
        "id": a,
        "section": "precipitating",
        "text": "A new school",
        "version": 1,
        "support": None,
        "merged": [],
        "beside": None,
        "sure": "",
        "voice": "",
        "ground": "",
    }
    assert note(table, b)["text"] == "A note" and table.counts["notes"] == 2


@pytest.mark.parametrize("name", ["formulation.add", "formulation.edit", "formulation.merge"])
@pytest.mark.parametrize(("text", "code"), [(" ", "empty"), ("x" * 201, "too_long"), (3, "invalid")])
def test_words_that_are_none_or_too_many_are_refused(table, name, text, code):
    a, b = write(table, "One"), write(table, "Two")
    body = {
        "formulation.add": {"section": "known"},
        "formulation.edit": {"note": a, "base": 1},
        "formulation.merge": {"note": a, "into": b, "base": 1, "note_base": 1},
    }[name]
    assert table.refused(name, {**body, "text": text}, "" if name == "formulation.merge" else "d1") == code


def test_an_edit_counts_versions(table):
    a = write(table, "One")
    table.must("formulation.edit", {"note": a, "text": "One, better", "base": 1}, "d2")
    table.must("formulation.edit", {"note": a, "text": "One, best", "base": 2})
    assert (note(table, a)["text"], note(table, a)["version"]) == ("One, best", 3)


def test_two_who_edit_at_once_both_keep_their_words(table):
    a = write(table, "One")
    table.must("formulation.edit", {"note": a, "text": "First to arrive", "base": 1}, "d1")
    table.must("formulation.edit", {"note": a, "text": "Second to arrive", "base": 1}, "d2")
    table.must("formulation.edit", {"note": a, "text": "Third to arrive", "base": 1}, "d3")
    notes = part(table)["notes"]
    assert {n["text"]: (n["beside"], n["section"]) for n in notes} == {
        "First to arrive": (None, "presenting"),
        "Second to arrive": (a, "presenting"),
        "Third to arrive": (a, "presenting"),
    }
    assert table.counts["notes"] == 3


def test_a_note_beside_one_that_has_gone_stands_alone(table):
    a = write(table, "One")
    table.must("formulation.edit", {"note": a, "text": "First", "base": 1}, "d1")
    table.must("formulation.edit", {"note": a, "text": "Second", "base": 1}, "d2")
    table.must("formulation.hide", {"note": a})
    assert [(n["text"], n["beside"]) for n in part(table)["notes"]] == [("Second", None)]


def test_a_note_is_moved_with_its_words_and_support(table):
    a = write(table, "One")
    support(table, a, "d1", "d2", "d3")
    table.must("formulation.move", {"note": a, "section": "protective"}, "d3")
    assert (note(table, a)["section"], note(table, a)["support"], note(table, a)["text"]) == ("protective", 3, "One")


def test_merging_follows_links(table):
    a, b, c, d = (write(table, t) for t in ("A", "B", "C", "D"))
    support(table, a, "d1", "d2", "d4")
    table.must("formulation.support", {"note": b, "on": True}, "d3")
    link(table, a, c)
    link(table, b, c)
    link(table, d, a, "eases")
    link(table, a, b)
    table.must("formulation.merge", {"note": a, "into": b, "text": "A and B", "base": 1, "note_base": 1})
    assert {n["text"] for n in part(table)["notes"]} == {"A and B", "C", "D"}
    table.moment("support")
    assert (note(table, b)["support"], note(table, b)["text"]) == (4, "A and B")
    joined = {(x["source"], x["target"], x["kind"]) for x in part(table)["links"]}
    assert joined == {(b, c, "because"), (d, b, "eases")}
    assert (table.counts["notes"], table.counts["links"], f"support:{a}" in table.counts) == (3, 2, False)


@pytest.mark.parametrize("changed", [0, 1], ids=["the one that goes", "the one that stays"])
def test_a_merge_over_words_that_changed_meanwhile_is_asked_again(table, changed):
    a, b = both = write(table, "A"), write(table, "B")
    table.must("formulation.edit", {"note": both[changed], "text": "Better", "base": 1}, "d1")
    body = {"note": a, "into": b, "text": "A and B", "base": 1, "note_base": 1}
    assert table.refused("formulation.merge", body) == "changed_meanwhile"
    assert {n["text"] for n in part(table)["notes"]} == {"AB"[1 - changed], "Better"}


def test_a_note_is_not_merged_with_or_linked_to_itself(table):
    a = write(table, "A")
    body = {"note": a, "into": a, "text": "A", "base": 1, "note_base": 1}
    assert table.refused("formulation.merge", body) == "invalid"
    assert table.refused("formulation.link", {"source": a, "target": a, "kind": "because"}, "d1") == "invalid"


@pytest.mark.parametrize("name", OF_A_NOTE)
def test_of_a_note_that_has_gone_nothing_is_done(table, name):
    assert table.refused(name, OF_A_NOTE[name], "" if name == "formulation.merge" else "d1") == "not_now"


def test_there_is_no_such_section(table):
    a = write(table, "A")
    assert table.refused("formulation.add", {"section": "verdict", "text": "x"}, "d1") == "invalid"
    assert table.refused("formulation.move", {"note": a, "section": "verdict"}, "d1") == "invalid"
    assert table.refused("formulation.lane", {"section": "verdict"}) == "invalid"


def test_a_link_is_made_once_for_each_kind_and_taken_away(table):
    a, b = write(table, "A"), write(table, "B")
    link(table, a, b)
    link(table, a, b)
    link(table, a, b, "alternative")
    assert table.counts["links"] == len(part(table)["links"]) == 2
    gone = part(table)["links"][0]["id"]
    for _ in range(2):
        table.must("formulation.unlink", {"link": gone})
    assert table.counts["links"] == len(part(table)["links"]) == 1
    assert table.refused("formulation.link", {"source": a, "target": b, "kind": "blames"}, "d1") == "invalid"


def test_hiding_takes_a_note_from_every_screen_with_its_links_and_support(table):
    a, b, c = write(table, "A"), write(table, "B"), write(table, "C")
    link(table, a, b)
    link(table, b, c)
    support(table, a, "d1", "d2", "d3")
    for _ in range(2):
        table.must("formulation.hide", {"note": a})
    assert {n["text"] for n in part(table)["notes"]} == {"B", "C"} and len(part(table)["links"]) == 1
    counted = {name: n for name, n in table.counts.items() if not name.startswith(("devices", "active"))}
    assert counted == {"notes": 2, "links": 1, "notes:taken": 1, "links:taken": 1}


def test_a_link_whose_note_went_in_the_same_moment_is_not_shown(table):
    a, b = write(table, "A"), write(table, "B")
    link(table, a, b)
    table.live.room(table.session).collections["notes"].pop(b)
    assert part(table)["links"] == [] and part(table)["aloud"] is None


def test_the_picture_is_read_aloud(table):
    a, b, c = write(table, "Messages at night"), write(table, "A new school"), write(table, "A teacher who listens")
    link(table, a, b)
    link(table, c, a, "eases")
    aloud = {"what": "Messages at night", "because": ["a new school"], "eased": ["a teacher who listens"]}
    assert part(table)["aloud"] == aloud


def test_nudges_name_what_is_missing_and_go_when_it_is_there(table):
    assert part(table)["nudges"] == []
    write(table, "A", "precipitating")
    before = {n["id"] for n in part(table)["nudges"]}
    write(table, "B", "protective")
    assert before == {"protective"} > {n["id"] for n in part(table)["nudges"]}


@pytest.mark.parametrize("name", FACILITATORS)
def test_what_only_the_facilitator_does(table, name):
    assert table.refused(name, FACILITATORS[name], "d1") == "not_allowed"


def test_only_delegates_support(table):
    assert table.refused("formulation.support", {"note": write(table, "A"), "on": True}) == "not_allowed"


def test_the_explanation_is_written_part_by_part_and_never_over_newer_words(table):
    body = {"part": "because", "text": "  It began when… ", "base": 0}
    table.must("formulation.explain", body)
    assert part(table)["explanation"]["because"] == {"text": "It began when…", "version": 1}
    assert table.refused("formulation.explain", body) == "changed_meanwhile"
    table.must("formulation.explain", {**body, "text": "", "base": 1})
    assert part(table)["explanation"]["because"] == {"text": "", "version": 2}
    assert set(part(table)["explanation"]) == set(EXPLANATION)
    assert table.refused("formulation.explain", {**body, "text": "x" * 601, "base": 2}) == "too_long"
    assert table.refused("formulation.explain", {**body, "part": "verdict"}) == "invalid"


def test_what_both_explanations_fit_with_is_written_as_what_they_do_not_account_for(table):
    for fits in FITS.values():
        table.must("formulation.explain", {"part": fits, "text": "A dare", "base": 0})
        table.must("formulation.explain", {"part": fits, "text": "A dare, twice", "base": 1})
        assert table.refused("formulation.explain", {"part": fits, "text": "Else", "base": 1}) == "changed_meanwhile"
        table.must("formulation.recall", {"part": fits, "version": 1})
        assert part(table)["explanation"][fits] == {"text": "A dare", "version": 3}


def test_one_section_is_opened_for_everybody_and_closed(table):
    table.must("formulation.lane", {"section": "rival"})
    assert part(table)["lane"] == "rival"
    table.must("formulation.lane", {"section": ""})
    assert part(table)["lane"] == ""


def test_there_is_an_end_to_notes_and_links(table, monkeypatch):
    monkeypatch.setattr(formulation_notes, "MOST_NOTES", 2)
    monkeypatch.setattr(formulation_links, "MOST_LINKS", 1)
    a, b = write(table, "A"), write(table, "B")
    assert table.refused("formulation.add", {"section": "known", "text": "C"}, "d1") == "full"
    assert table.refused("formulation.edit", {"note": a, "text": "C", "base": 0}, "d1") == "full"
    link(table, a, b)
    assert table.refused("formulation.link", {"source": b, "target": a, "kind": "eases"}, "d1") == "full"
