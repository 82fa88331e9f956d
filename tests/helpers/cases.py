"""Case study files for tests: one that is right, to be spoilt."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

Fields = dict[str, Any]
RIGHT: Fields = {
    "id": "corridor",
    "version": 1,
    "title": "The corridor",
    "fictional": True,
    "reviewed_by": None,
    "content_note": "A made-up case about nicknames. You may skip any card.",
    "opening": "Ash is 15 and in Year 10.",
    "scale": "hackett5",
    "people": [{"id": "ash", "note": "15, Year 10"}, {"id": "bo", "note": "15, Year 10"}],
    "cards": [
        {"id": "c1", "text": "Used a nickname", "short": "A nickname", "mode": "offline", "notes": {"range": [1, 3]}},
        {"id": "c2", "text": "Used it again after being asked to stop", "mode": "dual"},
    ],
    "information": [
        {"id": "i1", "kind": "impact", "text": "Bo stays away.", "effects": {"c1": "up"}, "why": "Effect on others."}
    ],
}


class _WithoutAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def written(folder: Path, spoil: Callable[[Fields], object] = lambda case: None, name: str = "case.yaml") -> Path:
    """A file with the right case study, after something was done to it."""
    case = deepcopy(RIGHT)
    spoil(case)
    text = yaml.dump(case, Dumper=_WithoutAliases, sort_keys=False, allow_unicode=True, width=1000)
    return raw(folder, text, name)


def raw(folder: Path, text: str | bytes, name: str = "case.yaml") -> Path:
    """A file with exactly this in it."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
