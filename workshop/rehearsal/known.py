"""What a client knows of the room after each frame, by the rules of docs/protocol.md, “Frames”."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop.domain.differences import applied

Parts = dict[str, Any]


class Known:
    """`parts`, each as of its newest revision (a new dict after each frame); `lacks`: of what something is missing, and
    as of which revision.
    """

    def __init__(self) -> None:
        self.epoch = ""
        self._forget()

    def _forget(self) -> None:
        self.parts: Parts = {}
        self.lacks: dict[str, int] = {}
        self._revs: dict[str, int] = {}
        self._marks: dict[str, str | None] = {}

    def hear(self, frame: Mapping[str, Any]) -> None:
        """A new epoch forgets all, a full frame what it does not name; a newer part stays; a change needs its part."""
        if frame["epoch"] != self.epoch:
            self._forget()
            self.epoch = frame["epoch"]
        rev, parts = frame["rev"], frame["parts"]
        kept = [n for n in self.parts if not frame.get("full") or n in parts or self._revs[n] > rev]
        self.parts = {name: self.parts[name] for name in kept}
        self._marks = {name: self._marks[name] for name in kept}
        if frame.get("full"):
            self.lacks = {name: of for name, of in self.lacks.items() if name in parts or of > rev}
        for name, part in parts.items():
            self._take(rev, name, part, frame.get("marks", {}).get(name))
        for name, change in frame.get("changes", {}).items():
            self._change(rev, name, change)

    def _take(self, rev: int, name: str, part: Any, mark: str | None) -> None:
        if rev < self._revs.get(name, 0):
            return
        self.parts[name], self._revs[name], self._marks[name] = part, rev, mark
        if self.lacks.get(name, 0) <= rev:  # else the frame that was missing something has overtaken this one
            self.lacks.pop(name, None)

    def _change(self, rev: int, name: str, change: Mapping[str, Any]) -> None:
        mark = self._marks.get(name)
        if mark == change["from"]:
            self._take(rev, name, applied(self.parts[name], change["ops"]), change["to"])
        elif mark == change["to"]:
            self._take(rev, name, self.parts[name], mark)
        elif rev >= self._revs.get(name, 0):
            self.lacks[name] = max(rev, self.lacks.get(name, 0))
