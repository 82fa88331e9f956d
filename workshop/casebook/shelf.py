"""What case studies share: scales, the formulation template, agendas, resources, the warm-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from workshop.casebook.faults import ScenarioError
from workshop.casebook.models import AgendaFile, FormulationFile, ResourceFile, ScaleFile, WarmUpFile
from workshop.casebook.reading import read


@dataclass(frozen=True)
class Shelf:
    """The shared parts that a case study may leave out."""

    scales: Mapping[str, ScaleFile]
    formulation: FormulationFile
    agendas: tuple[AgendaFile, ...]
    resources: tuple[ResourceFile, ...]
    warm_up: WarmUpFile


def shelf_beside(directory: Path, shipped: Path) -> Shelf:
    """The shipped parts, with those of a directory's own `scales/` and `shared/` laid over them."""
    scales = {s.id: s for d in (shipped, directory) for s in _scales(d / "scales")}
    return Shelf(
        scales=scales,
        formulation=FormulationFile.model_validate(_shared("formulation", directory, shipped)),
        agendas=tuple(TypeAdapter(list[AgendaFile]).validate_python(_shared("agendas", directory, shipped)["agendas"])),
        resources=tuple(
            TypeAdapter(list[ResourceFile]).validate_python(_shared("resources", directory, shipped)["resources"])
        ),
        warm_up=WarmUpFile.model_validate(_shared("warm-up", directory, shipped)),
    )


def _scales(directory: Path) -> list[ScaleFile]:
    found: list[ScaleFile] = []
    for file in sorted(directory.glob("*.yaml")):
        document = read(file)
        try:
            found.append(ScaleFile.model_validate(document.value))
        except ValueError as error:
            raise ScenarioError([document.fault((), f"This scale cannot be read: {error}")]) from error
    return found


def _shared(name: str, directory: Path, shipped: Path) -> Any:
    own = directory / "shared" / f"{name}.yaml"
    return read(own if own.exists() else shipped / "shared" / f"{name}.yaml").value
