"""Shapes as TypeScript: a Pydantic model's JSON schema as interfaces, so that a page reads what the workshop writes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from workshop.activities.base import Model

Schema = dict[str, Any]
SIMPLE = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


class SameName(ValueError):
    """Two different shapes have one name: one of them needs another."""


class Shapes:
    """The interfaces of all models that were asked for, each once. `add` gives a model's name in TypeScript.

    `whole`: of what a page gets, nothing is left out; what it sends may leave out what has a default.
    """

    def __init__(self, *, whole: bool) -> None:
        self._whole = whole
        self._found: dict[str, Schema] = {}

    def add(self, model: type[Model]) -> str:
        """Note a model and all inside it. Raises SameName."""
        schema = model.model_json_schema()
        self._note(schema.pop("$defs", {}))
        self._note({model.__name__: schema})
        return model.__name__

    def inline(self, model: type[Model]) -> str:
        """A model where it stands: "{ round: string; cards: CardText[] }". What is in it is noted. Raises SameName."""
        schema = model.model_json_schema()
        self._note(schema.pop("$defs", {}))
        return (
            f"{{ {'; '.join(members(schema, self._whole))} }}" if schema.get("properties") else "Record<string, never>"
        )

    def lines(self) -> Iterator[str]:
        """Every interface, by name."""
        for name, schema in sorted(self._found.items()):
            yield from _said(schema.get("description", ""))
            yield f"export interface {name} {{"
            yield from (f"  {member};" for member in members(schema, self._whole))
            yield "}\n"

    def _note(self, shapes: Mapping[str, Schema]) -> None:
        for name, schema in shapes.items():
            if self._found.setdefault(name, schema) != schema:
                raise SameName(name)


def members(schema: Schema, whole: bool) -> Iterator[str]:
    """Each field of an object: "round: string", "idle_out?: boolean"."""
    for name, shape in schema.get("properties", {}).items():
        optional = "" if whole or name in schema.get("required", []) else "?"
        yield f"{name}{optional}: {kind(shape)}"


def kind(shape: Schema) -> str:
    """One type, e.g. "string | null", "CardText[]", "Record<string, 'up' | 'down'>"."""
    if "$ref" in shape:
        return shape["$ref"].rpartition("/")[2]
    if "anyOf" in shape:
        return " | ".join(kind(option) for option in shape["anyOf"])
    if "const" in shape or "enum" in shape:
        return " | ".join(literal(value) for value in shape.get("enum", [shape.get("const")]))
    if shape.get("type") == "array":
        return _list(shape)
    if shape.get("type") == "object":
        return _object(shape)
    return SIMPLE[shape["type"]]


def literal(value: object) -> str:
    """A value as it is written: 'open', 3, null."""
    return f"'{value}'" if isinstance(value, str) else json.dumps(value)


def _list(shape: Schema) -> str:
    if "prefixItems" in shape:
        return f"[{', '.join(kind(item) for item in shape['prefixItems'])}]"
    inner = kind(shape["items"])
    return f"({inner})[]" if " | " in inner else f"{inner}[]"


def _object(shape: Schema) -> str:
    values = shape.get("additionalProperties")
    if not isinstance(values, dict):
        return "Record<string, unknown>"
    return f"Record<{kind(shape.get('propertyNames', {'type': 'string'}))}, {kind(values)}>"


def _said(words: str) -> Iterator[str]:
    """What a shape says of itself, as a comment."""
    first, *more = [line.strip() for line in words.strip().splitlines()] or [""]
    if not first:
        return
    if not more:
        yield f"/** {first} */"
        return
    yield "/**"
    yield from (f" * {line}".rstrip() for line in (first, *more))
    yield " */"
