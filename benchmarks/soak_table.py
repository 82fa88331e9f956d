"""The table of `bin/soak`, and its place in docs/reliability.md."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

PAGE = Path(__file__).resolve().parent.parent / "docs/reliability.md"
PLACE = re.compile(r"(<!-- soak -->\n).*?(<!-- /soak -->)", re.DOTALL)


class Row(Protocol):
    """What became of one fault."""

    fault: str
    episodes: int
    acknowledged: int
    refused: int
    wrong: list[str]
    back: list[float]


def table(rows: Sequence[Row], missing: Sequence[str]) -> str:
    """Markdown: one line a fault."""
    lines = [
        "| fault | times | acknowledged | refused | rooms with a wrong figure | all answered again: middle, worst |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {r.fault} | {r.episodes} | {r.acknowledged:,} | {r.refused:,} | {len(r.wrong)} | {_times(r.back)} |"
        for r in rows
    ]
    lines += [f"| {name} | not run here | | | | |" for name in missing]
    return "\n".join(lines)


def write(about: str, rows: Sequence[Row], missing: Sequence[str]) -> None:
    """Into the page, between its two marks."""
    text = PAGE.read_text("utf-8")
    new = f"Machine: {about}.\n\n{table(rows, missing)}\n"
    PAGE.write_text(PLACE.sub(lambda found: f"{found.group(1)}{new}{found.group(2)}", text), "utf-8")


def _times(back: Sequence[float]) -> str:
    ordered = sorted(back)
    return f"{ordered[len(ordered) // 2]:.1f} s, {ordered[-1]:.1f} s" if ordered else "–"
