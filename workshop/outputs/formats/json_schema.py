"""The JSON Schema of the report as data, generated from its shape (json_shape.py)."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import Field

from workshop.domain.disclosure import BANDS
from workshop.outputs.formats.json_data import SCHEMA
from workshop.outputs.formats.json_drawing import Shape
from workshop.outputs.formats.json_shape import (
    FormulationShape,
    LedgerShape,
    PlanShape,
    RoundShape,
    ScaleShape,
    SecondShape,
)
from workshop.outputs.model import NeedOutput, ResourceOutput
from workshop.outputs.model_talk import JottingOutput, PanelOutput

ID = f"urn:continuum-workshop:report:{SCHEMA}"
"""Names it; it is no address."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"
SOMETIMES = frozenset({"panel", "jotter", "asked"})
"""Fields that are there only where there is something of them."""


class ConfidenceItem(Shape):
    """One item of 0 to 10. `bands`: how many in each; null is withheld."""

    item: str
    words: str
    asked: Literal["now", "looking_back"]
    n: int | None
    median: int | None
    quartiles: tuple[int, int] | None
    bands: dict[str, int | None] | None = Field(description=", ".join(f"{a}-{b}" for a, b in BANDS))


class ConfidenceShape(Shape):
    """One asking."""

    asking: Literal["before", "after"]
    answered: int | None
    items: list[ConfidenceItem]


class ThemeShape(Shape):
    """How many of the questions that were kept the facilitator put under a theme."""

    theme: str
    n: int


class TextShape(Shape):
    """What was kept of the words at the end."""

    field: str
    text: str


class RewordedShape(Shape):
    """A text whose words are the facilitator's."""

    kind: str
    text: str


class RowShape(Shape):
    """One answer; null: how many is not told."""

    words: str
    n: int | None


class AskedShape(Shape):
    """What else the room answered."""

    title: str
    answered: int
    rows: list[RowShape]


class ReportShape(Shape):
    """A released report: what the room was shown and what it wrote together. A figure that is not told is null."""

    schema_: Literal[2] = Field(alias="schema")
    scenario: str
    scenario_title: str
    scenario_version: int
    scenario_sha256: str
    title: str
    opening: str
    agenda: str
    fictional: bool
    rehearsal: bool
    corrected: bool = Field(description="Whether it replaces an earlier report of the session.")
    held_on: str = Field(description="The day, ISO 8601, or empty.", pattern=r"^(\d{4}-\d{2}-\d{2})?$")
    threshold: int = Field(description="k: the fewest people of whom a figure is told.")
    delegates: int | None
    scale: ScaleShape
    second: SecondShape | None
    rounds: list[RoundShape]
    ledger: list[LedgerShape]
    formulation: FormulationShape
    plan: PlanShape
    confidence: list[ConfidenceShape]
    needs: list[NeedOutput]
    panel: list[PanelOutput]
    jotter: list[JottingOutput]
    asked: list[AskedShape]
    kept_texts: list[TextShape]
    kept_questions: list[str]
    question_themes: list[ThemeShape]
    resources: list[ResourceOutput]
    summary: str
    reflection: str
    reworded: list[RewordedShape]


def schema() -> dict[str, Any]:
    """The schema, JSON-like: every object closed, every field there but those of SOMETIMES."""
    made = ReportShape.model_json_schema(ref_template="#/$defs/{model}")
    for shape in (made, *made["$defs"].values()):
        if "properties" in shape:
            _closed(shape)
    return {"$schema": DIALECT, "$id": ID, **made, "title": "A released report of Continuum Workshop"}


def document() -> str:
    """The file's text."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _closed(shape: dict[str, Any]) -> None:
    """A model of ours may leave a field out; what is written has them all, and no other."""
    shape["additionalProperties"] = False
    shape["required"] = [name for name in shape["properties"] if name not in SOMETIMES]
    for field in shape["properties"].values():
        field.pop("default", None)
