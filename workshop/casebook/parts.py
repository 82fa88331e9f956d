"""Which shared part a file holds, by what stands in it: one that is named apart may lie anywhere."""

from __future__ import annotations

from workshop.casebook.form import validated
from workshop.casebook.models import AgendasFile, FormulationFile, NeedsFile, ScaleFile, WarmUpFile
from workshop.casebook.reading import Document
from workshop.casebook.recognisable import RecognisableFile
from workshop.casebook.sources import GlossaryFile, LawsFile, NudgesFile, ResourcesFile
from workshop.casebook.written import WrittenFile

OF_A_CASE = frozenset({"opening", "fictional", "people", "reviewed_by"})
MARKS: dict[str, type[WrittenFile]] = {
    "stages": ScaleFile,
    "sections": FormulationFile,
    "kinds": RecognisableFile,
    "agendas": AgendasFile,
    "resources": ResourcesFile,
    "needs": NeedsFile,
    "glossary": GlossaryFile,
    "law": LawsFile,
    "nudges": NudgesFile,
}
"""A field that a part has, and what has it."""


def part_of(document: Document) -> WrittenFile | None:
    """The part, or None when the file is a case study, or is meant to be one. Raises ScenarioError with its faults."""
    fields = set(document.value)
    if OF_A_CASE & fields:
        return None
    if "cards" in fields:
        return validated(WarmUpFile, document) if "question" in fields and "id" not in fields else None
    mark = next((mark for mark in MARKS if mark in fields), None)
    return validated(MARKS[mark], document) if mark else None
