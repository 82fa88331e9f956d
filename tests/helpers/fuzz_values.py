"""Strange values, and messages that are nearly right: the nearer, the further in they come. All from one seed."""

from __future__ import annotations

import json
import random
from typing import Any

CANARY = "cnry7Q"
"""Stands in what is sent, and must stand in no line of a log."""
TEXTS = (
    *("", " ", "\x00", "a\x00b", "\ud800", "\udfff\ud83d", "x\ud83d", "\ufffe", "\u202e", "\u200d", "🙂" * 40),
    *("١٢٣", "²", "\r\n\r\nx: y", "' or 1=1 --", "../../etc/passwd", "%00%ff%", "${7*7}", "{{7*7}}", "<svg onload=x>"),
    *("NaN", "null", "1e999", "-1", "__proto__", "\u2028", "\ufeff", "e\u0301" * 50, "a" * 300, "b" * 5_000),
    "ж" * 70_000,
)  # fmt: skip
NUMBERS = (0, -1, 1, 2**31, -(2**63), 2**63, 10**30, 10**400, 0.5, -0.0, 1e308, 5e-324, True, False)
RAW = (
    "1e999",
    "-1e999",
    "NaN",
    "Infinity",
    "9" * 5_000,
    "1E400",
    "01",
    "+1",
    "0x1",
    '"\\ud800"',
    '"\\u0000"',
    "[" * 3_000,
)
"""What JSON's own writer would not write; put into the text in place of a value."""
HOLE = "hole4Z"


class Strange:
    """A source of values. `near` are words that mean something where they are sent: ids, codes, tokens."""

    def __init__(self, chance: random.Random, near: list[str], fitting: dict[str, list[str]] | None = None) -> None:
        self.chance, self.near, self.fitting = chance, near, fitting or {}

    def text(self) -> str:
        """Any text; often with the canary."""
        kind = self.chance.random()
        if kind < 0.35 and self.near:
            return self.chance.choice(self.near)
        if kind < 0.6:
            return CANARY + str(self.chance.randrange(1000))
        found = self.chance.choice(TEXTS)
        return found if self.chance.random() < 0.3 else f"{CANARY}{found}"

    def value(self, depth: int = 0) -> Any:
        """Any value of JSON, or a hole that is filled with what is none."""
        kind = self.chance.random()
        if kind < 0.45 or depth > 3:
            return self.text()
        if kind < 0.6:
            return self.chance.choice(NUMBERS)
        if kind < 0.68:
            return HOLE
        if kind < 0.78:
            return None
        many = self.chance.choice((0, 1, 2, 2, 3))
        if kind < 0.86:
            return [self.value(depth + 1) for _ in range(many)]
        if kind < 0.98:
            return {self.text(): self.value(depth + 1) for _ in range(many)}
        return self.nested()

    def nested(self) -> Any:
        """A list in a list in a list."""
        found: Any = self.text()
        for _ in range(self.chance.choice((5, 23, 24, 25, 60, 400))):
            found = [found] if self.chance.random() < 0.7 else {"a": found}
        return found

    def json(self, value: Any) -> str:
        """The value as JSON text, sometimes broken as text."""
        text = json.dumps(value, ensure_ascii=self.chance.random() < 0.7)
        while f'"{HOLE}"' in text:
            text = text.replace(f'"{HOLE}"', self.chance.choice(RAW), 1)
        return self.broken(text) if self.chance.random() < 0.1 else text

    def broken(self, text: str) -> str:
        """Cut, doubled, or with something put in."""
        at, kind = self.chance.randrange(len(text) + 1), self.chance.randrange(5)
        if kind == 0:
            return text[:at]
        if kind == 1:
            return text[:at] + self.chance.choice(RAW)[:200] + text[at:]
        if kind == 2:
            return text[:at] + text
        if kind == 3 and text.startswith("{") and len(text) > 2:
            return "{" + text[1:-1] + "," + text[1:]
        return text[:at] + chr(self.chance.randrange(0x20)) + text[at + 1 :]

    def body(self, schema: dict[str, Any]) -> Any:
        """What a pydantic model would take, nearly."""
        if self.chance.random() < 0.05:
            return self.value()
        made = self._of(schema, schema.get("$defs", {}))
        while isinstance(made, dict) and self.chance.random() < 0.3:
            name = self.chance.choice([*made, self.text()]) if made else self.text()
            if self.chance.random() < 0.2:
                made.pop(name, None)
            else:
                made[name] = self.value()
        return made

    def _of(self, schema: dict[str, Any], defs: dict[str, Any]) -> Any:
        if "$ref" in schema:
            return self._of(defs[schema["$ref"].rsplit("/", 1)[-1]], defs)
        if "anyOf" in schema:
            return self._of(self.chance.choice(schema["anyOf"]), defs)
        if "enum" in schema:
            return self.chance.choice(schema["enum"])
        if "const" in schema:
            return schema["const"]
        match schema.get("type"):
            case "object":
                return {
                    name: self.chance.choice(self.fitting[name])
                    if name in self.fitting and "$ref" not in inner and self.chance.random() < 0.8
                    else self._of(inner, defs)
                    for name, inner in schema.get("properties", {}).items()
                }
            case "array":
                return [self._of(schema.get("items", {}), defs) for _ in range(self.chance.choice((0, 0, 1, 2)))]
            case "string":
                return self.text() if self.chance.random() < 0.5 else f"{CANARY} words"
            case "integer" | "number":
                return self.chance.choice((0, 1, 2, 3, 5, self.chance.choice(NUMBERS)))
            case "boolean":
                return self.chance.random() < 0.5
            case _:
                return None

    def raw(self, text: str) -> bytes:
        """Bytes for a wire: UTF-8, or what somebody takes for it."""
        found = text.encode("utf-8", "surrogatepass")
        if self.chance.random() < 0.06:
            at = self.chance.randrange(len(found) + 1)
            found = found[:at] + self.chance.choice((b"\xff", b"\xc3", b"\x00", b"\xed\xa0\x80")) + found[at:]
        return found

    def header(self) -> str:
        """A header's value as WSGI has it: each character a byte."""
        return (
            self.raw(self.text())
            .decode("latin-1")
            .replace("\r", "")
            .replace("\n", "")[: self.chance.choice((50, 8000))]
        )
