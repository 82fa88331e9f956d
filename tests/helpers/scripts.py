"""Literals of a script, without reading it as a language: strings, and templates with `…` for what they work out."""

from __future__ import annotations

import re

REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/")
BEFORE_REGEX = "(,=:[!&|?{};>\n"
"""After one of these a stroke begins a regular expression, and divides nothing."""


def literals(text: str) -> list[str]:
    """Every literal, also those inside of a template's `${…}`, each by itself."""
    found: list[str] = []
    _code(text, 0, "", found)
    return found


def _code(text: str, at: int, until: str, found: list[str]) -> int:
    """Reads code from `at` up to the bracket `until`; where that ends."""
    before = "("
    while at < len(text):
        char = text[at]
        if until and char == until:
            return at + 1
        if char == "{":
            at = _code(text, at + 1, "}", found)
        elif text.startswith(("//", "/*"), at):
            end = text.find("\n" if text[at + 1] == "/" else "*/", at + 2)
            at = len(text) if end < 0 else end + (1 if text[at + 1] == "/" else 2)
            continue
        elif char == "/" and before in BEFORE_REGEX and (regex := REGEX.match(text, at)):
            at = regex.end()
        elif char in "'\"`":
            at = _literal(text, at, found)
        else:
            at += 1
        before = before if char.isspace() else char
    return at


def _literal(text: str, at: int, found: list[str]) -> int:
    quote, said = text[at], ""
    at += 1
    while text[at] != quote:
        if text[at] == "\\":
            said, at = said + text[at + 1], at + 2
        elif quote == "`" and text.startswith("${", at):
            said, at = said + "…", _code(text, at + 2, "}", found)
        else:
            said, at = said + text[at], at + 1
    found.append(said)
    return at + 1
