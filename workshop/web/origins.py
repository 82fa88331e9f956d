"""One rule for pages and sockets: under which names this workshop answers, and whose pages may ask it for something.

A name counts when it cannot be pointed here by somebody outside (DNS rebinding): ours, a bare address, and names that
no public directory gives out. A page may ask when it came from here: from the very host that it asks, or a named
origin. Forwarded headers count only where a proxy is trusted, which has put them in place of the host by then.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from workshop.activities.base import Refused
from workshop.network import local_addresses
from workshop.service.context import Context

LOCAL = re.compile(r"(?:[a-z0-9_-]{1,63}\.)*(?:local|localhost|internal|home\.arpa)|[a-z0-9_-]{1,63}")
"""Names of this network alone: `laptop.local`, `laptop`. None of them can be bought."""
NAMES = 64
"""So many hosts are remembered, with what was found: each request asks twice, nearly always about the same one."""
PORTS = {"http": 80, "https": 443}
OPENED = ("http.opened_one", "http.opened_two", "http.opened_three")
ADDRESS = ("http.address_one", "http.address_two", "http.address_three")
"""A page that was opened under another address, and an address that is none of ours: by how many others are named."""


class Origins:
    """Asked for every request; the machine's addresses are looked up anew, for networks change."""

    def __init__(self, context: Context) -> None:
        self._context, self._settings = context, context.settings
        machine = socket.gethostname().lower()
        named = [self._settings.public_url, *self._settings.origins]
        self._hosts = {machine, f"{machine}.local", *(urlsplit(url).hostname or "" for url in named if url)} - {""}
        self.is_ours = lru_cache(NAMES)(self._is_ours)
        """Whether a `Host` header (name, perhaps with a port) is one that this workshop answers to."""

    def _is_ours(self, host: str) -> bool:
        name = _parts(f"//{host}")[1].removesuffix(".")
        return name in self._hosts or _is_address(name) or LOCAL.fullmatch(name) is not None

    def may_ask(self, origin: str, host: str) -> bool:
        """Whether a page of `origin` ("" when none was named) may ask under this `Host`."""
        return not origin or _is_of(origin, host) or origin in self._named()

    def turned_away(self, environ: Mapping[str, Any]) -> Refused | None:
        """None for a request that may be answered; else a refusal that says where to go."""
        host, origin = str(environ.get("HTTP_HOST", "")), str(environ.get("HTTP_ORIGIN", ""))
        return None if self.is_ours(host) and self.may_ask(origin, host) else self.instead(OPENED)

    def instead(self, ways: tuple[str, ...]) -> Refused:
        """For somebody who came under an address that is none of ours: which to open. `ways`: for one, for two, …"""
        best = self._context.address
        more = [url for url, _ in self._context.addresses.offered() if url != best]
        named: dict[str, str | int] = dict(zip(("first", "second", "third"), (best, *more), strict=False))
        return Refused("origin", ways[len(named) - 1], named)

    def _named(self) -> tuple[str, ...]:
        here = [found.text for found in local_addresses(six=True)]
        return self._settings.allowed_origins(["localhost", "127.0.0.1", *here])


def _is_of(origin: str, host: str) -> bool:
    """Whether a page of this origin came from this host; http and https may both lead to it."""
    scheme, name, port = _parts(origin)
    if scheme not in PORTS or not name or "@" in origin or origin != f"{scheme}://{urlsplit(origin).netloc}":
        return False
    asked, at = _parts(f"{scheme}://{host}")[1:]
    return (name.removesuffix("."), port) == (asked.removesuffix("."), at)


def _parts(url: str) -> tuple[str, str, int | None]:
    """Scheme, name in small letters and port of a URL; nothing of one that cannot be read."""
    try:
        found = urlsplit(url)
        return found.scheme, (found.hostname or "").lower(), found.port or PORTS.get(found.scheme)
    except ValueError:
        return "", "", None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
