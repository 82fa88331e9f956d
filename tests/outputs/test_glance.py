"""At a glance: one picture and one sentence, from frozen data of any version, harmless whatever is in it."""

import json
from xml.etree import ElementTree

import pytest

from tests.helpers.output import WORDS, rendered, told, written
from workshop.outputs.formats.json_data import report
from workshop.outputs.glance import glance


def frozen(**changes):
    return json.dumps(report(told(2)) | changes).encode()


def test_it_shows_the_card_on_which_people_differed_most():
    session = told(2)
    first = next(c for c in session.rounds[0].cards if not c.withheld)
    seen = glance(rendered("json", session), WORDS)
    assert seen.picture.card == first.text and seen.picture.label == first.label
    assert tuple(n for _, n in seen.picture.stages) == (*first.tallies, first.need_to_know)
    for drawing in (seen.picture.wide, seen.picture.narrow):
        assert ElementTree.fromstring(drawing).get("aria-label").startswith(f"{first.placed} placed: ")


def test_the_line_says_how_many_and_what():
    assert glance(frozen(), WORDS).line == "24 people · half day · a fictional case"
    assert glance(frozen(delegates=None, fictional=False), WORDS).line == "half day"


def test_what_came_after_is_one_sentence():
    data = report(told(2))
    card = next(c for c in data["rounds"][0]["cards"] if c["tallies"])
    again = card | {"movement": {"same": 9, "typical": 7, "harmful": 5, "moved": None, "few": False}}
    data["rounds"] = [data["rounds"][0], {"round": "r2", "cause": "information", "cards": [again]}]
    seen = glance(json.dumps(data).encode(), WORDS)
    assert seen.picture.then == ("After new information", "7 moved towards typical, 9 stayed, 5 moved towards harmful")
    data["rounds"][1]["cards"][0]["movement"] = None
    assert glance(json.dumps(data).encode(), WORDS).picture.then[1].startswith("placed again; the room was")


def test_every_chapter_has_its_place_in_the_page():
    session = told(2, kept=written("Ask first"))
    page = rendered("html", session).decode()
    chapters = glance(rendered("json", session), WORDS).chapters
    assert [c.title for c in chapters][:3] == ["All four cards", "What moved", "Explanation and plan"]
    assert [c for c in chapters if f'id="{c.anchor}"' not in page] == []


def test_a_session_that_showed_nothing_has_no_picture():
    seen = glance(rendered("json", told(delegates=3)), WORDS)
    assert seen.picture is None and [c.anchor for c in glance(frozen(rounds=[], needs=[]), WORDS).chapters] == [
        "method"
    ]


def test_a_field_of_another_version_is_left_out():
    data = report(told(2))
    for name in ("agenda", "fictional", "needs", "formulation", "plan", "delegates"):
        del data[name]
    data["something_new"] = 1
    assert glance(json.dumps(data).encode(), WORDS).line == "a fictional case"


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", '"><img src=x onerror=1>', "]]><x>"])
def test_names_are_words_in_the_drawing(name):
    data = report(told(2))
    for stage in data["scale"]["stages"]:
        stage["name"] = name
    seen = glance(json.dumps(data).encode(), WORDS)
    tags = {e.tag.rpartition("}")[2] for e in ElementTree.fromstring(seen.picture.wide).iter()}
    assert tags <= {"svg", "rect", "text", "line", "circle", "path"}


@pytest.mark.parametrize("content", [b"", b"[]", b"no"])
def test_what_is_no_report_is_refused(content):
    with pytest.raises(ValueError, match=r".*"):
        glance(content, WORDS)
