"""One language's messages by id: `Words.of("en").say("refused.board.idle", n=3)`.

A catalogue is one nested JSON object. A **message** is a string with `{name}` placeholders; or an object whose keys are
plural categories of the CLDR, `other` among them, chosen by the value `n`; or a list of messages. Every other object is
an area, and an id is the path to a message, with dots. The browser reads the same (`static/src/shared/ui/say.ts`).

Plural rules, numbers and days: Unicode CLDR, as Babel has them (https://cldr.unicode.org/index/cldr-spec/plural-rules).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from workshop.words.made import MADE

FOLDER = Path(__file__).resolve().parents[2] / "words"
ENGLISH = "en"
FORMATS = {ENGLISH: "en_GB", "en-XA": "en_GB", "ar-XB": "ar"}
"""Where a language's numbers and days are written as in one of its countries. Ours is British English."""
CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
PLACEHOLDER = re.compile(r"\{(\w+)\}")

Message = str | Mapping[str, str] | list[str]
Tree = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Words:
    """All messages of one language. What a language lacks, it says in English.

    `tree` is the catalogue as read: areas, and in them messages.
    """

    language: str
    tree: Tree

    @staticmethod
    @cache
    def of(language: str) -> Words:
        """The words of a language, by its BCP 47 tag, read once. Raises LookupError for one that is not there."""
        if language not in languages():
            raise LookupError(f"there are no words in {language!r}")
        if language in MADE:
            return Words(language, _each(Words.of(ENGLISH).tree, MADE[language]))
        tree = _read(language)
        return Words(language, tree if language == ENGLISH else laid_over(Words.of(ENGLISH).tree, tree))

    def say(self, id: str, **values: object) -> str:
        """The message with its values in their places. Raises KeyError for an unknown id and for a missing value."""
        message = self._message(id)
        if isinstance(message, list):
            raise KeyError(f"{id} is a list")
        return self._filled(message if isinstance(message, str) else message[self._category(message, values)], values)

    def all(self, id: str, **values: object) -> list[str]:
        """Every message of a list, in order. Raises KeyError as `say` does."""
        message = self._message(id)
        if not isinstance(message, list):
            raise KeyError(f"{id} is no list")
        return [self._filled(text, values) for text in message]

    def area(self, *names: str) -> dict[str, Any]:
        """What is below these paths, whole, for the browser: `area("common", "names.reason")`. Raises KeyError."""
        found: dict[str, Any] = {}
        for name in names:
            *above, last = name.split(".")
            place = found
            for part in above:
                place = place.setdefault(part, {})
            place[last] = self._at(name)
        return found

    def __contains__(self, id: object) -> bool:
        """Whether there is a message of this id."""
        return isinstance(id, str) and id in self.ids

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all messages."""
        return frozenset(id for id, _ in messages(self.tree))

    @cached_property
    def locale(self) -> Locale:
        """As whom Babel writes it."""
        return Locale.parse(FORMATS.get(self.language, self.language.replace("-", "_")))

    @property
    def tag(self) -> str:
        """How it is written, as the attribute `lang` says it: `en-GB`."""
        return str(self.locale).replace("_", "-")

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, for the attribute `dir`."""
        return self.locale.text_direction

    def number(self, value: float) -> str:
        """A number as the language writes it, at most three decimals, its thousands together: `1500`, `0.82`."""
        return format_decimal(value, format="#0.###", locale=self.locale)

    def day(self, iso: str) -> str:
        """`2026-11-24` as people write it: 24 November 2026. Raises ValueError for anything else."""
        return format_date(date.fromisoformat(iso), format="long", locale=self.locale)

    def short_day(self, iso: str) -> str:
        """`2026-11-24` in a narrow column: 24 Nov. Raises ValueError for anything else."""
        return format_skeleton("MMMd", date.fromisoformat(iso), locale=self.locale)

    def weekday(self, iso: str) -> str:
        """`2026-11-24`: Tuesday. Raises ValueError for anything else."""
        return format_date(date.fromisoformat(iso), format="EEEE", locale=self.locale)

    def _message(self, id: str) -> Message:
        found = self._at(id)
        if not is_message(found):
            raise KeyError(f"{id} is an area")
        return found

    def _at(self, path: str) -> Any:
        found: Any = self.tree
        for part in path.split("."):
            if not isinstance(found, Mapping) or part not in found:
                raise KeyError(path)
            found = found[part]
        return found

    def _category(self, message: Mapping[str, str], values: Mapping[str, Any]) -> str:
        found = self.locale.plural_form(values["n"])
        return found if found in message else "other"

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        return PLACEHOLDER.sub(lambda found: self._written(values[found[1]]), text)

    def _written(self, value: object) -> str:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self.number(value)
        return str(value)


def languages() -> list[str]:
    """The languages that there are words in, those made from English last."""
    return [*sorted(path.stem for path in FOLDER.glob("*.json")), *MADE]


def is_message(found: object) -> bool:
    """Whether this is something to be said, and no area."""
    return isinstance(found, str | list) or (isinstance(found, Mapping) and "other" in found and {*found} <= CATEGORIES)


def messages(tree: Tree, above: str = "") -> Iterator[tuple[str, Message]]:
    """Every id of a catalogue with its message, in its order."""
    for name, found in tree.items():
        if is_message(found):
            yield above + name, found
        else:
            yield from messages(found, f"{above}{name}.")


def texts(message: Message) -> list[str]:
    """Every text of a message: one, one a plural category, or one an entry of the list."""
    if isinstance(message, str):
        return [message]
    return list(message.values() if isinstance(message, Mapping) else message)


def _read(language: str) -> Tree:
    return json.loads((FOLDER / f"{language}.json").read_text("utf-8"))


def laid_over(below: Tree, tree: Tree) -> Tree:
    """One catalogue laid over another: an area is joined, a message replaced."""
    joined = {
        name: laid_over(below.get(name, {}), found) if isinstance(found, Mapping) and not is_message(found) else found
        for name, found in tree.items()
    }
    return {**below, **joined}


def _each(found: Any, change: Any) -> Any:
    """The same tree with every text changed."""
    if isinstance(found, str):
        return change(found)
    if isinstance(found, list):
        return [change(text) for text in found]
    return {name: _each(inner, change) for name, inner in found.items()}
