"""Blocks of what a room made together: how many said what, what happened, its notes, and their picture."""

from __future__ import annotations

from dataclasses import dataclass

from workshop.domain.picture import Picture
from workshop.words import Words


@dataclass(frozen=True)
class Counts:
    """(what, how many, how many in words), the most first. `n` None: that many is not told."""

    rows: tuple[tuple[str, int | None, str], ...]


@dataclass(frozen=True)
class Story:
    """What happened, in order: (title, the id of its section, what, words of the case study or "")."""

    steps: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True)
class Notes:
    """The room's notes by section: (title, (number, words, what it hangs together with or "") …)."""

    sections: tuple[tuple[str, tuple[tuple[int, str, str], ...]], ...]


@dataclass(frozen=True)
class Drawing:
    """The picture of the explanation; the notes beneath say the same. `texts`: (note, its words) of all its notes."""

    picture: Picture
    texts: tuple[tuple[str, str], ...]
    words: Words
