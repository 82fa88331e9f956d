"""The trainer's guide says what the app says, and its pictures are those that a command makes."""

import json
import re
import runpy

import pytest

from tests.helpers.tree import ROOT

GUIDE = (ROOT / "docs" / "guide.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
SHOWN = re.findall(r"!\[([^\]]+)\]\((?:docs/)?pictures/([\w-]+)\.png\)", GUIDE + README)
PICTURES = runpy.run_path(str(ROOT / "bin" / "_pictures.py"))["PICTURES"]
NAMED = sorted(set(re.findall(r"(?<!\*)\*([A-Z][^*]+)\*(?!\*)", GUIDE)))


def said(value) -> list[str]:
    """Every text of a catalogue, in order."""
    if isinstance(value, dict | list):
        return [text for each in (value.values() if isinstance(value, dict) else value) for text in said(each)]
    return [value] if isinstance(value, str) else []


WORDS = said(json.loads((ROOT / "words" / "en.json").read_text("utf-8")))


@pytest.mark.parametrize("name", NAMED)
def test_what_the_guide_tells_to_press_is_there(name):
    wanted = re.compile(re.escape(name).replace("…", r"\{\w+\}") + r"(\.|…)?$")
    assert any(wanted.match(text) for text in WORDS), f"nothing in the app is called “{name}”"


def test_every_picture_is_made_by_the_command_and_each_is_used():
    assert {name for _, name in SHOWN} == set(PICTURES)
    assert all(len(words) > 20 for words, _ in SHOWN), "a picture without its words"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_there(name):
    assert (ROOT / "docs" / "pictures" / f"{name}.png").read_bytes().startswith(b"\x89PNG")
