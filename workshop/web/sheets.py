"""Which component files make up which style sheet: one request a page, however many components it has."""

from __future__ import annotations

from pathlib import Path

from workshop.web.lean import lean_css

BASE = ("tokens", "_reset", "ramp", "mark", "button", "field", "banner", "page", "unstarted")
PARTS = ("sheet", "strip", "agreement", "upright", "state", "connection", "quote", "shift", "still")
DELEGATE = (
    "phone",
    "card",
    "target",
    "chip",
    "progress",
    "yours",
    "tens",
    "note",
    "plan",
    "place-wide",
    "delegate-more",
)
CONSOLE = ("console", "agenda", "queue", "timer", "questions", "progress", "note", "plan", "chip", "console-work")
SCREEN = ("screen", "lobby", "progress", "focus", "formulation", "screen-plan", "screen-words")
OFFICE = ("office", "prose", "account", "setup", "home", "desk", "report", "agenda", "chip")
SHEETS: dict[str, tuple[str, ...]] = {
    "join": (*BASE, "sheet", "state", "connection", "still", "phone", "join", "delegate-more", "contrast"),
    "delegate": (*BASE, *PARTS, *DELEGATE, "contrast"),
    "console": (*BASE, *PARTS, *CONSOLE, "contrast"),
    "screen": (*BASE, *PARTS, *SCREEN, "contrast"),
    "office": (*BASE, *PARTS, *OFFICE, "contrast"),
}


def bundle(folder: Path, names: tuple[str, ...]) -> bytes:
    """The named component files of folder/css, each once, in this order, joined into one sheet."""
    return b"\n".join(
        lean_css((folder / "css" / f"{name}.css").read_text(encoding="utf-8")).encode() for name in dict.fromkeys(names)
    )
