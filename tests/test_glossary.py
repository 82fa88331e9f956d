"""The glossary: thirty words, one meaning each, and what it points at is there."""

import re

import pytest

from tests.helpers.tree import ROOT

ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| word")
]
WHERE = {row[0].removeprefix("| "): re.findall(r"`([^`]+)`", row[-1]) for row in ROWS}


def test_it_has_thirty_words_each_once():
    assert len(ROWS) == 30 == len(WHERE)


@pytest.mark.parametrize("word", [word for word, where in WHERE.items() if where and where[0].startswith("workshop/")])
def test_a_word_stands_where_it_is_said_to(word):
    path, *names = WHERE[word]
    text = (ROOT / path).read_text("utf-8")
    assert all(re.search(rf"^class {name}\b", text, re.MULTILINE) for name in names)


@pytest.mark.parametrize("word", ["House", "Lines", "Tries", "Mind", "Shown", "Tap"])
def test_a_word_of_before_names_nothing_any_more(word):
    named = [
        path for path in (ROOT / "workshop").rglob("*.py") if re.search(rf"^class {word}\b", path.read_text(), re.M)
    ]
    assert named == []
