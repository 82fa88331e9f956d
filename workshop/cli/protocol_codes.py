"""Refusal codes: what each means, and which ones a rule can answer with, read from the rule's own code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import CodeType, FunctionType
from typing import Any

from workshop.activities.base import Refused
from workshop.domain.texts import TextRefused

MEANINGS = {
    "not_now": "The room is not at a step, or in a state, where this can be done.",
    "round_closed": "The round has closed; what comes late waits for the next one.",
    "unknown_card": "The round has no such card.",
    "unknown_stage": "The scale has no such stage.",
    "too_few": "Too few phones have finished, so nothing may be shown: see “Rounds”.",
    "too_long": "The text is longer than it may be.",
    "empty": "There is no text left once it has been tidied.",
    "changed_meanwhile": "Somebody else changed it first: look at the new form, then send again.",
    "full": "There is no room for more of these.",
    "reused": "This operation id was used for another command or another body before, and this one was not done.",
    "invalid": "The body is not of the shape below (`values`: the `field`, and the `rule`, as Pydantic says it), or no sense.",
    "not_allowed": "This role may not send this command.",
    "unknown_command": "There is no command of this name.",
    "ended": "The session has ended.",
    "left": "The seat was given back. Join again for another one; nothing that was sent under it is kept.",
    "too_fast": "Too many commands from this socket. Send again in a moment.",
    "saving": "Not stored yet. Send the same operation again.",
    "failed": "A fault of the server. Send the same operation again.",
}
ROOMS = ("workshop.activities", "workshop.domain")
ANYWHERE = frozenset(
    ["reused", "invalid", "not_allowed", "unknown_command", "ended", "left", "too_fast", "saving", "failed"]
)
"""Codes that any command can be answered with."""


def codes_of(rule: Callable[..., Any]) -> list[str]:
    """The codes that a rule, or what it calls in the same rooms, can refuse with; in the order of MEANINGS."""
    found: set[str] = set()
    seen: set[Any] = set()
    waiting: list[Any] = [rule]
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, Refused):
            found.add(thing.code)
        elif isinstance(thing, FunctionType) and thing.__module__.startswith(
            ("workshop.activities", "workshop.domain")
        ):
            found |= set(_said(thing.__code__))
            waiting += _named(thing)
    return [code for code in MEANINGS if code in found and code not in ANYWHERE]


def _said(code: CodeType) -> Iterator[str]:
    """String constants of code that refuses, nested functions included."""
    if {Refused.__name__, TextRefused.__name__} & set(code.co_names):
        yield from (c for c in code.co_consts if isinstance(c, str) and c in MEANINGS)
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _said(inner)


def _named(function: FunctionType) -> Iterator[Any]:
    """What a function's code names: of its module, and of what encloses it."""
    names = {name for code in _codes(function.__code__) for name in code.co_names}
    yield from (function.__globals__[name] for name in names if name in function.__globals__)
    yield from (cell.cell_contents for cell in function.__closure__ or ())


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)
