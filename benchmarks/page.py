"""Writes results into docs/performance.md, between marks, so that the page is what was measured and no more."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"


def put(mark: str, content: str, page: Path = PAGE) -> None:
    """Replace what lies between `<!-- mark -->` and `<!-- /mark -->`. Raises ValueError when there is no such place."""
    text = page.read_text("utf-8")
    place = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- /{mark} -->)", re.DOTALL)
    if not place.search(text):
        raise ValueError(f"{page.name} has no place for {mark}")
    page.write_text(
        place.sub(lambda found: found.group(1) + "\n" + content.strip() + "\n\n" + found.group(2), text), "utf-8"
    )
