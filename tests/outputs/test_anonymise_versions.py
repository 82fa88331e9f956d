"""Versions as they leave: without ids, and only those after which something changed."""

from types import SimpleNamespace

from workshop.domain.changed import Joined, Piece, Version, Words, as_kept
from workshop.domain.checkpoint import Checkpoint
from workshop.outputs.anonymise_versions import versions

CASE = SimpleNamespace(information=[SimpleNamespace(id="i1"), SimpleNamespace(id="i2")])
FIRST = Version({"a": Words("known", "Alpha")}, frozenset(), {"because": "So"})
BOTH = Version({"a": Words("known", "Alpha"), "b": Words("known", "Beta")}, frozenset({Joined("a", "b", "because")}))


def kept(*found, **now):
    slices = {f"v{n:04}": {"cause": c, "information": i, **as_kept(v)} for n, (c, i, v) in enumerate(found, 1)}
    return Checkpoint(head=None, collections={"versions": slices, **now}, support={})


def test_what_changed_is_told_from_one_to_the_next_and_to_the_end():
    now = {"notes": {"b": {"section": "known", "text": "Beta"}}}
    told = versions(CASE, kept(("said", "", FIRST), ("information", "i2", BOTH), **now))
    assert [(v.cause, v.information) for v in told] == [("said", 0), ("information", 2)]
    assert told[0].notes == (("known", "Alpha"),) and told[0].sentences == (("because", "So"),)
    assert told[0].changed.added == (Piece("note", "known", "Beta"),)
    assert told[1].changed.aside == (Piece("note", "known", "Alpha"),)


def test_one_after_which_nothing_changed_is_left_out_and_older_records_have_none():
    now = {"notes": {"a": {"section": "known", "text": "Alpha"}}, "explanation": {"because": {"text": "So"}}}
    assert versions(CASE, kept(("end", "", FIRST), **now)) == ()
    assert versions(CASE, Checkpoint(head=None, collections={}, support={})) == ()
