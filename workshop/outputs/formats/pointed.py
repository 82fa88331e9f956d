"""A drawn page for whoever reads it before it leaves: a text pointed at, or parts to be copied. Never what leaves."""

from __future__ import annotations

import re

from markupsafe import escape

from workshop.domain.texts import safe

HERE = "here"
"""The id of what is pointed at."""
LOOK = (
    "outline:3px solid #14495f;outline-offset:3px;border-radius:4px;background:#fff3d6;color:inherit;"
    "scroll-margin-top:30vh"
)


def pointed(page: bytes, words: str) -> bytes:
    """The page with these words marked, where they stand first as a text of their own, else first within one.

    Words that are not on it, or stand only in a picture, leave it as it is.
    """
    if not words.strip():
        return page
    text = page.decode()
    begins = text.find("<main>")
    wanted = re.escape(str(escape(safe(words))))
    for pattern in (rf"(?<=>)(\s*){wanted}(?=\s*<)", rf"(?<=>)([^<>]*?){wanted}(?=[^<>]*<)"):
        for found in re.compile(pattern).finditer(text, max(begins, 0)):
            if not _drawn(text, found.start()):
                return (text[: found.start()] + _marked(found) + text[found.end() :]).encode()
    return page


def in_parts(page: bytes) -> bytes:
    """The page with its style as mere text (`<template>`): whoever copies parts of it puts the style beside them.

    A page whose policy allows no inline style would complain of it otherwise.
    """
    return page.replace(b"<style>", b"<template>", 1).replace(b"</style>", b"</template>", 1)


def _drawn(text: str, at: int) -> bool:
    """Within a picture, where a mark could not stand."""
    return text.rfind("<svg", 0, at) > text.rfind("</svg>", 0, at)


def _marked(found: re.Match[str]) -> str:
    before = found.group(1)
    return f'{before}<mark id="{HERE}" style="{LOOK}">{found.group()[len(before) :]}</mark>'
