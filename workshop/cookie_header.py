"""A browser's cookies as WSGI hands them on, without those that no library could read.

What another program on this host has left in a browser must not shut anybody out, so such a cookie is passed over.
"""

from __future__ import annotations


def plain_cookies(header: str) -> str:
    """The header with its ASCII cookies only; as it is when all are."""
    if header.isascii() and header.isprintable():
        return header
    return ";".join(pair for pair in header.split(";") if pair.isascii() and pair.isprintable())
