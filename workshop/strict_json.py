"""JSON as our pages send it, and nothing stranger: what other readers let through stops things further in.

Refused, always by ValueError: deep nesting, NaN and numbers beyond any use, one name twice in an object, half a
character (a lone surrogate, which no database, log or socket can write), and bytes that are not UTF-8.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from math import isfinite
from typing import Any, NoReturn

DEEPEST = 24
"""Lists and objects within each other. Our deepest body has four."""
LONGEST_NUMBER = 18
"""Characters of an integer: it fits 64 bits."""
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_HALVES = re.compile("[\ud800-\udfff]")


def read_json(text: str | bytes) -> Any:
    """What the text says. Raises ValueError, whose words say nothing of the text."""
    try:
        plain = text if isinstance(text, str) else bytes(text).decode("utf-8")
        found = _DECODER.decode(plain)
    except RecursionError:
        raise ValueError("too deep") from None
    except UnicodeDecodeError:
        raise ValueError("not UTF-8") from None
    except json.JSONDecodeError:
        raise ValueError("no JSON") from None
    if plain.count("[") + plain.count("{") > DEEPEST and _deep(found):
        raise ValueError("too deep")
    if _SURROGATE.search(plain) and any(_HALVES.search(s) for s in strings(found)):
        raise ValueError("half a character")
    return found


def strings(found: Any) -> Iterable[str]:
    """Every string in what was read, names of objects with them."""
    waiting = [found]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            waiting += [*item.keys(), *item.values()]
        elif isinstance(item, list):
            waiting += item


def _deep(found: Any) -> bool:
    """Whether lists and objects lie in each other further than DEEPEST."""
    level = [found]
    for _ in range(DEEPEST + 1):
        inner = [i for i in level if isinstance(i, list | dict)]
        if not inner:
            return False
        level = [x for i in inner for x in (i.values() if isinstance(i, dict) else i)]
    return True


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name twice")
    return made


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError("too large a number")
    return int(digits)


def _fraction(digits: str) -> float:
    found = float(digits)
    if not isfinite(found):
        raise ValueError("too large a number")
    return found


def _constant(word: str) -> NoReturn:
    raise ValueError("not a number")


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_int=_whole, parse_float=_fraction, parse_constant=_constant)
