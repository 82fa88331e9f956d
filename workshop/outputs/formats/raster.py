"""Pictures as PNG, for formats that hold no SVG: set in the shipped typefaces, and the same bytes everywhere."""

from __future__ import annotations

import json
from collections.abc import Sequence

import typst

from workshop.outputs.formats.typst_data import FACES_AT, svg

PPI = 200
PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#let drawings = json(bytes(sys.inputs.drawings))
#for (at, drawing) in drawings.enumerate() {
  if at > 0 { pagebreak() }
  image(bytes(drawing), format: "svg", width: 170mm)
}
"""


def pngs(drawings: Sequence[str]) -> list[bytes]:
    """One picture each, 170 mm wide at 200 dots an inch. SVG as `workshop.drawing` makes it."""
    if not drawings:
        return []
    given = {"drawings": json.dumps([svg(d) for d in drawings], ensure_ascii=False)}
    made = typst.compile(PAGE, format="png", ppi=PPI, font_paths=FACES_AT, ignore_system_fonts=True, sys_inputs=given)
    return [page for page in (made if isinstance(made, list) else [made]) if isinstance(page, bytes)]
