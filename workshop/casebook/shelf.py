"""What case studies share: scales, the formulation template, agendas, resources, the warm-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workshop.casebook.form import M, validated
from workshop.casebook.models import (
    AgendaFile,
    AgendasFile,
    FormulationFile,
    ResourceFile,
    ResourcesFile,
    ScaleFile,
    WarmUpFile,
)
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
    """The shipped parts, with those of a directory's own `scales/` and `shared/` laid over them.

    Raises ScenarioError with all the faults of the first file that has any.
    """
    scales = (
        validated(ScaleFile, read(f)) for d in (shipped, directory) for f in sorted((d / "scales").glob("*.yaml"))
    )

    def shared(name: str, model: type[M]) -> M:
        own = directory / "shared" / f"{name}.yaml"
        return validated(model, read(own if own.exists() else shipped / "shared" / f"{name}.yaml"))

    return Shelf(
        scales={s.id: s for s in scales},
        formulation=shared("formulation", FormulationFile),
        agendas=tuple(shared("agendas", AgendasFile).agendas),
        resources=tuple(shared("resources", ResourcesFile).resources),
        warm_up=shared("warm-up", WarmUpFile),
    )
