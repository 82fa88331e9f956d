"""Style sheets: every component is in one, nothing comes from elsewhere, colours are those of the tokens."""

import re

import pytest

from tests.helpers.tree import ROOT

CSS = ROOT / "static" / "css"
SHEETS = sorted((CSS / "sheets").glob("*.css"))
IMPORTED = re.compile(r"^@import '([^']+)';$", re.MULTILINE)


def members(path):
    """The component files of a sheet, in order, each time that they are named."""
    named = [(path.parent / found).resolve() for found in IMPORTED.findall(path.read_text("utf-8"))]
    return [file for inner in named for file in (members(inner) or [inner])]


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_a_sheet_holds_its_components_once_and_whole(path):
    found = members(path)
    assert len(found) == len(set(found)) > 10
    built = (ROOT / "static" / "built" / path.name).read_text("utf-8")
    assert built.count("{") == built.count("}")
    assert "/*" not in built and built.startswith("@font-face{") and ":root{--font:" in built[:300]


def test_every_component_file_is_in_some_sheet():
    lists = {path for path in CSS.glob("*.css") if IMPORTED.search(path.read_text("utf-8"))}
    assert {file for path in SHEETS for file in members(path)} == set(CSS.glob("*.css")) - lists


def test_nothing_is_fetched_from_elsewhere():
    for path in CSS.rglob("*.css"):
        assert not re.search(r"url\(|@import(?! '\.)|https?:", path.read_text("utf-8")), path.name


def test_colours_come_from_the_tokens():
    allowed = {"#fff", "#999", "#10171b"}  # the ground of a QR, a printed edge, the projector's ground on the console
    for path in CSS.glob("*.css"):
        if path.name != "tokens.css":
            assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text("utf-8"))) <= allowed, path.name
