"""A document held against its model: every fault of form, with its line, said so that a trainer can mend it."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from workshop.casebook.faults import Fault, ScenarioError
from workshop.casebook.reading import Document, Place
from workshop.casebook.written import NEWEST

M = TypeVar("M", bound=BaseModel)
NUMBER = "Write a whole number here"
FIELDS = "Write fields here"
WORDS = {
    "missing": "This field is missing",
    "extra_forbidden": "There is no such field here",
    "invalid_key": "A field's name is text",
    "literal_error": "It must be {expected}",
    "string_too_long": "Shorten it to {max_length} characters",
    "string_too_short": "Write something here",
    "too_short": "It needs at least {min_length}",
    "too_long": "It takes at most {max_length}",
    "string_type": "Write text here, in quotes when it could be taken for a number or for yes or no",
    "int_type": NUMBER,
    "int_parsing": NUMBER,
    "int_parsing_size": NUMBER,
    "int_from_float": NUMBER,
    "list_type": "Write a list here",
    "greater_than_equal": "It must be {ge} or more",
    "less_than_equal": "It must be {le} or less",
    "dict_type": FIELDS,
    "model_type": FIELDS,
}
PATTERNS = {
    "checked": "Write a date such as 2026-03",
    "review_by": "Write a date such as 2026-03",
    "url": "Write an address that begins with https://",
    "number": "Write a telephone number in digits and spaces, such as 0800 1111",
    "language": "Write a language’s short name, such as en or cy",
}
AN_ID = "Use lower-case letters, digits, - and _, beginning with a letter"
SCALE_KINDS = ("constrained-str", "ScaleFile")
"""A scale is an id or is written out: the library puts into a place which of the two it tried."""


def validated(model: type[M], document: Document) -> M:
    """The document as its model has it. Raises ScenarioError with every fault of form."""
    if document.doubles:
        raise ScenarioError(list(document.doubles))
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        raise ScenarioError(faults_of_form(document, error)) from error


def faults_of_form(document: Document, error: ValidationError) -> list[Fault]:
    """Every fault, in the order of lines, none twice."""
    errors: list[Any] = [e for e in error.errors(include_url=False) if not _of_the_other_kind(document, e["loc"])]
    found = {_fault(document, fault) for fault in errors}
    return sorted(found, key=lambda f: (f.line, f.field))


def _of_the_other_kind(document: Document, place: Place) -> bool:
    """Somebody who writes a scale out need not hear that it is no id, nor the other way round."""
    if place[:1] != ("scale",) or not isinstance(document.value.get("scale"), dict):
        return False
    return len(place) > 1 and place[1] != SCALE_KINDS[1]


def _fault(document: Document, error: Any) -> Fault:
    place: Place = tuple(
        step for step in error["loc"] if step not in SCALE_KINDS and not str(step).startswith("function-")
    )
    return document.fault(place, f"{_sentence(document, error, place)}.")


def _sentence(document: Document, error: Any, place: Place) -> str:
    kind, last = error["type"], str(place[-1]) if place else ""
    if place == ("scale",) and not isinstance(document.value.get("scale"), dict):
        return "Name a shared scale by its id, or write a scale out"
    if kind == "literal_error" and last == "fictional":
        return "Only fictional cases are used: write “fictional: true” once you have made sure"
    if last == "schema":
        return f"This workshop reads schema {NEWEST} at most; a newer one may know what is written here"
    if kind == "string_pattern_mismatch":
        return PATTERNS.get(last, AN_ID)
    if kind == "value_error":
        return str(error["ctx"]["error"])
    return str(WORDS.get(kind, error["msg"])).format_map({**error.get("ctx", {}), "type": kind})
