"""The shape of activities: strict bodies, frozen values, a facilitator without a seat, collections empty by default."""

import pytest
from pydantic import Field, ValidationError

from tests.helpers.case import CASE
from tests.helpers.table import Table
from workshop.activities import base


class Example(base.Model):
    n: int
    words: list[str] = Field([], max_length=2)


@pytest.mark.parametrize(
    "value", [{"n": "1"}, {"n": True}, {"n": 1.0}, {"n": 1, "more": 2}, {}, {"n": 1, "words": ("a",)}]
)
def test_nothing_is_coerced_and_nothing_more_is_taken(value):
    with pytest.raises(ValidationError):
        Example.model_validate(value)


def test_a_part_cannot_be_changed():
    with pytest.raises(ValidationError):
        Example(n=1).n = 2  # type: ignore[misc]


def test_a_facilitator_has_no_slot():
    with pytest.raises(LookupError, match="no slot"):
        base.NobodysSeat().slot("session", "seat")


def test_a_rule_sees_only_what_its_reads_named():
    named = base.SliceRef("notes", "n1")
    situation = base.Situation(
        head=Table().head,
        scenario=CASE,
        role="facilitator",
        seat=base.NobodysSeat(),
        slices={named: {"text": "x"}},
        wholes={},
        counts={},
        new_id=lambda: "id",
        now=lambda: 0.0,
    )
    assert situation.slice("notes", "n1") == {"text": "x"}
    with pytest.raises(KeyError):
        situation.slice("notes", "n2")


def test_a_collection_that_there_is_not_yet_is_empty():
    view = base.View(Table().head, CASE, {}, {"notes": {"n1": {}}})
    assert view.collection("notes") == {"n1": {}} and view.collection("links") == {}


def test_the_defaults_read_and_need_nothing():
    head = Table().head
    assert base.reads_nothing(head, base.Nothing(), base.NobodysSeat()) == ()
    assert base.needs_nothing(head) == ()
    assert base.head_scope(head, base.Nothing()) == "session"
