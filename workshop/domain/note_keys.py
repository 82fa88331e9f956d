"""The key of a note: a random text of the phone that wrote it, by which the phone alone may put it in other words.

Only a digest of it is held, for no longer than the phase goes on in which the note came. No two notes share a key, so
that two notes of one phone have nothing in common.
"""

from __future__ import annotations

import hmac
from hashlib import sha256


def lock_of(key: str) -> str:
    """What is held of a key: 64 hex digits; of no key nothing."""
    return sha256(key.encode()).hexdigest() if key else ""


def opens(key: str, lock: str) -> bool:
    """Whether it is the key of this lock. Nothing opens what has no lock."""
    return lock != "" and hmac.compare_digest(lock_of(key), lock)
