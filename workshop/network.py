"""This machine's own addresses, so that a new user can be told where phones find the workshop."""

from __future__ import annotations

import socket

BACKLOG = 1024
"""Connections that may wait to be accepted: a whole room that comes back at once."""


def local_addresses() -> list[str]:
    """IPv4 addresses that phones on the local network may use, the likeliest first; empty when there is no network.

    Nothing is sent: connecting a datagram socket only asks the kernel which address it would send from.
    """
    found: list[str] = []
    for target in ("192.0.2.1", "10.255.255.255"):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((target, 9))
                found.append(probe.getsockname()[0])
            except OSError:
                continue
    return [a for a in dict.fromkeys(found) if not a.startswith(("127.", "0."))]


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
