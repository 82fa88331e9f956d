"""YAML with lines: what a file says, and on which line it says it. Refuses what could explode before it is built."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from workshop.casebook.faults import Fault, ScenarioError
from workshop.domain.texts import TAKEN

LARGEST = 1_000_000
ENCODINGS = tuple(
    (re.compile(begins, re.DOTALL), name)
    for begins, name in (
        (b"\x00\x00(\xfe\xff|\x00[^\x00])", "utf-32-be"),
        (b"(\xff\xfe|[^\x00]\x00)\x00\x00", "utf-32-le"),
        (b"\xfe\xff|\x00[^\x00]", "utf-16-be"),
        (b"\xff\xfe|[^\x00]\x00", "utf-16-le"),
    )
)
"""By the first bytes (YAML 1.2, 5.2): a mark, or the zeros beside the first letter."""
NO_LINES = str.maketrans("\x0b\x0c\x85\u2028\u2029", "     ")
DEEPEST = 12
FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's, which reads ten times as fast; PyYAML is built without it where there is no compiler."""
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """A file's value, and the line of every place in it."""

    file: str
    value: Any
    lines: Mapping[Place, int]
    doubles: tuple[Fault, ...] = ()
    """Fields that stand twice in one place: YAML would take the last of them without a word."""

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest one above it that is there."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def fault(self, place: Place, message: str) -> Fault:
        """A fault at a place."""
        return Fault(self.file, self.line(place), path_text(place), message)


def path_text(place: Place) -> str:
    """`cards[3].short`, counting items from 1 as people do."""
    text = ""
    for step in place:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def read(path: Path) -> Document:
    """Read one file. Raises ScenarioError, with a sentence for whatever is wrong with it as YAML."""
    file = str(path)
    text = plain(bytes_of(path), file)
    try:
        return parsed(file, text, FAST)[0]
    except ScenarioError:  # in the words of the other one, to which a little more is right
        return parsed(file, text)[0]


def parsed(file: str, text: str, loader: Any = yaml.SafeLoader) -> tuple[Document, yaml.MappingNode]:
    """What a text says, and where each piece of it stands: to the character by PyYAML's own loader, to the line by any.

    Raises ScenarioError.
    """
    try:
        _refuse_tricks(file, text, loader)
        node = yaml.compose(text, Loader=loader)
        if not isinstance(node, yaml.MappingNode):
            raise _refused(file, 1, "A case study is a list of fields such as “id:” and “title:”.")
        value = yaml.SafeLoader.construct_document(_constructor(), node)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _refused(file, line, f"This is not YAML: {error.problem or 'it cannot be read'}.") from error
    except yaml.YAMLError as error:
        raise _refused(file, 1, "This is not YAML: it holds characters that no text should.") from error
    except (ValueError, ArithmeticError, LookupError) as error:
        if isinstance(error, ScenarioError):
            raise
        raise _refused(file, 1, "This is not YAML as it is used here: a value is not what its tag says.") from error
    doubles = tuple(Fault(file, line, path_text(place), message) for place, line, message in _doubles(node, ()))
    return Document(file, value, dict(_lines(node, ())), doubles), node


def bytes_of(path: Path) -> bytes:
    """A file of a size that a case study can have. Raises ScenarioError."""
    file = str(path)
    try:
        if not path.is_file() and path.exists():
            raise _refused(file, 1, "This is not a file.")
        if path.stat().st_size > LARGEST:
            raise _refused(file, 1, "The file is larger than 1 MB. A case study is a few pages of text.")
        return path.read_bytes()
    except OSError as error:
        raise _refused(file, 1, f"The file cannot be read: {error.strerror}.") from error


def encoding_of(raw: bytes) -> str:
    """As its first bytes tell: UTF-8, or UTF-16 and UTF-32 of either kind."""
    return next((name for begins, name in ENCODINGS if begins.match(raw)), "utf-8")


def plain(raw: bytes, file: str) -> str:
    """Text as YAML takes it, whatever editor saved it. Raises ScenarioError.

    Control characters that came by a paste go, and what only some programs take for line ends are spaces.
    """
    try:
        text = raw.decode(encoding_of(raw))
    except UnicodeDecodeError as error:
        raise _refused(file, 1, "The file is not UTF-8 text. Save it as UTF-8.") from error
    return TAKEN.sub(lambda found: found[1] or "", text.translate(NO_LINES))


def _refuse_tricks(file: str, text: str, loader: Any) -> None:
    """Looks at the stream of events only: nothing has been built yet, so nothing can explode."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _refused(file, line, "Write it out: names with & and * are not used here.")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise _refused(file, line, f"This is nested deeper than {DEEPEST} levels. A case study needs four.")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _constructor() -> yaml.SafeLoader:
    loader: Any = yaml.SafeLoader("")
    # Dates stay text: a case study's `checked: 2026-03` must not turn into something else when it has a day.
    loader.yaml_constructors = {**yaml.SafeLoader.yaml_constructors}
    loader.yaml_constructors["tag:yaml.org,2002:timestamp"] = yaml.SafeLoader.construct_yaml_str
    return loader


def _doubles(node: yaml.Node, place: Place) -> Iterator[tuple[Place, int, str]]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name, line = str(key.value), key.start_mark.line + 1
            if name in seen:
                yield (*place, name), line, "This field stands here twice. Keep one."
            seen.add(name)
            yield from _doubles(value, (*place, name))
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _doubles(item, (*place, number))


def _lines(node: yaml.Node, place: Place) -> Iterator[tuple[Place, int]]:
    yield place, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _lines(value, (*place, str(key.value)))
            yield (*place, str(key.value)), key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _lines(item, (*place, number))


def _refused(file: str, line: int, message: str) -> ScenarioError:
    return ScenarioError([Fault(file, line, "", message)])
