"""No cut within a character as people see it: held against the browser's own sense of one."""

import json
import subprocess

import pytest

from tests.helpers.scripts_of_the_world import WRITTEN
from workshop.domain.graphemes import is_boundary
from workshop.domain.texts import cut, tidy

ONE = [
    *(
        "é",
        "Z̸̢̛̲͎̑",
        "👨\u200d👩\u200d👧\u200d👦",
        "🧑🏽\u200d🚀",
        "❤️",
        "1️⃣",
        "🇬🇧",
        "क्\u200dष",
        "क्षि",
        "각",
        "\u1100\u1161\u11a8",
        "กำ",
        "ශ්\u200dරී",
    ),
    "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
]
SEGMENT = """
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const sizes = (text) => [...segmenter.segment(text)].map(({ segment }) => [...segment].length);
console.log(JSON.stringify(texts.map(sizes)));
"""


@pytest.mark.parametrize("character", ONE)
def test_one_character_is_kept_whole_or_not_at_all(character):
    assert not any(is_boundary(character, at) for at in range(1, len(character)))
    text = f"ab{character}c"
    kept = {cut(text, most) for most in range(len(text) + 1)}
    assert kept == {"", "a", "ab", f"ab{character}", text}


def test_words_may_be_cut_between_their_letters():
    assert [cut("stage🇬🇧🇫🇷", n) for n in (3, 6, 7, 8, 9)] == ["sta", "stage", "stage🇬🇧", "stage🇬🇧", "stage🇬🇧🇫🇷"]


def test_no_boundary_lies_where_a_browser_sees_one_character():
    texts = [tidy(f"{one} {other}{one}") for one in WRITTEN for other in WRITTEN]
    asked = {"input": json.dumps(texts), "capture_output": True, "text": True, "check": True}
    told = subprocess.run(["node", "-e", SEGMENT], **asked)
    found = there = 0
    for text, sizes in zip(texts, json.loads(told.stdout), strict=True):
        ends = {sum(sizes[:n]) for n in range(1, len(sizes))}
        ours = {at for at in range(1, len(text)) if is_boundary(text, at)}
        assert ours <= ends, text
        found, there = found + len(ours), there + len(ends)
    assert found > 0.9 * there, "and hardly any is missing"
