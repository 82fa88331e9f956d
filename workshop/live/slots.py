"""Slots: where a seat's slices of one scope lie, without the server knowing the seat.

slot = HMAC-SHA256(scope key, purpose, token), scope key = HMAC-SHA256(server secret, session, scope, salt). The token
lives on the phone only, the salt until the scope closes: afterwards nobody can compute a slot again, token or not.
Two purposes give unrelated slots, and so do two rounds.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field


def new_salt() -> str:
    """A fresh salt for a scope: 256 random bits."""
    return secrets.token_urlsafe(32)


def scope_key(secret: bytes, session: str, scope: str, salt: str) -> bytes:
    """The key from which all slots of one scope are made."""
    return hmac.digest(secret, f"slot\0{session}\0{scope}\0{salt}".encode(), hashlib.sha256)


@dataclass(frozen=True)
class SaltedSeat:
    """One delegate's place, for as long as one command takes. Never stored, never logged (its repr says nothing)."""

    token: str
    session: str
    secret: bytes
    salts: Mapping[str, str]
    keys: dict[str, bytes] = field(default_factory=dict[str, bytes], compare=False)
    """Scope keys made so far: all seats may share them for as long as the salts are known, and no longer."""
    _made: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str], compare=False)

    def slot(self, scope: str, purpose: str) -> str:
        """22 characters, or "" when the scope has been closed."""
        salt, made = self.salts.get(scope), self._made.get((scope, purpose))
        if salt is None or made is not None:
            return made or ""
        key = self.keys.get(scope)
        if key is None:
            key = self.keys[scope] = scope_key(self.secret, self.session, scope, salt)
        mac = hmac.digest(key, f"{purpose}\0{self.token}".encode(), hashlib.sha256)
        slot = self._made[scope, purpose] = base64.urlsafe_b64encode(mac[:16]).decode().rstrip("=")
        return slot

    def __repr__(self) -> str:
        return "SaltedSeat()"
