"""Reads and validates `scenarios/*.yaml`: every fault of a file at once, each with its line and what would be right.

Belongs here: YAML, lines, the schema of a case study. Does not belong here: what happens in a session.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from workshop.casebook.cautions import cautions_of
from workshop.casebook.faults import Fault, ScenarioError
from workshop.casebook.folder import LeftOut
from workshop.casebook.models import ScenarioFile
from workshop.casebook.parts import part_of
from workshop.casebook.reading import Document, parsed, read
from workshop.casebook.recognisable import Looks
from workshop.casebook.several import read_folder, scenario_of
from workshop.casebook.shelf import Shelf, shelf_beside
from workshop.casebook.upgrade import Upgrade, upgraded
from workshop.domain.scenario import Scenario

__all__ = ["Casebook", "Fault", "ScenarioError", "cautions", "check_file", "json_schema", "load_file", "upgrade"]
SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"


def check_file(path: Path) -> list[Fault]:
    """Every fault of one case study or shared part, in the order of its lines; none when it can be used."""
    try:
        _check(read(path), path)
    except ScenarioError as error:
        return error.faults
    return []


def cautions(path: Path, today: date, looks: Looks) -> list[Fault]:
    """What the author of a file without faults may look at again. Raises ScenarioError when it has some.

    `looks`: what else a text that tells the case looks like, in words.
    """
    document = read(path)
    _check(document, path)
    return cautions_of(document, _shelf(path.resolve().parent).recogniser, today, looks)


def upgrade(path: Path) -> Upgrade | None:
    """What a file would be in the newest schema, to be looked at and written; None when it is in it.

    Raises ScenarioError when it has faults, or when nothing can be added to it safely.
    """
    _check(read(path), path)
    found = upgraded(path)
    if found is not None:
        _check(parsed(str(path), found.after)[0], path)
    return found


def load_file(path: Path) -> Scenario:
    """One case study. Raises ScenarioError with all its faults."""
    return _load(path)


def json_schema() -> dict[str, object]:
    """The JSON Schema of a case study, for editors."""
    schema = ScenarioFile.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "A case study"}


class Casebook:
    """All case studies in some directories; a later directory's id wins over an earlier one's.

    What cannot be used is left out and said; only when nothing at all can be used, ScenarioError is raised.
    """

    def __init__(self, directories: Sequence[Path]) -> None:
        self._scenarios: dict[str, Scenario] = {}
        self._left_out: list[LeftOut] = []
        faults = list[Fault]()
        for directory in directories:
            found = read_folder(directory, SHIPPED)
            self._scenarios |= found.scenarios
            self._left_out += found.left_out
            faults += found.faults
        if faults and not self._scenarios:
            raise ScenarioError(faults)

    def get(self, id: str) -> Scenario:
        """One by id, as it is on the shelf now. Raises KeyError."""
        return self._scenarios[id]

    def list(self) -> list[Scenario]:
        """All, by title."""
        return sorted(self._scenarios.values(), key=lambda s: s.title)

    def left_out(self) -> list[str]:
        """What was not read, each in a sentence with the name of the file."""
        return [str(found) for found in self._left_out]


def _load(path: Path) -> Scenario:
    return scenario_of(read(path), _shelf(path.resolve().parent))


def _check(document: Document, path: Path) -> None:
    """Whether a file can be used, as what it is. Raises ScenarioError."""
    if part_of(document) is None:
        scenario_of(document, _shelf(path.resolve().parent))


@lru_cache(maxsize=8)
def _shelf(directory: Path) -> Shelf:
    return shelf_beside(directory, SHIPPED)
