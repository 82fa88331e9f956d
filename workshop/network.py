"""This machine's own addresses, so that a new user can be told where phones find the workshop."""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress
from dataclasses import dataclass

from workshop.network_interfaces import Interface, interfaces

BACKLOG = 1024
"""Connections that may wait to be accepted: a whole room that comes back at once."""


VIRTUAL = (
    "docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "lxc", "lxd", "cni", "flannel", "cali", "podman", "tun",
    "tap", "utun", "ppp", "wg", "tailscale", "zt", "ipsec", "nord", "proton", "gpd", "vpn",
)  # fmt: skip
"""How the names of interfaces begin behind which no room of people is: containers, virtual machines, VPNs."""
CARRIER = ipaddress.ip_network("100.64.0.0/10")
"""What carriers and VPNs between one's own machines use."""


@dataclass(frozen=True)
class Address:
    """One address of this machine, and the name of its interface."""

    text: str
    interface: str


def local_addresses(six: bool = False) -> list[Address]:
    """Every address of this machine that a phone might reach, the likeliest first; empty when there is no network.

    IPv4; with `six` IPv6 too. A VPN's comes after the Wi-Fi's, whichever way this machine itself goes out.
    """
    out = _way_out()
    found = [i for i in interfaces() if _could_be_reached(i.address) and (six or ":" not in i.address)]
    ranked = sorted(found, key=lambda i: (*_unlikely(i), i.address != out))
    return list({i.address: Address(i.address, i.name) for i in ranked}.values())


def _could_be_reached(text: str) -> bool:
    """Not this machine's alone, and not such that a phone would have to name its own interface for it."""
    address = ipaddress.ip_address(text)
    unusable = address.is_loopback or address.is_unspecified or address.is_multicast
    return not unusable and not (address.version == 6 and address.is_link_local)


def _unlikely(found: Interface) -> tuple[bool, ...]:
    """Reasons why phones are not there, the best first."""
    address = ipaddress.ip_address(found.address)
    elsewhere = found.point_to_point or found.name.lower().startswith(VIRTUAL)
    not_private = not address.is_private or (address.version == 4 and address in CARRIER)
    return elsewhere, address.is_link_local, address.version == 6, not_private, not found.running


def _way_out() -> str:
    """The address that this machine sends from, "" without a way. Nothing is sent: the kernel is only asked."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        return probe.getsockname()[0]
    return ""


def free_port(host: str) -> int:
    """A port that nobody listens on now: origins and links have to name it before the server is up."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((host, 0))
        return probe.getsockname()[1]


def listener(host: str, port: int, shared: bool = False) -> socket.socket:
    """A listening socket whose connections send small packets at once: Nagle's waiting costs a tap up to 40 ms.

    `shared` lets several processes listen on the same port; the kernel spreads connections over them. Raises OSError.
    """
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    made = socket.socket(family, kind, protocol)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # inherited by what is accepted
        made.bind(address)
        made.listen(BACKLOG)
        made.setblocking(False)
    except OSError:
        made.close()
        raise
    return made
