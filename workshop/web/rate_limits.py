"""How often somebody may try: seats, join codes, passwords. Nothing here stops the whole installation.

A right code always works: 39.6 bits are guessed by nobody, so that a limit on wrong ones protects no session. It tells
a script to stop, and keeps nobody out. What costs something (a seat, a password's check) is limited for the browser or
for the network that sends it, and never for all: a limit that others can use up is a weapon. Which browser or network
that was is known to this process alone, as a keyed digest, for at most an hour; it is neither stored nor logged.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import time
from collections import Counter
from collections.abc import Callable

from flask import current_app, request, session

from workshop.web.here import context
from workshop.web.known import account_digest, known_here

MINUTE, PASSWORD_WINDOW, HOUR = 60, 600, 3600  # seconds
WRONG_OF_BROWSER, WRONG_OF_NETWORK = 30, 600
"""Wrong codes a minute, from which the answer to a wrong one is another; that to a right one never is."""
SEATS_A_MINUTE, SEATS_AN_HOUR = 3, 10
"""New seats of one browser."""
CHECKS = 60
ONE_ACCOUNT, ONE_ACCOUNT_FROM_HERE, ONE_ACCOUNT_KNOWN = 60, 10, 20
"""Passwords in ten minutes for one account: from everywhere, from one network, from a browser that it knows."""
AT_ONCE, A_SECOND = 120, 1.0
"""Passwords from one network that no account knows: so many at once, then one a second. It slows and stops nobody."""
MANY = 10_000
"""Senders after which those that have their whole allowance are forgotten."""


class RateLimit:
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


class Paces:
    """For each sender an allowance that fills up again, in this process's memory only."""

    def __init__(self, most: float, a_second: float, now: Callable[[], float] = time.monotonic) -> None:
        self._most, self._a_second, self._now = most, a_second, now
        self._left: dict[bytes, tuple[float, float]] = {}
        self._key = secrets.token_bytes(16)

    def take(self, who: str) -> bool:
        """One of this sender's allowance; False when there is none just now."""
        now, name = self._now(), hmac.digest(self._key, who.encode("utf-8", "replace"), hashlib.sha256)
        if len(self._left) > MANY:
            self._left = {n: found for n, found in self._left.items() if self._filled(*found, now) < self._most}
        left = self._filled(*self._left.get(name, (self._most, now)), now)
        self._left[name] = (left - 1 if left >= 1 else left, now)
        return left >= 1

    def _filled(self, left: float, since: float, now: float) -> float:
        return min(self._most, left + (now - since) * self._a_second)


def guessed_wrong() -> bool:
    """A code led nowhere. Whether it was one of very many from here."""
    codes = _limit("codes", MINUTE)
    mine, near = codes.add("browser", _browser()), codes.add("network", network_of(_address()))
    return mine > WRONG_OF_BROWSER or near > WRONG_OF_NETWORK


def may_take_seat() -> bool:
    """Counts a new seat; False when this browser, or its network, has taken very many. Known seats never come here."""
    minute, hour = _limit("seats", MINUTE), _limit("seats of an hour", HOUR)
    mine = minute.add("browser", _browser()) <= SEATS_A_MINUTE and hour.add("browser", _browser()) <= SEATS_AN_HOUR
    # Not before: one browser must not use up what a whole room has.
    return mine and minute.add("network", network_of(_address())) <= context().settings.seats_a_minute


def may_check() -> bool:
    """Whether this browser may ask for an opinion on a text now: as often as anybody writes, and no more."""
    return _limit("checks", MINUTE).add("browser", _browser()) <= CHECKS


def may_try_password(email: str) -> bool:
    """Counts a try to sign in; False when there were too many. Raises Unavailable.

    A browser in which the account has signed in before is counted by itself: nobody can lock its owner out.
    """
    account, passwords = account_digest(email), _limit("passwords", PASSWORD_WINDOW)
    known = known_here(account)
    if known:
        return passwords.add("known", known, account) <= ONE_ACCOUNT_KNOWN
    near = network_of(_address())
    paces: Paces = current_app.extensions.setdefault("paces", Paces(AT_ONCE, A_SECOND))
    return (
        passwords.add(account, near) <= ONE_ACCOUNT_FROM_HERE
        and paces.take(near)
        and context().live.count(f"sign-ins:{account}", PASSWORD_WINDOW) <= ONE_ACCOUNT
    )


def network_of(address: str) -> str:
    """What one sender can hardly change: an IPv4 address, the first half of an IPv6 one."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    found = getattr(found, "ipv4_mapped", None) or found
    return str(found) if found.version == 4 else str(ipaddress.ip_network((found, 64), strict=False))


def _limit(name: str, seconds: float) -> RateLimit:
    found: dict[str, RateLimit] = current_app.extensions.setdefault("rate_limits", {})
    return found.setdefault(name, RateLimit(seconds))


def _browser() -> str:
    return str(session.get("csrf_token", ""))


def _address() -> str:
    return request.remote_addr or ""
