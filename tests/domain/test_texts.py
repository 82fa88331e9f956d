"""The one rule for text: it arrives as written in every script, and cleaned once is clean."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.scripts_of_the_world import WRITTEN, noisy
from tests.helpers.tree import ROOT
from workshop.domain.texts import TextRefused, clean, clean_or_empty, cut, is_blank, safe, seen, tidy

EXAMPLES = json.loads((ROOT / "tests" / "messages" / "words.json").read_text("utf-8"))
ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)
"""Halves of characters and what Unicode has not given out yet among them."""


def typed(text):
    """As it comes from JSON, where two halves are one character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["what"])
def test_what_is_kept(example):
    assert tidy(typed(example["given"])) == example["kept"]
    assert is_blank(example["kept"]) is example.get("blank", False)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["what"])
def test_what_nobody_can_see_is_nothing(example):
    if not example.get("blank"):
        assert clean(typed(example["given"]), 100) == clean_or_empty(typed(example["given"]), 100) == example["kept"]
        return
    with pytest.raises(TextRefused) as refused:
        clean(example["given"], 100)
    assert refused.value.code == "empty"
    assert clean_or_empty(example["given"], 100) == ""


@pytest.mark.parametrize("length", [11, 10_000_000])
def test_too_long_is_refused_with_the_limit_and_never_cut(length):
    for cleaner in (clean, clean_or_empty):
        with pytest.raises(TextRefused, match="too_long") as refused:
            cleaner("x" * length, 10)
        found = refused.value
        assert (found.code, found.why, found.values) == ("too_long", "text.too_long", {"limit": 10})


def test_the_limit_means_code_points_of_what_is_kept():
    assert clean("a" * 10 + " " * 50, 10) == "a" * 10
    assert clean("Zoe\u0308" * 3, 9) == "Zoë" * 3
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert clean(family * 2, 10) == family * 2
    with pytest.raises(TextRefused):
        clean(family * 2 + "!", 10)


def test_the_refusal_does_not_repeat_what_was_typed():
    with pytest.raises(TextRefused) as refused:
        clean("secret " * 10, 10)
    assert "secret" not in str(refused.value)


@given(st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=12).map(" ".join))
def test_what_people_write_arrives_as_it_was_written(text):
    assert tidy(text) == tidy(text, lines=True) == unicodedata.normalize("NFC", text)
    assert safe(text) == text


@given(noisy())
def test_what_harms_goes_and_what_was_written_stays(both):
    """Control characters and halves of characters anywhere between words leave the words alone."""
    text, disturbed = both
    assert tidy(disturbed) == unicodedata.normalize("NFC", text)


@given(ANYTHING, st.booleans())
def test_tidied_once_is_tidy(text, lines):
    kept = tidy(text, lines)
    assert tidy(kept, lines) == kept and unicodedata.is_normalized("NFC", kept)
    kept.encode()  # no halves
    assert not [c for c in kept if unicodedata.category(c) == "Cc" and not (lines and c == "\n")]
    for line in safe(text).split("\n"):
        depth = 0
        for c in line:
            depth += (c in "\u2066\u2067\u2068") - (c == "\u2069")
            assert depth >= 0 and not "\u202a" <= c <= "\u202e"
        assert depth == 0, "what stands beside it would be turned round"


@given(ANYTHING, st.integers(1, 200))
def test_cleaned_once_is_clean(text, limit):
    try:
        kept = clean(text, limit)
    except TextRefused:
        return
    assert clean(kept, limit) == kept and 0 < len(kept) <= limit


@given(ANYTHING, st.integers(0, 40))
def test_a_cut_text_is_as_short_as_asked_and_tidy(text, most):
    kept = cut(tidy(text), most)
    assert len(kept) <= most and tidy(kept) == kept.strip()


def test_line_ends_of_every_kind_are_one_kind():
    assert tidy("one \r\ntwo\rthree\u2028four\n\n", lines=True) == "one\ntwo\nthree\nfour"
    assert tidy("\u2067one\ntwo", lines=True) == "\u2067one\u2069\ntwo"


def test_what_can_be_seen_begins_there():
    assert seen("\u200e\ufeff =1") == "\ufeff =1" and seen(" \u200e=1") == "=1" and seen("\u200d") == ""
