"""What case studies share: scales, the formulation template, agendas, support, needs, terms, law, the warm-up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from workshop.casebook.faults import Fault, ScenarioError
from workshop.casebook.folder import look_into
from workshop.casebook.form import M, validated
from workshop.casebook.models import (
    AgendaFile,
    AgendasFile,
    FormulationFile,
    NeedFile,
    NeedsFile,
    ScaleFile,
    WarmUpFile,
)
from workshop.casebook.reading import read
from workshop.casebook.recognisable import RecognisableFile, Recogniser
from workshop.casebook.sources import (
    GlossaryFile,
    LawFile,
    LawsFile,
    NudgeFile,
    NudgesFile,
    ResourceFile,
    ResourcesFile,
    TermFile,
)


@dataclass(frozen=True)
class Shelf:
    """The shared parts that a case study may leave out."""

    scales: Mapping[str, ScaleFile]
    formulation: FormulationFile
    agendas: tuple[AgendaFile, ...]
    resources: tuple[ResourceFile, ...]
    warm_up: WarmUpFile
    needs: tuple[NeedFile, ...]
    glossary: tuple[TermFile, ...]
    law: tuple[LawFile, ...]
    nudges: tuple[NudgeFile, ...]
    recogniser: Recogniser


def shelf_beside(directory: Path, shipped: Path) -> Shelf:
    """The shipped parts, with those of a directory's own `scales/` and `shared/` laid over them.

    Raises ScenarioError with all the faults of the first file that has any.
    """

    def refuse(path: Path, faults: list[Fault]) -> None:
        raise ScenarioError(faults)

    return shelf_of((shipped, directory), refuse)


def shelf_of(directories: tuple[Path, ...], spoilt: Callable[[Path, list[Fault]], None]) -> Shelf:
    """Parts of later directories laid over those of earlier ones; the first has them all.

    A file that cannot be used is told to `spoilt`, and left out when that returns.
    """

    def usable(model: type[M], path: Path) -> M | None:
        try:
            return _part(model, path)
        except ScenarioError as error:
            spoilt(path, error.faults)
            return None

    def shared(name: str, model: type[M]) -> M:
        files = [f for d in reversed(directories) for f in _files(d / "shared") if f.stem.lower() == name]
        found = next((part for f in files if (part := usable(model, f)) is not None), None)
        return found if found is not None else _part(model, directories[0] / "shared" / f"{name}.yaml")

    scales = [usable(ScaleFile, f) for d in directories for f in _files(d / "scales")]
    return Shelf(
        scales={s.id: s for s in scales if s is not None},
        formulation=shared("formulation", FormulationFile),
        agendas=tuple(shared("agendas", AgendasFile).agendas),
        resources=tuple(shared("resources", ResourcesFile).resources),
        warm_up=shared("warm-up", WarmUpFile),
        needs=tuple(shared("needs", NeedsFile).needs),
        glossary=tuple(shared("glossary", GlossaryFile).glossary),
        law=tuple(shared("law", LawsFile).law),
        nudges=tuple(shared("nudges", NudgesFile).nudges),
        recogniser=Recogniser(shared("recognisable", RecognisableFile)),
    )


def _part(model: type[M], path: Path) -> M:
    """A shared part. Every folder needs the shipped ones: a file is read once, until it is another."""
    try:
        found = path.stat()
    except OSError:
        return validated(model, read(path))  # which says what is wrong with it
    return _read(model, path, (found.st_ino, found.st_mtime_ns, found.st_size))


@lru_cache(maxsize=64)
def _read(model: type[M], path: Path, stamp: tuple[int, int, int]) -> M:
    return validated(model, read(path))


def _files(directory: Path) -> tuple[Path, ...]:
    return look_into(directory, deep=False).files if directory.is_dir() else ()
