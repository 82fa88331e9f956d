"""A file of an earlier schema brought to the newest, by adding what can be known: nothing of it is lost or rewritten.

Case studies with their own agendas and templates, and shared parts, alike. What only the author can say (a lane, a
panel's reasons) is not made up: `workshop scenario check` asks for it.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workshop.casebook.additions import Addition, added_to, written_into
from workshop.casebook.faults import Fault, ScenarioError
from workshop.casebook.reading import Document, Place, bytes_of, encoding_of, parsed, plain
from workshop.casebook.rules import items
from workshop.casebook.written import DAY, NEWEST
from workshop.domain.sourced import due

AGE = re.compile(r"(\d{1,2})(?=,|$| years?\b)")
ANSWERS = {
    **{topic: topic for topic in ("age", "consent", "power", "frequency", "impact", "context", "source")},
    **dict.fromkeys(("age_gap", "stage", "development"), "age"),
    **dict.fromkeys(("pattern", "persistence"), "frequency"),
    **dict.fromkeys(("environment", "history", "background", "motivation", "motive"), "context"),
    "correction": "source",
}
"""Of which topic a kind of information speaks, by its usual names."""
MARK = "\ufeff"


@dataclass(frozen=True)
class Upgrade:
    """`before` and `after` are texts; `raw` is what was read, and `made` what would be written."""

    path: Path
    before: str
    after: str
    raw: bytes
    made: bytes

    def write(self) -> None:
        """Put it in the file's place, whole or not at all. Raises ScenarioError when it has changed, or cannot be."""
        real = self.path.resolve()
        try:
            if real.read_bytes() != self.raw:
                raise _refused(self.path, "The file has changed meanwhile. It is as somebody else left it")
            if not os.access(real, os.W_OK):
                raise _refused(self.path, "The file may only be read")
            _replace(real, self.made)
        except OSError as error:
            raise _refused(self.path, f"The file cannot be written: {error.strerror}. It is as it was") from error


def upgraded(path: Path) -> Upgrade | None:
    """What a file without faults would be in the newest schema; None when it is. Raises ScenarioError."""
    raw = bytes_of(path)
    text = plain(raw, str(path))
    document, root = parsed(str(path), text)
    if document.value.get("schema") == NEWEST:
        return None
    encoding = encoding_of(raw)
    given = raw.decode(encoding)
    if given.removeprefix(MARK) != text:
        raise _refused(path, "The file holds characters that no text should. Save it anew with an editor first")
    additions = list(_additions(document))
    after = written_into(text, root, additions)
    if _value(path, after) != added_to(document.value, additions):
        raise _refused(path, f"Nothing can be added safely as it is written. Add “schema: {NEWEST}” yourself")
    mark = MARK if given.startswith(MARK) else ""
    return Upgrade(path, text, after, raw, (mark + after).encode(encoding))


def _value(path: Path, text: str) -> Any:
    try:
        return parsed(str(path), text)[0].value
    except ScenarioError:
        return None


def _additions(document: Document) -> Iterator[Addition]:
    file = document.value
    yield Addition((), "schema", NEWEST)
    for number, person in enumerate(items(file, "people")):
        age = AGE.match(str(person.get("note", "")))
        if "age" not in person and age:
            yield Addition(("people", number), "age", int(age[1]), after="id")
    for number, piece in enumerate(items(file, "information")):
        topic = ANSWERS.get(str(piece.get("kind")))
        if "answers" not in piece and topic:
            yield Addition(("information", number), "answers", [topic], after="kind")
    yield from _review_dates(file, ())


def _review_dates(value: Any, place: Place) -> Iterator[Addition]:
    """Of evidence and law, wherever they stand. A term has a day on which it was checked, and no other."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _review_dates(item, (*place, number))
    elif isinstance(value, dict):
        by = due(str(value.get("checked", "")), "")
        if DAY.fullmatch(by) and "review_by" not in value and "term" not in value:
            yield Addition(place, "review_by", by, after="checked")
        for name, item in value.items():
            yield from _review_dates(item, (*place, name))


def _replace(path: Path, made: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(made)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, path.stat().st_mode & 0o7777)
        os.replace(name, path)
    except BaseException:  # somebody may press Ctrl-C here
        os.unlink(name)
        raise


def _refused(path: Path, why: str) -> ScenarioError:
    return ScenarioError([Fault(str(path), 1, "", f"{why}. Nothing was written.")])
