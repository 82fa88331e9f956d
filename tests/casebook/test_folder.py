"""A folder as people and their machines leave it: what is meant is read, and what is left out is said."""

import os

import pytest

from tests.helpers.cases import raw, written
from workshop.casebook.folder import MOST, look_into

DEBRIS = [
    "._a.yaml",
    "a.yaml~",
    "#a.yaml#",
    ".#a.yaml",
    ".a.yaml.swp",
    "a.yaml.bak",
    "a.yaml.orig",
    "~$a.yaml",
    ".hidden.yml",
]
OTHERS = [".DS_Store", "Thumbs.db", "desktop.ini", "README.md", "picture.png", "schema.json", "yaml", "notes.txt"]


def names(folder):
    return [path.name for path in folder.files]


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "A.YAML", "b.Yml", "two words.yaml", "été.yaml", "a.b.yaml"])
def test_what_is_meant_is_read(tmp_path, name):
    raw(tmp_path, "x", name)
    assert names(look_into(tmp_path)) == [name] and not look_into(tmp_path).left_out


@pytest.mark.parametrize("name", [*DEBRIS, "a.yaml.txt", "a.yml.download"])
def test_what_has_nearly_such_a_name_is_left_out_and_said(tmp_path, name):
    raw(tmp_path, "x", name)
    folder = look_into(tmp_path)
    (left,) = folder.left_out
    assert (folder.files, left.file) == ((), name) and left.why.endswith(".")


def test_what_nobody_takes_for_a_case_study_is_not_worth_a_word(tmp_path):
    for name in OTHERS:
        raw(tmp_path, "x", name)
    assert look_into(tmp_path) == look_into(tmp_path / ".") and not look_into(tmp_path).left_out


def test_folders_within_are_looked_into_but_for_parts_and_debris(tmp_path):
    for name in ("old", "old/older", "scales", "shared", "__MACOSX", ".git", "node_modules", "x.yaml"):
        (tmp_path / name).mkdir()
        raw(tmp_path / name, "x", "in.yaml")
    folder = look_into(tmp_path)
    assert [str(p.relative_to(tmp_path)) for p in folder.files] == [
        "old/in.yaml",
        "x.yaml/in.yaml",
        "old/older/in.yaml",
    ]
    assert [str(found) for found in folder.left_out] == ["x.yaml: It is a folder."]


def test_an_original_comes_before_its_copies(tmp_path):
    for name in ("case (1).yaml", "case.yaml", "case copy.yaml"):
        raw(tmp_path, "x", name)
    assert names(look_into(tmp_path)) == ["case.yaml", "case (1).yaml", "case copy.yaml"]


def test_links_that_go_round_or_nowhere_end(tmp_path):
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "nowhere.yaml").symlink_to(tmp_path / "none")
    (tmp_path / "itself.yaml").symlink_to(tmp_path / "itself.yaml")
    assert names(look_into(tmp_path)) == ["itself.yaml", "nowhere.yaml"]


def test_a_whole_disk_is_not_looked_at(tmp_path):
    written(tmp_path, name="a.yaml")
    many = tmp_path / "many"
    many.mkdir()
    for number in range(MOST + 10):
        os.close(os.open(many / f"f{number}", os.O_CREAT))
    folder = look_into(tmp_path)
    assert names(folder) == ["a.yaml"] and "was not looked at" in folder.left_out[0].why


def test_a_folder_that_cannot_be_read_is_said(tmp_path):
    (left,) = look_into(tmp_path / "none").left_out
    assert left.why == "The folder cannot be read: No such file or directory."


def test_a_name_that_is_no_text_is_said_all_the_same(tmp_path):
    os.close(os.open(os.fsencode(tmp_path) + b"/Zo\xeb.yaml~", os.O_CREAT))
    (left,) = look_into(tmp_path).left_out
    assert str(left).encode() == b"Zo.yaml~: Its name says that it is a copy that an editor made."


def test_a_mac_s_own_notes_are_called_what_they_are(tmp_path):
    raw(tmp_path, b"\x00\x05\x16\x07", "._case.yaml")
    assert [str(left) for left in look_into(tmp_path).left_out] == [
        "._case.yaml: A Mac made it, to go with another file."
    ]
