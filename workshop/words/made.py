"""Two locales that nobody speaks, made from English: whatever of a page still reads plainly is no message.

`en-XA` is accented, bracketed and a third longer, as other languages often are. `ar-XB` is laid out from right to
left: every message stands between right-to-left marks, its letters stay as they are. The names are those that Unicode
keeps for such (CLDR, "pseudo-locales").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType

PLAIN = "AaCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz"
ACCENTED = str.maketrans(PLAIN, "ÅåÇçÐðÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž")
PIECES = re.compile(r"(\{\w+\})")
LONGER = 0.3
RTL_MARK = "\u200f"


def accented(text: str) -> str:
    """`[Šéñð ·]` of `Send`, its placeholders as they were."""
    more = "·" * max(1, round(LONGER * len(text)))
    pieces = PIECES.split(text)
    changed = [piece if at % 2 else piece.translate(ACCENTED) for at, piece in enumerate(pieces)]
    return f"[{''.join(changed)} {more}]"


def mirrored(text: str) -> str:
    """The text between right-to-left marks, so that what is neutral in it goes from right to left."""
    return f"{RTL_MARK}{text}{RTL_MARK}"


MADE: MappingProxyType[str, Callable[[str], str]] = MappingProxyType({"en-XA": accented, "ar-XB": mirrored})
