"""Which shared part a file holds, by what stands in it."""

import pytest

from tests.helpers.cases import raw, written
from workshop.casebook import SHIPPED, ScenarioError
from workshop.casebook.parts import part_of
from workshop.casebook.reading import read

KINDS = {
    "agendas": "AgendasFile",
    "formulation": "FormulationFile",
    "glossary": "GlossaryFile",
    "law": "LawsFile",
    "needs": "NeedsFile",
    "nudges": "NudgesFile",
    "recognisable": "RecognisableFile",
    "resources": "ResourcesFile",
    "warm-up": "WarmUpFile",
}


@pytest.mark.parametrize("path", sorted((SHIPPED / "shared").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shared_part_is_known_for_what_it_is(path):
    assert type(part_of(read(path))).__name__ == KINDS[path.stem]


def test_a_case_study_is_none_even_with_parts_of_its_own(tmp_path):
    path = written(tmp_path, lambda case: case.update(needs=[{"id": "n", "name": "N"}], law=[]))
    assert part_of(read(path)) is None
    assert part_of(read(raw(tmp_path, "cards: []\n"))) is None, "it is meant to be one: it is told what it lacks"


def test_a_part_with_a_fault_says_so(tmp_path):
    with pytest.raises(ScenarioError, match=r"shared\.yaml:1: needs: It needs at least 1"):
        part_of(read(raw(tmp_path, "needs: []\n", "shared.yaml")))
