"""The report as a tagged PDF: PDF/UA-1 and PDF/A-2a, the same bytes for the same report on every machine.

Typst sets the blocks by `templates/report/report.typ` in the typefaces that are shipped (`outputs/fonts`), and asks the
machine for none, nor for the time. It cannot mark the cells that head a row, so these are marked afterwards.
"""

from __future__ import annotations

import json
from base64 import a85encode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import typst

from workshop.outputs.blocks.model import Report, Table
from workshop.outputs.formats.typst_data import FACES_AT, Plain, data

TEMPLATE = (Path(__file__).parents[1] / "templates" / "report" / "report.typ").read_bytes()
STANDARDS: Any = ["ua-1", "a-2a"]


def render(report: Report) -> bytes:
    """The file's bytes. Marks that pile up on a letter break the standards, and only Typst knows: then without any."""
    try:
        made = _set(data(report))
    except typst.TypstError:
        made = _set(data(report, single=True))
    return _with_row_heads(made, _tables(report))


def _set(told: Plain) -> bytes:
    return set_in(TEMPLATE, "report", told)


def set_in(template: bytes, name: str, told: Plain) -> bytes:
    """What a template makes of values that it reads under this name. Raises TypstError where a standard breaks."""
    return typst.compile(
        template,
        format="pdf",
        font_paths=FACES_AT,
        ignore_system_fonts=True,
        sys_inputs={name: json.dumps(told, ensure_ascii=False)},
        pdf_standards=STANDARDS,
    )


def _with_row_heads(made: bytes, headed: list[bool]) -> bytes:
    """The same, in which the first cell of each row names the row. `headed`: for each table, whether it does there."""
    out = BytesIO()
    with pikepdf.open(BytesIO(made)) as file:
        tables = [e for e in _elements(file.Root.StructTreeRoot) if e.get("/S") == "/Table"]
        for table in (t for t, has in zip(tables, headed, strict=True) if has):
            for cell in filter(None, map(_first_cell, _elements(table))):
                cell.S = pikepdf.Name.TH
                scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
                cell.A = pikepdf.Array([scope, *_listed(cell.get("/A"))])
        file.save(out, deterministic_id=True)
    return _ending_plainly(out.getvalue())


def _ending_plainly(made: bytes) -> bytes:
    """A stream whose last byte is a carriage return reads as if that were the end of its line, and it a byte too long.

    (ISO 19005-2, 6.1.7.1.) One in 256 ends so; in ASCII-85 it ends in `~>`.
    """
    out, flate = BytesIO(), pikepdf.Name.FlateDecode
    with pikepdf.open(BytesIO(made)) as file:
        for stream in file.objects:
            if isinstance(stream, pikepdf.Stream) and stream.get("/Filter") == flate:
                raw = stream.read_raw_bytes()
                if raw.endswith(b"\r"):
                    stream.write(a85encode(raw) + b"~>", filter=pikepdf.Array([pikepdf.Name.ASCII85Decode, flate]))
        kept = pikepdf.StreamDecodeLevel.none
        file.save(out, deterministic_id=True, compress_streams=False, stream_decode_level=kept)
    return out.getvalue()


def _elements(root: Any) -> Iterator[Any]:
    """All structure elements beneath one, in reading order."""
    for child in _listed(root.get("/K")):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)


def _first_cell(row: Any) -> Any | None:
    """The first cell of a row of several; None of anything else, and of a row that is one heading."""
    cells = [c for c in _listed(row.get("/K")) if isinstance(c, pikepdf.Dictionary)] if row.S == "/TR" else []
    return cells[0] if len(cells) > 1 and cells[0].S == "/TD" else None


def _listed(found: Any) -> list[Any]:
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _tables(report: Report) -> list[bool]:
    blocks = [block for section in report.sections for block in section.blocks]
    return [block.row_heads for block in blocks if isinstance(block, Table) and not block.repeats]
