"""What to look at before a release: names, schools, classes, days and cases; and not every capital."""

import pytest

from tests.helpers.case import CASE
from workshop.service.cautions import cautions, names_in


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
    assert cautions(text) == looks


def test_names_of_the_case_study_are_nobody_real():
    (name, *_) = (word for word in names_in(CASE) if word[:1].isupper())
    assert cautions(f"We ask {name} first", names_in(CASE)) == ()


def test_a_long_text_is_read_in_no_time():
    assert cautions("Aa " * 4000) in ((), ("name",))
