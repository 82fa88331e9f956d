"""What python-docx has no call for: elements of WordprocessingML (ECMA-376, part 1) by their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx import oxml
from docx.oxml.ns import qn

MADE: Any = oxml.OxmlElement  # pyright: ignore - the library leaves its type open


def element(name: str, attributes: Mapping[str, str] | None = None) -> Any:
    """An element; names with their prefixes, as `w:tblHeader`."""
    made = MADE(name)
    for key, value in (attributes or {}).items():
        made.set(qn(key), value)
    return made
