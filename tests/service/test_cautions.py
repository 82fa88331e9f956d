"""What to look at before a release: names, schools, classes, days and cases; and not every capital."""

import pytest

from tests.helpers.case import CASE
from workshop.service.cautions import cautions, names_in, pieces


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("What do we tell them at Larkmead on Monday?", ("name", "day")),
        ("Ring Mrs Adeyemi about 9B", ("name", "class")),
        ("When we last had this, nobody told the parents", ("case",)),
        ("They go to Fernhill Juniors", ("school", "name")),
        ("Talk to sam@example.org", ("email",)),
        ("What did the school say, and when do we call the Police?", ()),
        ("Ask the DSL. Then write it down.", ()),
        ("=cmd()|' /C calc'!A0", ()),
        ("", ()),
    ],
)
def test_what_it_looks_like(text, looks):
    assert tuple(cautions(text)) == looks


def test_names_of_the_case_study_are_nobody_real():
    (name, *_) = (word for word in names_in(CASE) if word[:1].isupper())
    assert cautions(f"We ask {name} first", names_in(CASE)) == {}


def test_a_long_text_is_read_in_no_time():
    assert tuple(cautions("Aa " * 4000)) in ((), ("name",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What do we tell them at Larkmead on Monday?", ["Larkmead", "on Monday"]),
        ("Ring Mrs Adeyemi about 9B", ["Mrs Adeyemi", "9B"]),
        ("Ring Mrs Adeyemi\u0301 at once", ["Mrs Adeyemi\u0301"]),
        ("When we last had this, nobody told the parents", ["When we last had"]),
        ("They go to Fernhill Juniors", ["Fernhill Juniors"]),
        ("Talk to sam@example.org", ["sam@example.org"]),
        ("Call 020 7946 0018, or 07700 900123", ["020 7946 0018", "07700 900123"]),
        ("On 3 May, <img src=x onerror=alert(1)>", ["3 May"]),
        ("\u2067ring\u2069 Mrs Adeyemi", ["Mrs Adeyemi"]),
        ("\U0001f468\u200d\U0001f467 of 9B", ["9B"]),
        ("Ask them", []),
        ("", []),
    ],
)
def test_which_words_it_is_about(text, words):
    found = pieces(text, (span for of in cautions(text).values() for span in of))
    assert [piece for piece, looked_at in found if looked_at] == words
    assert "".join(piece for piece, _ in found) == text and all(piece for piece, _ in found)


@pytest.mark.parametrize("spans", [[(0, 5), (3, 9)], [(3, 9), (0, 5)], [(0, 3), (3, 9)], [(0, 9), (2, 4)]])
def test_what_overlaps_is_one_stretch(spans):
    assert pieces("Mrs Adeyemi", spans) == (("Mrs Adeye", True), ("mi", False))


def test_a_character_of_several_signs_is_never_cut():
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    for at in range(len(family) + 1):
        assert pieces(f"a{family}b", [(1, 1 + at)] if at else [])[0] == ("a" if at else f"a{family}b", False)
        assert not at or pieces(f"a{family}b", [(1, 1 + at)])[1] == (family, True)
