"""Reads and validates `scenarios/*.yaml`: every fault of a file at once, each with its line and what would be right.

Belongs here: YAML, lines, the schema of a case study. Does not belong here: what happens in a session.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from workshop.casebook.build import build_scenario
from workshop.casebook.faults import Fault, ScenarioError
from workshop.casebook.form import validated
from workshop.casebook.models import ScaleFile, ScenarioFile
from workshop.casebook.reading import read
from workshop.casebook.rules import faults_of
from workshop.casebook.shelf import Shelf, shelf_beside
from workshop.domain.scenario import Scenario

__all__ = ["Casebook", "Fault", "ScenarioError", "check_file", "json_schema", "load_file"]
SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"


def check_file(path: Path) -> list[Fault]:
    """Every fault of one case study or shared scale, in the order of its lines; none when it can be used."""
    try:
        document = read(path)
        if "stages" in document.value and "cards" not in document.value:
            validated(ScaleFile, document)
        else:
            _load(path)
    except ScenarioError as error:
        return error.faults
    return []


def load_file(path: Path) -> Scenario:
    """One case study. Raises ScenarioError with all its faults."""
    return _load(path)


def json_schema() -> dict[str, object]:
    """The JSON Schema of a case study, for editors."""
    schema = ScenarioFile.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "A case study"}


class Casebook:
    """All case studies in some directories; a later directory's id wins over an earlier one's."""

    def __init__(self, directories: list[Path]) -> None:
        self._scenarios: dict[str, Scenario] = {}
        for directory in directories:
            for file in sorted(directory.glob("*.yaml")):
                scenario = load_file(file)
                self._scenarios[scenario.id] = scenario

    def get(self, id: str, version: int | None = None) -> Scenario:
        """One by id; the version on the shelf is the only one there is. Raises KeyError."""
        return self._scenarios[id]

    def list(self) -> list[Scenario]:
        """All, by title."""
        return sorted(self._scenarios.values(), key=lambda s: s.title)


def _load(path: Path) -> Scenario:
    document = read(path)
    shelf = _shelf(path.resolve().parent)
    faults = faults_of(document, shelf)
    if faults:
        raise ScenarioError(faults)
    return build_scenario(ScenarioFile.model_validate(document.value), shelf)


@lru_cache(maxsize=8)
def _shelf(directory: Path) -> Shelf:
    return shelf_beside(directory, SHIPPED)
