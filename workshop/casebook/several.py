"""All case studies of one folder: every one that can be used, and a sentence for every one that cannot."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from workshop.casebook.build import build_scenario
from workshop.casebook.faults import Fault, ScenarioError
from workshop.casebook.folder import LeftOut, look_into
from workshop.casebook.models import ScenarioFile
from workshop.casebook.reading import Document, read
from workshop.casebook.rules import faults_of
from workshop.casebook.shelf import Shelf, shelf_of
from workshop.domain.scenario import Scenario

CASE = frozenset({"cards", "opening", "scale", "fictional"})
"""Who has none of these fields is another kind of file."""


@dataclass
class Found:
    """Case studies by id; what is left out; all faults of those that cannot be used."""

    scenarios: dict[str, Scenario] = field(default_factory=dict[str, Scenario])
    left_out: list[LeftOut] = field(default_factory=list[LeftOut])
    faults: list[Fault] = field(default_factory=list[Fault])


def read_folder(top: Path, shipped: Path) -> Found:
    """Whatever is in it."""
    folder, found = look_into(top), Found()
    found.left_out += folder.left_out
    shelves, files = dict[Path, Shelf](), dict[str, str]()
    for path in folder.files:
        name = str(path.relative_to(top))
        try:
            document = read(path)
            if not CASE & set(document.value):
                raise ScenarioError([document.fault((), _other_kind(document))])
            shelf = shelves.get(path.parent) or _shelf(found, top, path.parent, shipped)
            shelves[path.parent] = shelf
            scenario = scenario_of(document, shelf)
        except ScenarioError as error:
            found.left_out.append(LeftOut(name, _why(error.faults)))
            found.faults += error.faults
            continue
        if scenario.id in files:
            taken = f"{files[scenario.id]} has the id “{scenario.id}” already. Give each its own."
            found.left_out.append(LeftOut(name, taken))
        else:
            found.scenarios[scenario.id], files[scenario.id] = scenario, name
    return found


def scenario_of(document: Document, shelf: Shelf) -> Scenario:
    """The case study that a file holds. Raises ScenarioError with all its faults."""
    faults = faults_of(document, shelf)
    if faults:
        raise ScenarioError(faults)
    return build_scenario(ScenarioFile.model_validate(document.value), shelf)


def _shelf(found: Found, top: Path, folder: Path, shipped: Path) -> Shelf:
    """The shared parts for the case studies of a folder; of its own, those that can be used."""

    def spoilt(path: Path, faults: list[Fault]) -> None:
        named = LeftOut(str(path.relative_to(top)), _why(faults))
        if named not in found.left_out:
            found.left_out.append(named)

    return shelf_of(tuple(dict.fromkeys((shipped, top, folder))), spoilt)


def _why(faults: list[Fault]) -> str:
    first = faults[0]
    where = f"Line {first.line}: " + (f"{first.field}: " if first.field else "")
    more = f" And {len(faults) - 1} more: workshop scenario check says them all." if len(faults) > 1 else ""
    return f"{where}{first.message}{more}"


def _other_kind(document: Document) -> str:
    if "stages" in document.value:
        return "This is a scale. Put it into the folder “scales”."
    return "This is no case study: it has no cards."
