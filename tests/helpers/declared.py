"""Every command's rule, watched: whatever a test has it answer, it has declared (`Command.refuses`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from workshop.activities.base import Change, Command, Refused, Situation
from workshop.activities.registry import COMMANDS


class Undeclared(AssertionError):
    """A rule refused with a code that its command does not declare."""


@contextmanager
def watched(*commands: Command) -> Iterator[None]:
    """Their rules raise Undeclared instead of answering so. Any rule may find a body `invalid`."""
    rules = {command.name: command.apply for command in commands}
    for command in commands:
        object.__setattr__(command, "apply", _checked(command))  # in its place: it is looked up in many ways
    try:
        yield
    finally:
        for command in commands:
            object.__setattr__(command, "apply", rules[command.name])


def all_watched():
    """Every command of the workshop."""
    return watched(*COMMANDS.values())


def _checked(command: Command):
    rule = command.apply

    def apply(situation: Situation, body: Any) -> Change | Refused:
        answer = rule(situation, body)
        if isinstance(answer, Refused) and answer.code not in (*command.refuses, "invalid"):
            raise Undeclared(f"{command.name} refused with {answer.code}, and declares {command.refuses}")
        return answer

    return apply
