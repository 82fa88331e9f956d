"""The drawings of icons for pages that the server draws: read from the file from which scripts take them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

SOURCE = "src/shared/ui/drawings.json"
"""Below static/: name → what makes a drawing up, each as [element, attributes, what is inside]."""


def drawings(text: str) -> dict[str, Markup]:
    """Name → what stands in its <svg>, of what stands in SOURCE."""
    return {name: _all(shapes) for name, shapes in json.loads(text).items()}


def _all(shapes: Iterable[list[Any]]) -> Markup:
    return Markup("").join(_drawn(*shape) for shape in shapes)


def _drawn(element: str, attributes: dict[str, str], inside: Iterable[list[Any]] = ()) -> Markup:
    given = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in attributes.items())
    return Markup("<{0}{1}>{2}</{0}>").format(element, given, _all(inside))
