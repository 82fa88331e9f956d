"""E-mail addresses: one form for keeping and one for finding, the same wherever somebody types one.

What can be added can sign in: with any letters, in capitals or not, composed or not, a domain in its own letters or in
those of the wire. Nothing is ever sent to an address; it is a name.
"""

from __future__ import annotations

import unicodedata

from email_validator import EmailNotValidError, ValidatedEmail, validate_email

from workshop.domain.texts import seen, tidy

LONGEST = 255


def tidy_address(email: str) -> str:
    """An address as it is kept: NFC, its domain in its own letters. Raises ValueError with a sentence.

    A made-up domain will do. What a copy brings along around it, and a wide at sign, are put right.
    """
    return _validated(email).normalized


def address_key(email: str) -> str:
    """What two spellings of one address have in common; of what is no address, as much as can be said."""
    try:
        found = _validated(email)
    except ValueError:
        return _small(_bare(email[:LONGEST]))
    return f"{_small(found.local_part)}@{(found.ascii_domain or found.domain).lower()}"


def _validated(email: str) -> ValidatedEmail:
    try:
        return validate_email(_bare(email[: 2 * LONGEST]), check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise
    except (ValueError, UnicodeError) as odd:
        raise ValueError("This is not an e-mail address.") from odd


def _bare(email: str) -> str:
    """Without spaces, marks of direction and the like at its ends."""
    return seen(seen(tidy(email))[::-1])[::-1].replace("\uff20", "@")


def _small(text: str) -> str:
    """Small letters, one by one: ß stays ß, which is another letter than ss; both forms of a small sigma are one."""
    return unicodedata.normalize("NFC", "".join(c.lower() for c in text)).replace("ς", "σ")
