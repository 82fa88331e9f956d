"""Makes tests/messages/<activity>.json: what may be sent and what is shown, for the tests of both languages.

`python -m tests.activities.examples` writes them again after a change that is meant.
"""

from __future__ import annotations

import json
import random
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from tests.activities import (
    commands_agreed,
    commands_care,
    commands_joined,
    commands_plan,
    commands_talk,
    commands_written,
    rooms_board,
    rooms_offered,
    rooms_plan,
    rooms_second,
    rooms_session,
    rooms_studio,
)
from tests.activities.commands import CASES
from tests.activities.rooms import ALSO, ROOMS, Moment
from tests.helpers.table import ROLES, Parts, Table
from workshop.activities.registry import EVERY
from workshop.service.perform import Done

FOLDER = Path(__file__).parents[1] / "messages"
WIDE, DEEP = 100, 5
ASKED = (commands_agreed, commands_care, commands_joined, commands_plan, commands_talk, commands_written)
SHOWN = (rooms_board, rooms_offered, rooms_plan, rooms_second, rooms_session, rooms_studio)
assert all(ASKED) and all(SHOWN), "their cases and moments are in CASES and ROOMS too"
for _activity in EVERY:
    if _activity.name not in ROOMS:  # its situations and moments stand with its tests
        pytest.register_assert_rewrite(_module := f"tests.activities.test_{_activity.name}")
        import_module(_module)


def example(activity: str) -> dict[str, Any]:
    """All examples of one activity. Chance is put in order, so that the same code makes the same file."""
    found = next(a for a in EVERY if a.name == activity)
    with mock.patch.object(random.SystemRandom, "shuffle", lambda self, them: them.sort(key=str)):
        return {
            "fields": {c.name: {"roles": sorted(c.roles), **_fields(c.body)} for c in found.commands},
            "commands": [sent for c in CASES if c.name.startswith(f"{activity}.") and (sent := _sent(c))],
            "rooms": [_room(activity, told, come) for told, come in ROOMS[activity].items()],
        }


def _fields(body: Any) -> dict[str, list[str]]:
    fields = body.model_fields.items()
    return {
        "required": [n for n, f in fields if f.is_required()],
        "optional": [n for n, f in fields if not f.is_required()],
    }


def _sent(case: Any) -> dict[str, Any] | None:
    """A command that was taken; None when the case is one of a refusal."""
    table = Table(people=6, step=case.step)
    body = case.before(table)
    role = "delegate" if case.who else "facilitator"
    taken = isinstance(table.does(case.name, body, case.who), Done)
    return {"name": case.name, "told": case.told, "role": role, "body": body} if taken else None


def _room(activity: str, told: str, come: Moment) -> dict[str, Any]:
    """Every audience's parts at a moment: those that are the same for all once, and what is only for one."""
    table = Table(people=6, also=ALSO[come])
    come(table)
    parts: dict[str, Parts] = {role: table.parts(role) for role in ROLES}
    parts["delegate"] |= table.own("d1")
    every = {n: p for n, p in parts["screen"].items() if all(parts[r].get(n, ...) == p for r in ROLES)}
    only = {role: {n: p for n, p in found.items() if n not in every} for role, found in parts.items()}
    return {"name": told, "parts": every, "only": only}


def written(value: Any, depth: int = 0) -> str:
    """As it lies in the file: about a part a line, so that a change can be read."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) < WIDE or depth == DEEP or not isinstance(value, dict | list):
        return line
    pad = "\n" + " " * (depth + 1)
    pairs = value.items() if isinstance(value, dict) else [(None, item) for item in value]
    lines = [("" if name is None else f'"{name}": ') + written(item, depth + 1) for name, item in pairs]
    first, last = "{}" if isinstance(value, dict) else "[]"
    return first + pad + f",{pad}".join(lines) + pad[:-1] + last


def main() -> None:
    """Write all files."""
    for activity in EVERY:
        (FOLDER / f"{activity.name}.json").write_text(written(example(activity.name)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
