"""The strongest path: the largest sum of support, through neighbouring columns, and never by age."""

from workshop.domain.picture import AREAS, Link, Note, by_area, sheet
from workshop.domain.picture_path import link_between, strongest


def drawn(supports: dict[str, int], joined: list[tuple[str, str]], strengths=None):
    """Notes are named by their column and a letter: "0a"."""
    notes = [Note(i, AREAS[int(i[0])], n) for i, n in supports.items()]
    links = [Link(f"l{at}", a, b, "because", (strengths or {}).get((a, b), 1)) for at, (a, b) in enumerate(joined)]
    return sheet(notes, links, tuple(tuple(c) for c in by_area(notes)))


def test_the_chain_with_the_largest_sum_of_support():
    made = drawn(
        {"0a": 9, "1a": 0, "1b": 4, "2a": 5, "3a": 1}, [("0a", "1a"), ("1b", "2a"), ("3a", "2a"), ("1a", "2a")]
    )
    assert strongest(made) == ("0a", "1a", "2a", "3a")


def test_of_equal_ones_the_longest_then_the_first_ids():
    assert strongest(drawn({"0a": 0, "1a": 0, "1b": 0, "2a": 0}, [("0a", "1b"), ("0a", "1a"), ("1b", "2a")])) == (
        "0a",
        "1b",
        "2a",
    )
    assert strongest(drawn({"0a": 3, "0b": 3, "1a": 0}, [("0b", "1a"), ("0a", "1a")])) == ("0a", "1a")


def test_a_link_that_skips_a_column_or_stays_in_one_is_no_step():
    assert strongest(drawn({"0a": 9, "2a": 9, "2b": 9}, [("0a", "2a"), ("2a", "2b")])) == ()


def test_the_stronger_of_two_links_is_drawn():
    made = drawn({"0a": 0, "1a": 0}, [("0a", "1a"), ("1a", "0a")], {("1a", "0a"): 3})
    assert link_between(made, "0a", "1a").start == "1a"
