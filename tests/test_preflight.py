"""What must be true before the start: Python's age and a free port."""

import errno
import socket

import pytest

from workshop.preflight import StartError, check_port, check_python, port_sentence


def test_python_3_11_and_newer_will_do():
    check_python()
    check_python((3, 11, 0))
    check_python((3, 14, 1))


def test_an_older_python_is_refused_in_a_sentence():
    with pytest.raises(
        StartError, match=r"^Continuum Workshop needs Python 3\.11 or newer, and this is Python 3\.9\.2\.$"
    ):
        check_python((3, 9, 2))


def test_a_free_port_passes_and_stays_free():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    check_port("127.0.0.1", port)
    check_port("127.0.0.1", port)
    check_port("0.0.0.0", 0)


def test_a_taken_port_is_refused_in_a_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(StartError, match=f"^Port {port} is taken by another program; set WORKSHOP_PORT"):
            check_port("127.0.0.1", port)


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_an_address_of_another_machine_is_refused_in_a_sentence(host):
    with pytest.raises(StartError, match="set WORKSHOP_HOST to one of its own addresses"):
        check_port(host, 0)


def test_a_port_reserved_for_root_has_its_own_sentence():
    assert "above 1023" in port_sentence("0.0.0.0", 80, PermissionError(errno.EACCES, "Permission denied"))
