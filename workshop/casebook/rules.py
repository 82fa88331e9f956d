"""What must hold across the fields of a case study, said so that a trainer can mend it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from workshop.casebook.build import steps_of
from workshop.casebook.faults import Fault
from workshop.casebook.models import ScaleFile, ScenarioFile
from workshop.casebook.reading import Document, Place
from workshop.casebook.shelf import Shelf

WORDS = {
    "missing": "This field is missing",
    "extra_forbidden": "There is no such field here",
    "literal_error": "It must be {expected}",
    "string_too_long": "Shorten it to {max_length} characters",
    "string_too_short": "Write something here",
    "too_short": "It needs at least {min_length}",
    "too_long": "It takes at most {max_length}",
    "string_type": "Write text here",
    "int_type": "Write a whole number here",
    "int_parsing": "Write a whole number here",
    "list_type": "Write a list here",
    "greater_than_equal": "It must be {ge} or more",
    "less_than_equal": "It must be {le} or less",
    "dict_type": "Write fields here",
    "model_type": "Write fields here",
}
PATTERNS = {
    "id": "Use lower-case letters, digits, - and _, beginning with a letter",
    "checked": "Write a date such as 2026-03",
}
SCALE_KINDS = ("constrained-str", "ScaleFile")


def faults_of(document: Document, shelf: Shelf) -> list[Fault]:
    """Every fault, in the order of lines: first of form; when the form is right, of what belongs together."""
    try:
        file = ScenarioFile.model_validate(document.value)
    except ValidationError as error:
        found = [_of_form(document, fault) for fault in error.errors(include_url=False)]
        return sorted(set(found), key=lambda f: (f.line, f.field))
    return sorted((document.fault(p, m) for p, m in _of_meaning(file, shelf)), key=lambda f: (f.line, f.field))


def _of_form(document: Document, error: Any) -> Fault:
    place: Place = tuple(
        step for step in error["loc"] if step not in SCALE_KINDS and not str(step).startswith("function-")
    )
    if error["loc"][:1] == ("scale",) and len(place) == 1 and isinstance(document.value.get("scale"), str):
        return document.fault(place, "Name a shared scale by its id, or write a scale out.")
    if error["type"] == "literal_error" and place[-1:] == ("fictional",):
        return document.fault(place, "Only fictional cases are used: write “fictional: true” once you have made sure.")
    if error["type"] == "string_pattern_mismatch":
        return document.fault(place, PATTERNS.get(str(place[-1]), PATTERNS["id"]) + ".")
    if error["type"] == "value_error":
        return document.fault(place, str(error["ctx"]["error"]) + ".")
    sentence = str(WORDS.get(error["type"], error["msg"])).format_map({**error.get("ctx", {}), "type": error["type"]})
    return document.fault(place, f"{sentence}.")


def _of_meaning(file: ScenarioFile, shelf: Shelf) -> Iterator[tuple[Place, str]]:
    scale = file.scale if isinstance(file.scale, ScaleFile) else shelf.scales.get(file.scale)
    if scale is None:
        yield ("scale",), f"There is no shared scale “{file.scale}”. There are: {', '.join(sorted(shelf.scales))}."
        return
    if len(scale.stages) < 3:
        yield ("scale",), "A case study needs a scale of at least three stages: with fewer, agreement means nothing."
    for name in ("people", "cards", "information", "agendas"):
        yield from _doubles(name, [item.id for item in getattr(file, name) or ()])
    yield from _ranges(file, len(scale.stages))
    yield from _effects(file)
    yield from _agendas(file)


def _doubles(name: str, ids: list[str]) -> Iterator[tuple[Place, str]]:
    for number, id in enumerate(ids):
        if id in ids[:number]:
            yield (name, number, "id"), f"The id “{id}” is used twice. Give each its own."


def _ranges(file: ScenarioFile, size: int) -> Iterator[tuple[Place, str]]:
    for number, card in enumerate(file.cards):
        span = card.notes.range
        if span and not 1 <= span[0] <= span[1] <= size:
            yield ("cards", number, "notes", "range"), f"Give two stages from 1 to {size}, the lower one first."


def _effects(file: ScenarioFile) -> Iterator[tuple[Place, str]]:
    known = {card.id for card in file.cards}
    for number, information in enumerate(file.information):
        for card in information.effects:
            if card not in known:
                yield ("information", number, "effects", card), f"There is no card “{card}”."


def _agendas(file: ScenarioFile) -> Iterator[tuple[Place, str]]:
    for number, agenda in enumerate(file.agendas or ()):
        for at, step in enumerate(agenda.steps):
            try:
                list(steps_of([step], file))
            except (LookupError, ValueError) as wrong:
                yield ("agendas", number, "steps", at, "settings"), str(wrong.args[0])
