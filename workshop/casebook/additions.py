"""Fields added to a YAML text where they belong, with every other character left as it stands: comments, quotes, lines.

A library that reads YAML and writes it again would keep comments and not the author's hand (docs/decisions/022).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import yaml

from workshop.casebook.reading import Place

BREAK = re.compile(r"\r\n?|\n")


@dataclass(frozen=True)
class Addition:
    """A field that a mapping at a place does not have yet, after one that it has; at its head without one.

    `value`: a number, a text, or a list of texts. A field that is there has its value replaced.
    """

    place: Place
    name: str
    value: Any
    after: str = ""


def added_to(value: Any, additions: Iterable[Addition]) -> Any:
    """What a text is to say once its additions stand in it."""
    made = deepcopy(value)
    for addition in additions:
        at = made
        for step in addition.place:
            at = at[step]
        at[addition.name] = addition.value
    return made


def written_into(text: str, root: yaml.MappingNode, additions: Iterable[Addition]) -> str:
    """The text with its additions. What cannot be placed is left out; the caller compares with `added_to`."""
    edits = [edit for a in additions if (edit := _edit(text, _mapping(root, a.place), a)) is not None]
    for start, end, new in sorted(edits, key=lambda edit: edit[0], reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _mapping(node: yaml.Node, place: Place) -> yaml.MappingNode:
    for step in place:
        node = node.value[step] if isinstance(step, int) else _pair(node, step)[1]
    assert isinstance(node, yaml.MappingNode)
    return node


def _pair(node: yaml.Node, name: str) -> tuple[yaml.Node, yaml.Node]:
    return next((key, value) for key, value in node.value if key.value == name)


def _edit(text: str, mapping: yaml.MappingNode, addition: Addition) -> tuple[int, int, str] | None:
    names = {key.value for key, _ in mapping.value}
    if addition.name in names:
        old = _pair(mapping, addition.name)[1]
        return old.start_mark.index, old.end_mark.index, json.dumps(addition.value, ensure_ascii=False)
    field = _field(mapping, addition)
    if addition.after in names:
        return _behind(text, mapping, _pair(mapping, addition.after)[1], field)
    first = mapping.value[0][0].start_mark
    if mapping.flow_style:
        return first.index, first.index, f"{field}, "
    return first.index, first.index, f"{field}{_break(text, 0)[1]}{' ' * first.column}"


def _behind(text: str, mapping: yaml.MappingNode, value: yaml.Node, field: str) -> tuple[int, int, str] | None:
    end = value.end_mark.index
    if mapping.flow_style:
        return end, end, f", {field}"
    if not isinstance(value, yaml.ScalarNode) or value.style in ("|", ">"):
        return None  # its end is not at the end of a line
    at, line_end = _break(text, end)
    indent = " " * mapping.start_mark.column
    return (at, at, f"{indent}{field}{line_end}") if at > end else (end, end, f"{line_end}{indent}{field}")


def _break(text: str, start: int) -> tuple[int, str]:
    """Where the line ends on which a place lies, and how lines end in this text; the place itself in the last one."""
    found = BREAK.search(text, start)
    if found:
        return found.end(), found[0]
    any_other = BREAK.search(text)
    return start, any_other[0] if any_other else "\n"


def _field(mapping: yaml.MappingNode, addition: Addition) -> str:
    """As the mapping writes its names: in JSON they stand in quotes."""
    quoted = getattr(mapping.value[0][0], "style", None) == '"'
    listed = isinstance(addition.value, list) and not quoted
    value = f"[{', '.join(addition.value)}]" if listed else json.dumps(addition.value, ensure_ascii=False)
    return f"{json.dumps(addition.name) if quoted else addition.name}: {value}"
