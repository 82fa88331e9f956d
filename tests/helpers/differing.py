"""Pairs of JSON values, and what makes the second of the first, for the tests of both languages.

`python -m tests.helpers.differing` writes tests/messages/differences.json: a line for `[old, operations, new]`.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from workshop.domain.differences import difference

FILE = Path(__file__).parents[1] / "messages" / "differences.json"
MANY, SEED = 200, 11
KEYS = ["id", "text", "a/b", "~1", "", "1", "0"]
SCALARS = [None, True, False, 0, 1, -2.5, "", "ä", "words"]


def made() -> list[list[Any]]:
    """The examples, the same ones every time: small values altered here and there, and some by something else."""
    chance, found = Random(SEED), []
    for number in range(MANY):
        old = value(chance, 4)
        new = value(chance, 4) if number % 10 == 0 else altered(chance, old)
        found.append([old, difference(old, new), new])
    return found


def value(chance: Random, depth: int) -> Any:
    """Any small JSON."""
    kind = chance.randrange(5) if depth else 4
    many = range(chance.randrange(6))
    if kind == 0:
        return {key: value(chance, depth - 1) for key in chance.sample(KEYS, len(many))}
    if kind == 1:
        return [{"id": f"n{n}", "of": value(chance, depth - 1)} for n in chance.sample(range(9), len(many))]
    if kind == 2:
        return chance.sample("abcdefgh", len(many))
    return [value(chance, depth - 1) for _ in many] if kind == 3 else chance.choice(SCALARS)


def altered(chance: Random, old: Any) -> Any:
    """The same with something else in a few places."""
    if isinstance(old, dict) and old:
        kept = {k: altered(chance, v) if chance.random() < 0.5 else v for k, v in old.items() if chance.random() < 0.9}
        return kept if "id" in old or chance.random() < 0.7 else kept | {"more": value(chance, 1)}
    if isinstance(old, list) and old:
        kept = [altered(chance, item) if chance.random() < 0.4 else item for item in old if chance.random() < 0.9]
        if chance.random() < 0.3:
            kept.insert(chance.randrange(len(kept) + 1), {"id": "new", "of": 1})
        return chance.sample(kept, len(kept)) if chance.random() < 0.2 else kept
    return value(chance, 1) if chance.random() < 0.5 else old


def examples() -> list[list[Any]]:
    """What lies in the file."""
    return json.loads(FILE.read_text(encoding="utf-8"))


def main() -> None:
    """Write the file."""
    lines = ",\n".join(json.dumps(example, ensure_ascii=False) for example in made())
    FILE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
