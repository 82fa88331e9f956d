"""The group chat with every text as long as its limit allows, in one unbroken word: no page may be pushed out by it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from workshop.casebook import SHIPPED

WORD = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
NAME = "longest"


def word(length: int) -> str:
    """One word of so many letters."""
    return (WORD * (length // len(WORD) + 1))[:length]


def write_longest(folder: Path) -> str:
    """Put the case study there. Returns its id."""
    case = _read("group-chat")
    scale = _read(f"scales/{case['scale']}")
    shared = {name: _read(f"shared/{name}") for name in ("agendas", "formulation", "resources", "warm-up")}
    case |= {"id": NAME, "scale": scale, "formulation": shared["formulation"], "warm_up": shared["warm-up"]}
    case |= {"agendas": shared["agendas"]["agendas"], "resources": shared["resources"]["resources"]}
    schema = json.loads((SHIPPED / "schema.json").read_text("utf-8"))
    grown = _longest(case, schema, schema["$defs"])
    (folder / f"{NAME}.yaml").write_text(yaml.safe_dump(grown, allow_unicode=True, width=10_000), "utf-8")
    return NAME


def _read(name: str) -> dict[str, Any]:
    found = yaml.safe_load((SHIPPED / f"{name}.yaml").read_text("utf-8"))
    return {key: value for key, value in found.items() if key != "$schema"}


def _longest(value: Any, schema: dict[str, Any], defs: dict[str, Any]) -> Any:
    """A value of this schema with its free texts at their limits; whatever has a form of its own stays."""
    schema = _meant(value, schema, defs)
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        return {key: _longest(of, properties.get(key, {}), defs) for key, of in value.items()}
    if isinstance(value, list):
        return [_longest(of, schema.get("items", {}), defs) for of in value]
    free = isinstance(value, str) and "maxLength" in schema and not {"pattern", "enum", "const"} & schema.keys()
    return word(schema["maxLength"]) if free else value


def _meant(value: Any, schema: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    """The schema itself: not what refers to it, nor the other choices."""
    if "$ref" in schema:
        return _meant(value, defs[schema["$ref"].rpartition("/")[2]], defs)
    kinds = {dict: "object", list: "array", str: "string"}
    choices = [_meant(value, choice, defs) for choice in schema.get("anyOf", ())]
    return next((c for c in choices if c.get("type") == kinds.get(type(value))), schema)
