"""The published schema is what the code says, and every report keeps to it."""

import json
from dataclasses import replace

import pytest

from tests.helpers.json_schema import breaks
from tests.helpers.output import checkpoint, facts, rendered, told, written
from tests.helpers.tree import ROOT, text
from workshop.outputs.formats.json_schema import document, schema
from workshop.outputs.model import AskedOutput, GroundOutput

SCHEMA = schema()
FULL = told(2, 40, kept=written("Ask first, then write to them"))
ASKED = replace(FULL, asked=(AskedOutput("The pace", 24, (("Right", 14), ("Too fast", None))),))


def faults(session):
    return list(breaks(json.loads(rendered("json", session)), SCHEMA, SCHEMA))


def test_what_is_published_is_not_stale():
    assert text(ROOT / "docs" / "report.schema.json") == document(), "run `workshop report-schema --write`"
    assert "(report.schema.json)" in text(ROOT / "docs" / "formats.md")


@pytest.mark.parametrize("seed", range(3))
def test_every_report_keeps_to_it(seed):
    for people in (4, 24, 60):
        assert faults(told(seed, people, kept=written("Ask first"))) == []


def test_a_report_of_nothing_keeps_to_it():
    assert faults(told(1, 0, kept=checkpoint())) == []


def test_what_is_there_only_sometimes_keeps_to_it_too():
    assert faults(ASKED) == []
    assert faults(replace(FULL, facts=facts(24, rehearsal=True, held_on=""))) == []
    first, *others = FULL.formulation.notes
    said = replace(first, sure="think", voice="harmed", ground=GroundOutput("card", "c1"), beneath=("Another",))
    assert faults(replace(FULL, formulation=replace(FULL.formulation, notes=(said, *others)))) == []


def test_every_object_is_closed_and_every_field_has_a_name_and_every_shape_says_what_it_is():
    for shape in (SCHEMA, *SCHEMA["$defs"].values()):
        assert shape["additionalProperties"] is False and shape["description"]
        assert {*shape["required"]} >= {*shape["properties"]} - {"panel", "jotter", "asked"}
    assert SCHEMA["$id"].startswith("urn:")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: made.pop("rounds"),
        lambda made: made.update(extra=1),
        lambda made: made.update(delegates="24"),
        lambda made: made["rounds"][0]["cards"][0].update(kind="odd"),
        lambda made: made["formulation"]["notes"][0].pop("is"),
        lambda made: made["plan"]["signs"]["up"][0].update(by="x"),
        lambda made: made.update(held_on="today"),
    ],
)
def test_whatever_is_otherwise_is_found(spoil):
    made = json.loads(rendered("json", FULL))
    spoil(made)
    assert list(breaks(made, SCHEMA, SCHEMA))
