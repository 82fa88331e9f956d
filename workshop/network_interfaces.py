"""The network interfaces of this machine and their addresses, asked from the system (`getifaddrs`), as they are now."""

from __future__ import annotations

import ctypes
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

UP, POINT_TO_POINT, RUNNING = 0x1, 0x10, 0x40
"""Flags of an interface; the same on Linux, macOS and the BSDs."""
ADDRESS_OF = {socket.AF_INET: (4, 4), socket.AF_INET6: (8, 16)}
"""Family → where its address begins in a `sockaddr`, and its length, in bytes."""


class _IfAddrs(ctypes.Structure):
    """`struct ifaddrs`, as far as it is needed."""


_IfAddrs._fields_ = [
    ("next", ctypes.POINTER(_IfAddrs)),
    ("name", ctypes.c_char_p),
    ("flags", ctypes.c_uint),
    ("address", ctypes.c_void_p),
]


@dataclass(frozen=True)
class Interface:
    """One address of one interface that is up."""

    name: str
    address: str
    point_to_point: bool
    running: bool


def interfaces() -> list[Interface]:
    """In the system's order; empty where it cannot be asked."""
    library = _library()
    first = ctypes.POINTER(_IfAddrs)()
    if not hasattr(library, "getifaddrs") or library.getifaddrs(ctypes.byref(first)):
        return []
    try:
        return list(_read(first))
    finally:
        library.freeifaddrs(first)


@cache
def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None)


def _read(entry: ctypes._Pointer[_IfAddrs]) -> Iterator[Interface]:
    while entry:
        at = entry.contents
        address = _address(at.address) if at.address and at.flags & UP else None
        if address:
            name = at.name.decode("utf-8", "replace")
            yield Interface(name, address, bool(at.flags & POINT_TO_POINT), bool(at.flags & RUNNING))
        entry = at.next


def _address(where: int) -> str | None:
    """The address in a `sockaddr`; None for families of other kinds."""
    # Linux begins it with two bytes of family, the BSDs with one of length and one of family.
    head = ctypes.string_at(where, 2)
    family = int.from_bytes(head, sys.byteorder) if sys.platform == "linux" else head[1]
    if family not in ADDRESS_OF:
        return None
    start, length = ADDRESS_OF[socket.AddressFamily(family)]
    return socket.inet_ntop(family, ctypes.string_at(where + start, length))
