"""How often somebody may try: join codes and passwords.

A whole room shares one address, so an address alone never counts. Wrong codes are counted for the installation, as a
bare number. Only when somebody is clearly guessing (more wrong codes in a minute than rooms full of people mistype)
are those slowed down who have sent several of them. Which browser or address that was is known to this process
alone, as a keyed digest, for one minute; it is neither stored nor logged.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections import Counter
from collections.abc import Callable

from flask import current_app, request, session

from workshop.web.here import house

CODE_WINDOW, PASSWORD_WINDOW = 60, 600  # seconds
CALM = 1_000
"""Wrong codes a minute in all, up to which no address matters."""
MOST = 5_000
"""Wrong codes a minute in all, from which nobody may look up a code: 6 symbols of 31 outlast years of it."""
ONE_ADDRESS, ONE_BROWSER = 10, 30
CHECKS = 60
SIGN_INS, ONE_ACCOUNT, ONE_ACCOUNT_FROM_HERE = 300, 60, 10
SIGN_INS_FROM_HERE = 60
"""Less than SIGN_INS by far: who makes up accounts at one place must not lock everybody out at all others."""


class Tries:
    """Counts what happened in the present window, in this process's memory only."""

    def __init__(self, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._now, self._since = seconds, now, now()
        self._counts: Counter[bytes] = Counter()
        self._key = secrets.token_bytes(16)

    def add(self, *who: str) -> int:
        """One more of this sender; the figure."""
        name = self._name(who)
        self._counts[name] += 1
        return self._counts[name]

    def count(self, *who: str) -> int:
        """How many of this sender."""
        return self._counts[self._name(who)]

    def _name(self, who: tuple[str, ...]) -> bytes:
        if self._now() - self._since >= self._seconds:
            self._counts.clear()
            self._since, self._key = self._now(), secrets.token_bytes(16)
        return hmac.digest(self._key, "\0".join(who).encode("utf-8", "replace"), hashlib.sha256)


def may_guess() -> bool:
    """Whether this browser may ask for a code now. Says nothing about any code. Raises Unavailable."""
    codes = _tries("codes", CODE_WINDOW)
    if codes.count("browser", _browser()) >= ONE_BROWSER:
        return False
    wrong = house().live.tick("guesses", CODE_WINDOW, 0)
    return wrong < CALM or (wrong < MOST and codes.count("address", _address()) < ONE_ADDRESS)


def guessed_wrong() -> None:
    """A code led nowhere."""
    codes = _tries("codes", CODE_WINDOW)
    house().live.tick("guesses", CODE_WINDOW)
    codes.add("browser", _browser())
    codes.add("address", _address())


def may_check() -> bool:
    """Whether this browser may ask for an opinion on a text now: as often as anybody writes, and no more."""
    return _tries("checks", CODE_WINDOW).add("browser", _browser()) <= CHECKS


def may_try_password(email: str) -> bool:
    """Counts a try to sign in; False when there were too many. Raises Unavailable."""
    account = email.strip().lower()[:255]
    digest = hmac.digest(house().secret, f"account\0{account}".encode("utf-8", "replace"), hashlib.sha256).hex()[:16]
    live, passwords = house().live, _tries("passwords", PASSWORD_WINDOW)
    return (
        passwords.add(_address()) <= SIGN_INS_FROM_HERE
        and passwords.add(account, _address()) <= ONE_ACCOUNT_FROM_HERE
        and live.tick("sign-ins", PASSWORD_WINDOW) <= SIGN_INS
        and live.tick(f"sign-ins:{digest}", PASSWORD_WINDOW) <= ONE_ACCOUNT
    )


def _tries(name: str, seconds: float) -> Tries:
    found: dict[str, Tries] = current_app.extensions.setdefault("tries", {})
    return found.setdefault(name, Tries(seconds))


def _browser() -> str:
    return str(session.get("csrf_token", ""))


def _address() -> str:
    return request.remote_addr or ""
