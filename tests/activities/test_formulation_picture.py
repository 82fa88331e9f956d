"""The picture as a part: what it is made of, when it is drawn anew, and nothing of anybody in it."""

import pytest

from workshop.activities.formulation_picture import graph_of, shown, standing, structure_of
from workshop.domain.formulation import Link, Note
from workshop.domain.scenario import FormulationTemplate, TemplateSection

NOTES = [Note("n1", "presenting", "An image was passed on", 5), Note("n2", "predisposing", "Moved school")]
LINKS = {"l1": Link("n1", "n2", "because")}


@pytest.fixture
def template():
    sections = (TemplateSection("presenting", "", "", "presenting"), TemplateSection("predisposing", "", "", "because"))
    return FormulationTemplate("one", "One", sections)


def test_it_holds_numbers_and_ids_and_nothing_else(template):
    told = shown(graph_of(NOTES, LINKS, template), None, "", template).model_dump()
    assert told["size"] == "few" and (told["width"], told["height"]) == (1728, 772)
    assert [c["notes"] for c in told["columns"]] == [["n2"], ["n1"]]
    assert told["words"][0].keys() == {"id", "at", "bar"}
    (line,) = told["bundles"]
    assert (line["start"], line["end"], line["n"]) == ("before", "happened", 1)


def test_without_notes_there_is_none(template):
    assert shown(graph_of([], {}, template), None, "", template) is None


def test_it_stands_as_it_was_kept(template):
    many = [Note(f"n{i}", "presenting", f"Words {i}") for i in range(4)]
    kept = {"columns": [[], [], ["n3", "n0"], [], []]}
    told = shown(graph_of(many, {}, template), kept, "", template)
    assert told.columns[0].notes == ["n3", "n0", "n1", "n2"]
    assert standing(None) == ()


def test_an_open_section_opens_its_area(template):
    many = [Note(f"n{i}", "presenting" if i % 2 else "predisposing", f"Words {i}") for i in range(12)]
    made = graph_of(many, {}, template)
    for lane, area in (("predisposing", "before"), ("presenting", "happened"), ("before", "before"), ("", "happened")):
        assert [c.id for c in shown(made, None, lane, template).columns if c.open] == [area]


def test_words_and_support_are_no_structure_and_notes_and_links_are(template):
    one = structure_of(graph_of(NOTES, LINKS, template))
    reworded = [Note("n1", "presenting", "Other words", 0), NOTES[1]]
    assert structure_of(graph_of(reworded, LINKS, template)) == one
    assert structure_of(graph_of(NOTES, {}, template)) != one != structure_of(graph_of(NOTES[:1], {}, template))
