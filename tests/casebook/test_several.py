"""All case studies of a folder: every one that can be used, and a sentence for each that cannot."""

import pytest

from tests.helpers.cases import RIGHT, raw, written
from workshop.casebook import SHIPPED, Casebook, ScenarioError, check_file
from workshop.casebook.several import read_folder

TEXT = "# Zoë's\n"
SAVED = {
    "UTF-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "old Mac line ends": lambda text: text.replace("\n", "\r").encode(),
    "UTF-16 of Windows": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "UTF-16, the other way": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-32": lambda text: text.encode("utf-32"),
    "with debris": lambda text: text.replace("nicknames", "nick\x00names\x0b\u2028").encode(),
}


def read(folder):
    return read_folder(folder, SHIPPED)


@pytest.mark.parametrize("how", SAVED)
def test_a_case_study_is_read_however_an_editor_saved_it(tmp_path, how):
    text = TEXT + written(tmp_path, lambda case: case.update(title="Zoë’s corridor")).read_text("utf-8")
    path = raw(tmp_path, SAVED[how](text))
    found = read(tmp_path)
    assert found.scenarios["corridor"].title == "Zoë’s corridor" and not found.left_out
    assert check_file(path) == []


def test_one_that_cannot_be_used_keeps_no_other_from_being_read(tmp_path):
    written(tmp_path, name="good.yaml")
    written(tmp_path, lambda case: (case.update(id="bad", title=""), case.pop("opening")), name="bad.yaml")
    raw(tmp_path, "id: [\n", "broken.yaml")
    raw(tmp_path, b"id: Zo\xeb\n", "latin.yaml")
    raw(tmp_path, b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X", "apple.yaml")
    (tmp_path / "nowhere.yaml").symlink_to(tmp_path / "none")
    raw(tmp_path, "services: {web: {image: x}}\n", "docker-compose.yml")
    raw(tmp_path, "id: s\ntitle: S\nends: [a, b]\nstages: []\n", "scale.yaml")
    found = read(tmp_path)
    assert list(found.scenarios) == ["corridor"]
    said = {left.file: left.why for left in found.left_out}
    assert said["bad.yaml"].startswith("Line ")
    assert said["bad.yaml"].endswith("And 1 more: workshop scenario check says them all.")
    assert said["broken.yaml"].startswith("Line 2: This is not YAML")
    assert said["latin.yaml"] == "Line 1: The file is not UTF-8 text. Save it as UTF-8."
    assert said["nowhere.yaml"] == "Line 1: The file cannot be read: No such file or directory."
    assert said["docker-compose.yml"] == "Line 1: This is no case study: it has no cards."
    assert said["scale.yaml"] == "Line 1: This is a scale. Put it into the folder “scales”."
    assert "apple.yaml" in said and len(said) == 7


def test_of_two_with_one_id_the_first_is_used_and_the_other_said(tmp_path):
    written(tmp_path)
    (tmp_path / "old").mkdir()
    written(tmp_path, lambda case: case.update(title="A copy"), name="case (1).yaml")
    written(tmp_path / "old", lambda case: case.update(title="An older one"))
    found = read(tmp_path)
    assert found.scenarios["corridor"].title == RIGHT["title"]
    assert [str(left) for left in found.left_out] == [
        f"{name}: case.yaml has the id “corridor” already. Give each its own."
        for name in ("case (1).yaml", "old/case.yaml")
    ]


def test_a_part_that_cannot_be_used_is_said_once_and_the_shipped_one_stands_in(tmp_path):
    for folder in ("scales", "shared", "more"):
        (tmp_path / folder).mkdir()
    raw(tmp_path / "scales", "id: bad\n", "bad.yaml")
    raw(tmp_path / "scales", b"\x00\x05\x16\x07", "._bad.yaml")
    raw(tmp_path / "shared", "resources: 3\n", "resources.yaml")
    written(tmp_path)
    written(tmp_path / "more", lambda case: case.update(id="second"))
    found = read(tmp_path)
    assert set(found.scenarios) == {"corridor", "second"}
    assert found.scenarios["second"].resources == read_folder(SHIPPED, SHIPPED).scenarios["group-chat"].resources
    assert sorted(left.file for left in found.left_out) == ["scales/bad.yaml", "shared/resources.yaml"]


def test_a_case_in_a_folder_within_uses_the_scales_of_the_whole(tmp_path):
    for folder in ("scales", "more"):
        (tmp_path / folder).mkdir()
    stages = "".join(f"- {{id: s{n}, name: S{n}, definition: D}}\n" for n in (1, 2, 3))
    raw(tmp_path / "scales", f"id: ours\ntitle: Ours\nends: [low, high]\nstages:\n{stages}", "Ours.YML")
    written(tmp_path / "more", lambda case: case.update(scale="ours"))
    assert read(tmp_path).scenarios["corridor"].scale.title == "Ours"


def test_only_when_nothing_can_be_used_it_is_an_error(tmp_path):
    path = written(tmp_path, lambda case: (case.pop("title"), case.update(scale="none")))
    (said,) = Casebook([SHIPPED, tmp_path]).left_out()
    assert said.startswith("case.yaml: Line ")
    with pytest.raises(ScenarioError) as refused:
        Casebook([tmp_path])
    assert [f.field for f in refused.value.faults] == ["title", "scale"] and str(path) in str(refused.value)
