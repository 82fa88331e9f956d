"""The two locales made from English: every message of theirs is told from plain text, and says as much."""

import re
import unicodedata

import pytest

from workshop.words import Words
from workshop.words.catalogue import PLACEHOLDER, messages, texts
from workshop.words.made import MADE, accented, mirrored


def lines(language):
    for id, message in messages(Words.of(language).tree):
        for at, line in enumerate(texts(message)):
            yield f"{id} {at}", line


def plain(text):
    kept = unicodedata.normalize("NFD", text).translate(str.maketrans("ÐðĦħıŁł", "DdHhiLl"))
    return re.sub(r"[^A-Za-z ]", "", kept).strip()


def test_accents_keep_what_is_read_and_every_placeholder():
    assert accented("Send {who} on") == "[Šéñð {who} öñ ····]"
    assert accented("x") == "[x ·]"


@pytest.mark.parametrize("language", MADE)
def test_no_message_stays_as_it_was_and_none_is_lost(language):
    english = dict(lines("en"))
    made = dict(lines(language))
    assert made.keys() == english.keys()
    for id, line in made.items():
        assert line != english[id]
        assert PLACEHOLDER.findall(line) == PLACEHOLDER.findall(english[id])


def test_every_accented_message_is_a_third_longer_and_reads_the_same():
    english = dict(lines("en"))
    for id, line in lines("en-XA"):
        assert line.startswith("[")
        assert line.endswith("·]")
        assert len(line) >= 1.3 * len(english[id])
        if not PLACEHOLDER.search(line):
            assert plain(line) == plain(english[id])


def test_what_is_mirrored_stands_between_marks_and_overrides_nothing():
    assert mirrored("Next") == "\u200fNext\u200f"
    assert not any("\u202a" <= found <= "\u202e" for _, line in lines("ar-XB") for found in line)


def test_they_have_plurals_numbers_and_a_direction():
    accented_, mirrored_ = (Words(language, {"x": {"one": "one", "other": "{n}"}}) for language in MADE)
    assert [[w.say("x", n=n) for n in (0, 1, 2, 5)] for w in (accented_, mirrored_)] == [["0", "one", "2", "5"]] * 2
    assert [Words.of(language).direction for language in MADE] == ["ltr", "rtl"]
    assert Words.of("ar-XB").number(0.5) == "0.5"
