"""The shared explanation: the picture is read aloud, links follow a merge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.formulation import Aloud, Link, Note, aloud, merged_links

ids = st.sampled_from("abcd")
links = st.dictionaries(
    st.sampled_from([f"l{n}" for n in range(8)]),
    st.builds(Link, ids, ids, st.sampled_from(["because", "eases", "alternative"])).filter(
        lambda x: x.source != x.target
    ),
)


NOTES = (
    Note("a", "presenting", "Messages at night.", 1),
    Note("b", "precipitating", "A new school", 2),
    Note("c", "perpetuating", "Nobody says no", 5),
    Note("d", "protective", "MSN is blocked", 0),
)


@pytest.mark.parametrize(
    ("joined", "expected"),
    [
        ([], None),
        ([Link("a", "gone", "because")], None),
        ([Link("a", "b", "alternative")], None),
        ([Link("a", "b", "because")], (("a new school",), ())),
        ([Link("a", "b", "because"), Link("a", "c", "because")], (("nobody says no", "a new school"), ())),
        ([Link("a", "b", "because"), Link("d", "b", "eases")], (("a new school",), ("MSN is blocked",))),
        ([Link("a", "b", "because"), Link("gone", "b", "eases")], (("a new school",), ())),
        (
            [Link("b", "a", "because"), Link("a", "c", "because"), Link("a", "d", "because")],
            (("nobody says no", "MSN is blocked"), ()),
        ),
    ],
)
def test_the_picture_is_read_aloud(joined, expected):
    assert aloud(NOTES, joined) == (expected and Aloud("Messages at night", *expected))


def test_the_order_of_notes_and_links_does_not_matter():
    joined = [Link("a", x, "because") for x in "bcd"]
    said = Aloud("Messages at night", ("nobody says no", "a new school", "MSN is blocked"), ())
    assert aloud(NOTES, joined) == aloud(NOTES[::-1], joined[::-1]) == said


@given(links, st.permutations("abcd"))
def test_after_a_merge_no_link_is_lost_double_or_a_loop(joined, names):
    note, into = names[:2]
    changed = merged_links(joined, note, into)
    assert set(changed) == {i for i, x in joined.items() if note in (x.source, x.target)}
    after = {**joined, **changed}
    left = [x for x in after.values() if x is not None]

    def moved(id):
        return into if id == note else id

    wanted = {(moved(x.source), moved(x.target), x.kind) for x in joined.values()}
    assert {(x.source, x.target, x.kind) for x in left} == {w for w in wanted if w[0] != w[1]}
    assert not any(note in (x.source, x.target) for x in left)
    fresh = [x for x in changed.values() if x is not None]
    assert len(set(fresh)) == len(fresh) and not set(fresh) & {joined[i] for i in joined if i not in changed}
