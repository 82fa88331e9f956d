"""Which component files make up which style sheet: one request a page, however many components it has."""

from __future__ import annotations

import re
from pathlib import Path

BASE = ("tokens", "_reset", "ramp", "mark", "button", "field", "banner", "page")
PARTS = ("sheet", "strip", "agreement", "upright", "state", "connection", "quote", "shift", "still")
DELEGATE = ("phone", "card", "target", "chip", "progress", "yours", "tens", "note", "plan", "place-wide")
CONSOLE = ("console", "agenda", "queue", "timer", "questions", "progress", "note", "plan", "chip", "tens")
SCREEN = ("screen", "lobby", "progress", "focus", "formulation", "screen-plan")
OFFICE = ("office", "account", "setup", "home", "desk", "report", "agenda", "chip")
SHEETS: dict[str, tuple[str, ...]] = {
    "join": (*BASE, "sheet", "state", "connection", "still", "phone", "join"),
    "delegate": (*BASE, *PARTS, *DELEGATE),
    "console": (*BASE, *PARTS, *CONSOLE),
    "screen": (*BASE, *PARTS, *SCREEN),
    "office": (*BASE, *PARTS, *OFFICE),
}


def bundle(folder: Path, names: tuple[str, ...]) -> bytes:
    """The named component files of folder/css, each once, in this order, joined into one sheet."""
    return b"\n".join(_squeezed((folder / "css" / f"{name}.css").read_text(encoding="utf-8")) for name in dict.fromkeys(names))


def _squeezed(css: str) -> bytes:
    """Without comments and indentation; nothing that could change the meaning."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip()).encode()
