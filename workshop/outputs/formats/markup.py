"""Markup that nobody can forget to escape: words become text; only `tag` and drawings of our own become markup."""

from __future__ import annotations

import html
import re

from workshop.domain.texts import safe

_NAME = re.compile(r"[a-z][a-z0-9-]*")
EMPTY = frozenset({"meta", "br", "hr"})


class Markup(str):
    """Finished markup. Everything else that is a string is text, whoever wrote it."""

    __slots__ = ()


Child = str | int | float | None


def text(words: Child) -> Markup:
    """Words as they are read; markup stays markup, None is nothing."""
    if isinstance(words, Markup):
        return words
    return Markup("" if words is None else html.escape(safe(str(words))))


def tag(name: str, /, *children: Child, kind: str = "", **attributes: str | int | None) -> Markup:
    """One element. `kind` is its class; an underscore in a name stands for a hyphen; None leaves an attribute out."""
    given = {"class": kind or None, **attributes}
    said = "".join(f' {_name(key)}="{text(value)}"' for key, value in given.items() if value is not None)
    if name in EMPTY:
        return Markup(f"<{name}{said}>")
    return Markup(f"<{_name(name)}{said}>{join(*children)}</{name}>")


def join(*parts: Child) -> Markup:
    """One after the other."""
    return Markup("".join(text(p) for p in parts))


def _name(key: str) -> str:
    name = key.rstrip("_").replace("_", "-")
    if not _NAME.fullmatch(name):
        raise ValueError(f"{key!r} is no name of an element or attribute")
    return name
