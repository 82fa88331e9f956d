"""Codes by which delegates find a session: made so that they can be read out loud, and understood however they come."""

from __future__ import annotations

import secrets

from workshop.service.context import Context

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXY"
"""31 symbols without 0 O 1 I Z: 8 of them are 39.6 bits, and can be read out loud, four and four."""
CODE_LENGTH = 8
CODE_LENGTHS = (6, CODE_LENGTH)
"""Sessions that began before codes had eight symbols keep their six."""


def free_code(context: Context) -> str:
    """A code that no running session answers to. Raises Unavailable."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        if session_of_code(context, code) is None:
            return code


def tidied(text: str) -> str:
    """A code as it is kept, however it was typed, spoken or pasted: small letters, spaces, dashes, the whole link."""
    return "".join(c for c in text.rpartition("#")[2].upper() if c.isascii() and c.isalnum())


def session_of_code(context: Context, code: str) -> str | None:
    """The running session that answers to a join code. Raises Unavailable.

    A live store that was wiped knows no code; nobody need be here for the record to know it still.
    """
    found = context.live.find_code(code)
    if found is None and len(code) in CODE_LENGTHS and set(code) <= set(ALPHABET):
        found = context.record.session_of_code(code)
    return found
