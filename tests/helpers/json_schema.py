"""What in a value breaks a JSON Schema (draft 2020-12), for the keywords that ours uses; any other is a fault."""

import re

TYPES = {
    "object": lambda v: isinstance(v, dict),
    "array": lambda v: isinstance(v, list),
    "string": lambda v: isinstance(v, str),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "number": lambda v: isinstance(v, int | float) and not isinstance(v, bool),
    "boolean": lambda v: isinstance(v, bool),
    "null": lambda v: v is None,
}
CHECKED = {
    "type": lambda v, to, *_: TYPES[to](v),
    "const": lambda v, to, *_: v == to,
    "enum": lambda v, to, *_: v in to,
    "pattern": lambda v, to, *_: not isinstance(v, str) or re.search(to, v) is not None,
    "minimum": lambda v, to, *_: not TYPES["number"](v) or v >= to,
    "maximum": lambda v, to, *_: not TYPES["number"](v) or v <= to,
    "minItems": lambda v, to, *_: not isinstance(v, list) or len(v) >= to,
    "maxItems": lambda v, to, *_: not isinstance(v, list) or len(v) <= to,
    "required": lambda v, to, *_: not isinstance(v, dict) or {*to} <= {*v},
    "anyOf": lambda v, to, whole: any(not list(breaks(v, one, whole)) for one in to),
}
INSIDE = {"properties", "additionalProperties", "items", "prefixItems"}
SAID = {"title", "description", "$defs", "$schema", "$id", "$ref"}


def breaks(value, schema, whole, place=""):
    """(place, keyword) of all that is not as the schema says."""
    assert {*schema} <= {*CHECKED} | INSIDE | SAID, {*schema}
    if "$ref" in schema:
        yield from breaks(value, whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], whole, place)
    for keyword, test in CHECKED.items():
        if keyword in schema and not test(value, schema[keyword], whole):
            yield place, keyword
    if isinstance(value, dict):
        yield from _object(value, schema, whole, place)
    if isinstance(value, list):
        first = schema.get("prefixItems", [])
        for at, one in enumerate(value):
            inner = first[at] if at < len(first) else schema.get("items")
            if inner is not None:
                yield from breaks(one, inner, whole, f"{place}.{at}")


def _object(value, schema, whole, place):
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    for name, one in value.items():
        if name in known:
            yield from breaks(one, known[name], whole, f"{place}.{name}")
        elif others is False:
            yield f"{place}.{name}", "additionalProperties"
        elif others is not True:
            yield from breaks(one, others, whole, f"{place}.{name}")
