"""A page with all pictures of a tour: a row for each, the engines side by side."""

from __future__ import annotations

from html import escape
from pathlib import Path

HEAD = """<!doctype html><meta charset="utf-8"><title>The tour</title>
<style>body { font: 14px sans-serif } table { border-spacing: 8px } td { vertical-align: top }
img { max-width: 30vw; max-height: 70vh; border: 1px solid #999 }</style>
"""


def write_album(out: Path, engines: tuple[str, ...]) -> Path:
    """Write `out`/index.html over the PNG files in `out`/ENGINE. Returns its path."""
    names = sorted({path.name for engine in engines for path in (out / engine).glob("*.png")})
    heads = "".join(f"<th>{engine}" for engine in engines)
    page = out / "index.html"
    page.write_text(f"{HEAD}<table><tr><th>{heads}{''.join(_row(out, engines, name) for name in names)}</table>\n")
    return page


def _row(out: Path, engines: tuple[str, ...], name: str) -> str:
    there = [escape(f"{engine}/{name}") if (out / engine / name).exists() else "" for engine in engines]
    cells = "".join(f'<td><a href="{to}"><img loading="lazy" src="{to}"></a>' if to else "<td>–" for to in there)
    return f"\n<tr><td>{escape(name.removesuffix('.png'))}{cells}"
