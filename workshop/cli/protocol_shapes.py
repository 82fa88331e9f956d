"""Shapes in words: a Pydantic model as a Markdown table, its types as a client's author reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, get_args, get_type_hints

from workshop.activities.base import Length, Model, Part

Schema = dict[str, Any]
Limits = Mapping[str, Length]
"""As `Command.texts`."""


def fields(model: type[Model], limits: Limits | None = None) -> Iterator[str]:
    """The table of a body or part, then one table for each shape inside it; above it what the shape says of itself."""
    schema = model.model_json_schema()
    inside: dict[str, Schema] = schema.get("$defs", {})
    yield from _table(schema, limits or {})
    for name, shape in inside.items():
        yield f"`{name}`:\n"
        yield from _table(shape, {})


def may_be_null(part: Part) -> bool:
    """Whether there may be nothing of a part, by what its builder says that it returns."""
    return NoneType in get_args(get_type_hints(part.build)["return"])


def _table(schema: Schema, limits: Limits) -> Iterator[str]:
    properties: dict[str, Schema] = schema.get("properties", {})
    if not properties:
        yield "No fields: `{}`.\n"
        return
    if words := schema.get("description"):
        yield f"{words}\n"
    yield "| field | type |\n|---|---|"
    for name, shape in properties.items():
        left_out = "" if name in schema.get("required", []) else f"; may be left out: {_value(shape.get('default'))}"
        yield f"| `{name}` | {kind(shape)}{_limit(limits.get(name))}{left_out} |"
    yield ""


def _limit(limit: int | tuple[int, int] | None) -> str:
    if limit is None:
        return ""
    return f" of {limit[0]} to {limit[1]} characters" if isinstance(limit, tuple) else f" of at most {limit} characters"


def kind(shape: Schema) -> str:
    """One type: "string of 1 to 40 characters", "integer 1 to 5 or null", "list of at most 7 × (string)"."""
    if "$ref" in shape:
        return f"`{shape['$ref'].rpartition('/')[2]}`"
    if "anyOf" in shape:
        options = [kind(s) for s in shape["anyOf"]]
        return ("; or " if any(o.startswith("list") for o in options) else " or ").join(options)
    if "const" in shape:
        return _value(shape["const"])
    if "enum" in shape:
        return ", ".join(_value(v) for v in shape["enum"])
    return {"string": _string, "array": _list, "object": _object, "integer": _number, "number": _number}.get(
        shape["type"], lambda s: str(s["type"])
    )(shape)


def free_texts(model: type[Model]) -> list[str]:
    """Fields of a body that anything may be typed into: the shape sets no limit, so a rule must."""
    found: list[str] = []
    for name, shape in model.model_json_schema().get("properties", {}).items():
        options: list[Schema] = [*shape.get("anyOf", []), shape]
        found += [name for s in options if s.get("type") == "string" and not {"maxLength", "enum", "const"} & set(s)]
    return found


def _string(shape: Schema) -> str:
    least, most = shape.get("minLength", 0), shape.get("maxLength")
    if most is None:
        return "string"
    return f"string of {least} to {most} characters" if least else f"string of at most {most} characters"


def _number(shape: Schema) -> str:
    least, most = shape.get("minimum"), shape.get("maximum")
    name = shape["type"]
    if least is None and most is None:
        return name
    return f"{name} {least} to {most}" if most is not None else f"{name} from {least}"


def _list(shape: Schema) -> str:
    least, most = shape.get("minItems", 0), shape.get("maxItems")
    many = f" {least} to {most}" if least else f" at most {most}"
    return f"list of{many if most is not None else ''}: {kind(shape['items'])}"


def _object(shape: Schema) -> str:
    values = shape.get("additionalProperties")
    if not isinstance(values, dict):
        return "object"
    names = shape.get("propertyNames", {"type": "string"})
    return f"object: {kind(names)} → {kind(values)}"


def _value(value: object) -> str:
    return f"`{value!r}`".replace("'", '"').replace("None", "null").replace("True", "true").replace("False", "false")
