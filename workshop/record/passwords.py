"""The one way in which a password is judged and hashed. What is typed here is neither kept nor logged."""

from __future__ import annotations

import re
import unicodedata

from argon2 import PasswordHasher
from zxcvbn import zxcvbn

SHORTEST, LONGEST = 12, 200
"""In characters. Nobody types more, and what is longer only keeps the machine busy."""
GOOD = 3
"""Of zxcvbn's 0 to 4: "safely unguessable", from a hundred million guesses on."""
LOOKED_AT = 72
"""Characters that zxcvbn looks at: its time grows with the square of them."""
PRODUCT = ("continuum", "workshop", "continuum workshop")
HASHER = PasswordHasher()
"""Argon2id at the cost that the library and Flask-Security agree on: 64 MiB, three passes (RFC 9106, second choice)."""
ADVICE = "Four or five words that have nothing to do with each other make a good one."


def hash_password(password: str, *about: str) -> str:
    """Argon2id, as Flask-Security verifies it: single, of the NFKD form.

    `about` is what somebody who guesses would try first: the account's address, its organisation's name.
    Raises ValueError, with a sentence that says what to do.
    """
    if fault := fault_of(password, *about):
        raise ValueError(fault)
    return HASHER.hash(unicodedata.normalize("NFKD", password))


def fault_of(password: str, *about: str) -> str:
    """What is wrong with a password and what to do, or "" for a good one. The sentence holds nothing of it."""
    if any(unicodedata.category(c) in ("Cc", "Cs") for c in password):
        return "A password is made of what a keyboard types: letters of any language, digits, signs and spaces."
    size = len(unicodedata.normalize("NFC", password))
    if size < SHORTEST:
        return f"A password has at least {SHORTEST} characters. {ADVICE}"
    if max(size, len(unicodedata.normalize("NFKD", password))) > LONGEST:
        return f"A password has at most {LONGEST} characters: take a shorter one."
    plain, own = _plain(password), _own_words(about)
    if min(_score(plain, own), _score(_joined(plain), own)) >= GOOD:
        return ""
    return (
        "This password could be guessed: it is too simple, often used, or made of names that belong to this account, "
        f"its organisation or this program. {ADVICE}"
    )


def _score(text: str, own: list[str]) -> int:
    # What is left without our own words has to be good by itself: lists of guesses begin with them.
    rest = text
    for word in own:
        rest = rest.replace(word, "")
    weighed = [text] if rest == text else [text, rest]
    return min(int(zxcvbn(t[:LOOKED_AT], user_inputs=own)["score"]) if t else 0 for t in weighed)


def _own_words(about: tuple[str, ...]) -> list[str]:
    """Names, their words, and the words written together: the longest first. What is shorter than 3 is no name."""
    names = [_plain(name) for name in (*PRODUCT, *about)]
    words = {w for name in names for w in (name, _joined(name), *re.split(r"[\W_\d]+", name))}
    return sorted((w for w in words if len(w) > 2), key=lambda w: (-len(w), w))


def _plain(text: str) -> str:
    """Small letters without their accents, as those write who guess."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in letters if not unicodedata.combining(c))


def _joined(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
