"""What must be true before the app starts; each fault is one sentence."""

import errno
import socket
import sys

OLDEST_PYTHON = (3, 11)


class StartError(RuntimeError):
    """The app cannot start; its message is one sentence for the person who starts it."""


def check_python(version: tuple[int, ...] = tuple(sys.version_info[:3])) -> None:
    """Raise `StartError` below Python 3.11."""
    if version[:2] < OLDEST_PYTHON:
        found = ".".join(str(number) for number in version)
        raise StartError(f"Continuum Workshop needs Python 3.11 or newer, and this is Python {found}.")


def check_port(host: str, port: int) -> None:
    """Raise `StartError` when nobody could listen on `host`:`port` now. Port 0 is always free."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except OSError as error:
        raise StartError(port_sentence(host, port, error)) from error


def port_sentence(host: str, port: int, error: OSError) -> str:
    """Why listening failed, in a sentence; also for a server that lost the race for a port."""
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program; set WORKSHOP_PORT to a free one."
    if error.errno == errno.EACCES:
        return f"Port {port} may only be used by root; set WORKSHOP_PORT to one above 1023."
    return f"This machine cannot listen on {host}: set WORKSHOP_HOST to one of its own addresses."
