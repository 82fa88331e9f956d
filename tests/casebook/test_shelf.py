"""Shared parts: shipped ones, those of a directory over them, and their faults with file and line."""

import pytest

from tests.helpers.cases import raw, written
from workshop.casebook import SHIPPED, ScenarioError, load_file
from workshop.casebook.shelf import shelf_beside

SCALE = "title: Ours\nends: [low, high]\nstages:\n" + "".join(
    f"- {{id: s{n}, name: S{n}, definition: D}}\n" for n in (1, 2, 3)
)


def test_the_shipped_shelf_is_full(tmp_path):
    shelf = shelf_beside(tmp_path, SHIPPED)
    assert sorted(shelf.scales) == ["hackett5", "image2", "response4", "seed4", "traffic3"]
    assert shelf.agendas and shelf.resources and shelf.formulation.sections and shelf.warm_up.cards


def test_a_directory_may_bring_scales_and_shared_parts_of_its_own(tmp_path):
    (tmp_path / "scales").mkdir()
    (tmp_path / "shared").mkdir()
    raw(tmp_path / "scales", SCALE + "id: ours\n", "ours.yaml")
    raw(tmp_path / "scales", SCALE + "id: seed4\n", "seed.yaml")
    raw(tmp_path / "shared", "resources:\n- {title: Our own desk, text: Room 4}\n", "resources.yaml")
    shelf = shelf_beside(tmp_path, SHIPPED)
    assert (shelf.scales["ours"].title, shelf.scales["seed4"].title) == ("Ours", "Ours")
    assert [r.title for r in shelf.resources] == ["Our own desk"] and len(shelf.agendas) == 3
    case = load_file(written(tmp_path, lambda case: (case.update(scale="ours"), case["cards"][0].pop("notes"))))
    assert case.scale.title == "Ours" and case.resources[0].title == "Our own desk"


@pytest.mark.parametrize(
    ("where", "text", "line", "field"),
    [
        ("scales/bad.yaml", "id: bad\nends: [low, high]\nstages: []\n", 1, "title"),
        ("shared/agendas.yaml", "agendas:\n- id: a\n  title: A\n  steps:\n  - {activity: nap}\n", 5,
         "agendas[1].steps[1].activity"),
        ("shared/resources.yaml", "resources:\n- title: A\n  title: B\n  text: C\n", 3, "resources[1].title"),
        ("shared/warm-up.yaml", "question: [\n", 2, ""),
        ("shared/formulation.yaml", "id: f\ntitle: F\nsections:\n- {id: a, title: A, prompt: P, role: x}\n", 4,
         "sections[1].role"),
    ],
)  # fmt: skip
def test_a_fault_in_one_is_said_with_file_and_line(tmp_path, where, text, line, field):
    path = tmp_path / where
    path.parent.mkdir()
    raw(path.parent, text, path.name)
    with pytest.raises(ScenarioError) as refused:
        shelf_beside(tmp_path, SHIPPED)
    assert (str(path), line, field) in [(f.file, f.line, f.field) for f in refused.value.faults]


def test_a_part_is_read_anew_once_it_is_another(tmp_path):
    (tmp_path / "shared").mkdir()
    for title in ("One desk", "Another"):
        raw(tmp_path / "shared", f"resources:\n- {{title: {title}, text: T}}\n", "resources.yaml")
        assert [r.title for r in shelf_beside(tmp_path, SHIPPED).resources] == [title]
