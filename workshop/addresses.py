"""Where phones find this workshop, as the network is now, and as the facilitator has chosen."""

from __future__ import annotations

import ipaddress
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

from workshop.network import Address, local_addresses
from workshop.settings import Settings

EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - what a setting may say
CHOSEN = "address"
"""The file in the data directory that holds what was chosen; all processes of a machine read it."""


class Addresses:
    """`offered` may change from call to call. `look` finds this machine's addresses: with `True`, IPv6 too."""

    def __init__(self, settings: Settings, look: Callable[[bool], list[Address]] = local_addresses) -> None:
        self._settings, self._look = settings, look
        self._file = settings.data_dir / CHOSEN

    def offered(self) -> list[tuple[str, str]]:
        """(address, interface) of all that phones might use, the likeliest first. The public URL leaves no choice."""
        if self._settings.public_url:
            return []
        if self._settings.host not in EVERYWHERE:
            return [] if is_this_machine(self.own()) else [(self.own(), "")]
        if not self._settings.port:  # not known yet
            return []
        return [(self._url(found.text), found.interface) for found in self._look(self._settings.host == "::")]

    def best(self) -> str:
        """What delegates are told: the public URL, what was chosen while it is there, the likeliest, this machine."""
        if self._settings.public_url:
            return self._settings.public_url
        urls = [url for url, _ in self.offered()]
        chosen = self._chosen()
        return chosen if chosen in urls else urls[0] if urls else self.own()

    def choose(self, url: str) -> bool:
        """Tell delegates this one from now on; False when it is not among those offered. Raises OSError."""
        if url not in [offered for offered, _ in self.offered()]:
            return False
        with tempfile.NamedTemporaryFile("w", dir=self._file.parent, prefix=".address-", delete=False) as draft:
            draft.write(url)
        os.replace(draft.name, self._file)
        return True

    def own(self) -> str:
        """Where this machine itself finds the workshop."""
        return self._url({"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self._settings.host, self._settings.host))  # noqa: S104

    def _chosen(self) -> str:
        with suppress(OSError, UnicodeDecodeError):
            return self._file.read_text("utf-8").strip()
        return ""

    def _url(self, host: str) -> str:
        return f"http://{f'[{host}]' if ':' in host else host}:{self._settings.port}"


def is_this_machine(url: str) -> bool:
    """Whether an address leads whoever opens it to their own device: no phone can use it."""
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
