"""docs/protocol.md and the JSON Schema of case studies are what the code says today."""

import json

from tests.helpers.tree import ROOT, text
from workshop.casebook import json_schema
from workshop.cli.protocol import document


def test_the_protocol_is_not_stale():
    assert text(ROOT / "docs" / "protocol.md") == document(), "run `workshop protocol --write`"


def test_the_schema_of_case_studies_is_not_stale():
    published = json.loads(text(ROOT / "scenarios" / "schema.json"))
    assert published == json_schema(), "run `workshop scenario schema > scenarios/schema.json`"
