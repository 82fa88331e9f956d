"""The one rule for what people and case studies write: it arrives as it was written, in any script.

Taken away is what no text needs and what breaks others: control characters, halves of characters, noncharacters, and
marks that Unicode has withdrawn. Directions stay, as isolates that all end: nothing turns round what stands beside.
`static/src/shared/ui/words.ts` is the same rule on the phone; `tests/messages/words.json` holds examples for both. The
sets are written out, and no category of `unicodedata` is asked: its Unicode is older than what phones can type.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from workshop.domain.graphemes import is_boundary

LINE = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
WIDE = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Spaces of their own width: one alone stays, as in « ici » or between Japanese words."""
SPACE = f" \t\n\x0b\x0c\r\x85\u2028\u2029{WIDE}"
SPACES = re.compile(f"[{SPACE}]+")
FLAG = "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
"""Flags such as those of Scotland and Wales are spelt in tags, which are nothing anywhere else."""
DROPPED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u206a-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(f"{chr(n)}{chr(n + 1)}" for n in range(0x1FFFE, 0x110000, 0x10000))
)
TAKEN = re.compile(f"({FLAG})|[{DROPPED}]")
ISOLATES = str.maketrans("\u202a\u202b\u202c\u202d\u202e", "\u2066\u2067\u2069\u2066\u2067")
"""Embeddings and overrides, as Unicode asks for: isolates in their direction, in which letters keep their order."""
OPENING, CLOSING = "\u2066\u2067\u2068", "\u2069"
HOLLOW = re.compile(f"[{OPENING}]([{SPACE}]*){CLOSING}")
UNSEEN = re.compile(
    f"[{SPACE}\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2069\u2800\u3164"
    "\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]*"
)
"""Text of these alone is nothing that anybody could read."""


TextCode = Literal["too_long", "empty"]


class TextRefused(ValueError):
    """The text cannot be taken; `why` is the id of the sentence that says so."""

    code: TextCode

    def __init__(self, code: TextCode, why: str, **values: int) -> None:
        super().__init__(code)
        self.code, self.why, self.values = code, why, values


def tidy(text: str, lines: bool = False) -> str:
    """The text as it is kept; its length in code points is the length that every limit means.

    Line ends become spaces, or with `lines` one kind of line end. What is tidy stays as it is.
    """
    given = LINE.split(text) if lines else [text]
    return "\n".join(_spaced(unicodedata.normalize("NFC", _whole(line))) for line in given).strip("\n")


def safe(text: str) -> str:
    """What may be shown of a text that may not be tidy: its spaces stay, and what harms others goes."""
    return "\n".join(_whole(line) for line in LINE.split(text))


def clean(text: str, limit: int) -> str:
    """The text, tidy. Raises TextRefused; it is not cut. `limit` counts code points of the tidy text.

    The raw length is looked at first, so that ten megabytes cost nothing.
    """
    if len(text) > 4 * limit + 100:
        raise TextRefused("too_long", "text.too_long", limit=limit)
    kept = tidy(text)
    if is_blank(kept):
        raise TextRefused("empty", "text.empty")
    if len(kept) > limit:
        raise TextRefused("too_long", "text.too_long", limit=limit)
    return kept


def clean_or_empty(text: str, limit: int) -> str:
    """As `clean`, for fields that may be left empty."""
    try:
        return clean(text, limit)
    except TextRefused as refused:
        if refused.code == "empty":
            return ""
        raise


def is_blank(text: str) -> bool:
    """Whether nothing in it can be seen."""
    return UNSEEN.fullmatch(text) is not None


def cut(text: str, most: int) -> str:
    """At most so many code points from its beginning, up to the end of a character as people see it."""
    for at in range(min(most, len(text)), 0, -1):
        kept = _closed(text[:at])
        if len(kept) <= most and (at == len(text) or is_boundary(text, at)):
            return kept
    return ""


def seen(text: str) -> str:
    """The text from the first character on that can be seen."""
    return text[UNSEEN.match(text).end() :]  # pyright: ignore[reportOptionalMemberAccess] - it matches nothing too


def _whole(line: str) -> str:
    return _closed(TAKEN.sub(lambda found: found[1] or "", line).translate(ISOLATES))


def _spaced(line: str) -> str:
    return SPACES.sub(_space, line).strip(SPACE)


def _space(found: re.Match[str]) -> str:
    return found[0] if found[0] in WIDE else " "


def _closed(text: str) -> str:
    """Every isolate ends and holds something, and no end stands alone."""
    kept, open_ = list[str](), 0
    for c in text:
        if c == CLOSING and not open_:
            continue
        open_ += (c in OPENING) - (c == CLOSING)
        kept.append(c)
    found, more = "".join(kept), CLOSING in text or open_
    found = found.rstrip(SPACE) + CLOSING * open_ if open_ else found
    while more:
        found, more = HOLLOW.subn(r"\1", found)
    return found
