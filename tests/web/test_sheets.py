"""Style sheets: every component is in one, and joining them changes nothing but the white space."""

import re

import pytest

from tests.helpers.tree import ROOT
from workshop.web.sheets import SHEETS, bundle

CSS = ROOT / "static" / "css"


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_holds_its_components_whole(name):
    joined = bundle(ROOT / "static", SHEETS[name]).decode()
    assert joined.count("{") == joined.count("}")
    assert "/*" not in joined
    assert re.sub(r"\s+", "", joined).startswith(":root{--font:")


def test_every_component_file_is_in_some_sheet():
    used = {name for names in SHEETS.values() for name in names}
    assert {path.stem for path in CSS.glob("*.css")} == used


def test_nothing_is_fetched_from_elsewhere():
    for path in CSS.glob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"url\(|@import|https?:", text), path.name


def test_colours_come_from_the_tokens():
    allowed = {"#fff", "#999", "#10171B"}  # the ground of a QR, a printed edge, the projector's ground on the console
    for path in CSS.glob("*.css"):
        if path.name != "tokens.css":
            assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text(encoding="utf-8"))) <= allowed, path.name
