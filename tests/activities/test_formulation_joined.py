"""Notes that become one take their links along, none is lost, double or a loop, and all can be had back."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.activities.formulation_joined import as_they_were, had_back, rejoined

ids = st.sampled_from("abcd")
ends = st.tuples(ids, ids, st.sampled_from(["because", "eases"])).filter(lambda x: x[0] != x[1])
LINKS = st.sets(ends, max_size=8).map(
    lambda found: {
        f"l{n}": dict(zip(("source", "target", "kind"), x, strict=True)) for n, x in enumerate(sorted(found))
    }
)
"""Links by id, no two alike."""


def key(link):
    return link["source"], link["target"], link["kind"]


@given(LINKS, st.permutations("abcd"), st.integers(1, 2))
def test_no_link_is_lost_double_or_a_loop(links, names, many):
    into, *others = names
    gone = others[:many]
    after = {**links, **rejoined(links, gone, into)}
    left = {i: x for i, x in after.items() if x is not None}

    def moved(id):
        return into if id in gone else id

    wanted = {(moved(x["source"]), moved(x["target"]), x["kind"]) for x in links.values()}
    found = [key(x) for x in left.values()]
    assert sorted(found) == sorted(w for w in wanted if w[0] != w[1]), "each once"
    for id_, link in links.items():
        like = [i for i, x in left.items() if i == id_ or id_ in x.get("merged", ())]
        assert len(like) == (moved(link["source"]) != moved(link["target"])), "who said it says what it went into"


@given(LINKS, st.permutations("abcd"), st.integers(1, 2))
def test_all_can_be_had_back(links, names, many):
    into, *others = names
    after = rejoined(links, others[:many], into)
    now = {i: x for i, x in {**links, **after}.items() if x is not None}
    assert {**now, **had_back(now, "abcd", as_they_were(links, after))} == links


def test_what_was_taken_away_since_or_has_no_note_any_more_is_not_had_back():
    links = {"l1": {"source": "a", "target": "b", "kind": "because"}}
    kept = as_they_were(links, rejoined(links, ["a"], "c"))
    assert had_back({}, "abc", kept) == {} == had_back(links, "a", kept)
