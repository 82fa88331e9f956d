"""What people type: one form of every character, nothing invisible, limits in characters, and cleaned once is clean."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.texts import INVISIBLE, JOINERS, TextRefused, clean, clean_or_empty


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  two   words \n and\ta line ", "two words and a line"),
        ("e\u0301", "é"),
        ("a\u202etxt.exe\u202c", "atxt.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("nul\x00 and \x1b[31mred", "nul and [31mred"),
        ("<b onclick=x>=1+1</b>", "<b onclick=x>=1+1</b>"),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
        ("👩\u200d🏫", "👩\u200d🏫"),
        ("\ud800lone", "lone"),
    ],
)
def test_what_is_kept(typed, kept):
    assert clean(typed, 100) == kept


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u200b\u202e", "\u200d\u200c", "\x00"])
def test_what_nobody_can_see_is_nothing(typed):
    with pytest.raises(TextRefused) as refused:
        clean(typed, 100)
    assert refused.value.code == "empty"
    assert clean_or_empty(typed, 100) == ""


@pytest.mark.parametrize("length", [11, 10_000_000])
def test_too_long_is_refused_with_the_limit_and_never_cut(length):
    for cleaner in (clean, clean_or_empty):
        with pytest.raises(TextRefused, match="10 characters") as refused:
            cleaner("x" * length, 10)
        assert refused.value.code == "too_long"


def test_spaces_that_go_do_not_count():
    assert clean("a" * 10 + " " * 50, 10) == "a" * 10


def test_the_refusal_does_not_repeat_what_was_typed():
    with pytest.raises(TextRefused) as refused:
        clean("secret " * 10, 10)
    assert "secret" not in str(refused.value)


@given(st.text(max_size=300), st.integers(1, 200))
def test_cleaned_once_is_clean(typed, limit):
    try:
        kept = clean(typed, limit)
    except TextRefused:
        return
    assert clean(kept, limit) == kept and 0 < len(kept) <= limit
    assert unicodedata.is_normalized("NFC", kept) and kept == kept.strip() and "  " not in kept
    assert not [c for c in kept if unicodedata.category(c) in INVISIBLE and c not in JOINERS]
