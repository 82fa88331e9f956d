"""Cleaning what people type: one form of every character, nothing invisible, nothing that turns the writing round."""

from __future__ import annotations

import unicodedata

INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
"""Control, format (bidi marks, zero-width tricks), surrogate, private and unassigned characters."""
JOINERS = {"\u200c", "\u200d"}
"""Needed to write some languages, and harmless."""


class TextRefused(ValueError):
    """The text cannot be taken; `code` is `empty` or `too_long`, the message one plain sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def clean(text: str, limit: int) -> str:
    """The text in NFC, without control or bidi characters, with single spaces, trimmed. Raises TextRefused.

    `limit` counts characters. The raw length is looked at first, so that ten megabytes cost nothing.
    """
    if len(text) > 4 * limit + 100:
        raise TextRefused("too_long", f"This is too long. Shorten it to {limit} characters.")
    visible = "".join(" " if c in "\n\r\t" else c for c in text if c in "\n\r\t" or _visible(c))
    tidy = unicodedata.normalize("NFC", " ".join(visible.split()))
    if not tidy.strip("".join(JOINERS)):
        raise TextRefused("empty", "Write something first.")
    if len(tidy) > limit:
        raise TextRefused("too_long", f"This is too long. Shorten it to {limit} characters.")
    return tidy


def clean_or_empty(text: str, limit: int) -> str:
    """As `clean`, for fields that may be left empty."""
    try:
        return clean(text, limit)
    except TextRefused as refused:
        if refused.code == "empty":
            return ""
        raise


def _visible(c: str) -> bool:
    return c in JOINERS or unicodedata.category(c) not in INVISIBLE
