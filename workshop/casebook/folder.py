"""A folder of case studies as people and their machines leave it: which files are meant, and what is left out, and why.

A Mac, an editor, a shared drive lay files of their own beside those of a person. Folders within it are looked into as
well, for people keep things in order; `scales` and `shared` hold parts of case studies and none.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workshop.domain.texts import safe

ENDINGS = (".yaml", ".yml")
PARTS = frozenset({"scales", "shared"})
NOT_OURS = frozenset({"__macosx", "node_modules"})
BACKUPS = ("~", ".bak", ".old", ".orig", ".rej", ".save", ".sav", ".swp", ".swo", ".tmp", "#")
DEEPEST, MOST = 4, 2_000
"""Folders within folders, and files and folders, that are looked at: somebody may name a whole disk."""


@dataclass(frozen=True)
class LeftOut:
    """A file that is not used: its name within the folder, and a sentence."""

    file: str
    why: str

    def __str__(self) -> str:
        return safe(f"{self.file}: {self.why}")  # a name on a disk need not be text


@dataclass(frozen=True)
class Folder:
    """What is in it. `files`: nearest to the top first, then the shortest name: a copy comes after its original."""

    files: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]


def look_into(top: Path, deep: bool = True) -> Folder:
    """The files of a folder that are meant to be read, and those with such a name that are not."""
    files, left_out = list[Path](), list[LeftOut]()
    for number, (path, is_folder) in enumerate(_entries(top, deep, left_out)):
        name = str(path.relative_to(top))
        if number == MOST:
            left_out.append(LeftOut(str(top), f"The folder holds more than {MOST} files. The rest was not looked at."))
            break
        if why := _why_not(path.name, is_folder):
            left_out.append(LeftOut(name, why))
        elif path.name.lower().endswith(ENDINGS):
            files.append(path)
    files.sort(key=lambda p: (len(p.parts), len(p.name), p.name.casefold(), str(p)))
    return Folder(tuple(files), tuple(sorted(left_out, key=lambda found: found.file.casefold())))


def _entries(top: Path, deep: bool, left_out: list[LeftOut], depth: int = 1) -> Iterator[tuple[Path, bool]]:
    try:
        entries = sorted(os.scandir(top), key=lambda e: e.name)
    except OSError as fault:
        left_out.append(LeftOut(str(top), f"The folder cannot be read: {fault.strerror}."))
        return
    folders = [e for e in entries if e.is_dir(follow_symlinks=False)]
    yield from ((Path(e.path), os.path.isdir(e.path)) for e in entries)
    for folder in folders if deep and depth < DEEPEST else ():
        if not folder.name.startswith(".") and folder.name.lower() not in PARTS | NOT_OURS:
            yield from _entries(Path(folder.path), deep, left_out, depth + 1)


def _why_not(name: str, is_folder: bool) -> str:
    """Why something with the name of a case study is none, or "". What nobody takes for one is not worth a word."""
    low = name.lower()
    if not any(ending in low for ending in ENDINGS):
        return ""
    if is_folder:
        return "It is a folder." if low.endswith(ENDINGS) else ""
    if low.startswith("._"):
        return "A Mac made it, to go with another file."
    if low.startswith((".", "~$", "#")):
        return "Its name says that it is hidden."
    if low.endswith(BACKUPS):
        return "Its name says that it is a copy that an editor made."
    if not low.endswith(ENDINGS):
        return f"Its name has to end in {ENDINGS[0]}."
    return ""
