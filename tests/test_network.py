"""This machine's own addresses, found without sending anything."""

import ipaddress
import socket

from workshop.network import free_port, local_addresses


class NoNetwork:
    """A socket of a machine without any route."""

    def __init__(self, *_):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def connect(self, _):
        raise OSError("Network is unreachable")


def test_what_it_finds_are_addresses_that_phones_may_use():
    found = local_addresses()
    assert len(found) == len(set(found))
    for address in found:
        assert not ipaddress.ip_address(address).is_loopback


def test_without_a_network_there_are_none(monkeypatch):
    monkeypatch.setattr(socket, "socket", NoNetwork)
    assert local_addresses() == []


def test_a_free_port_is_free():
    ports = {free_port("127.0.0.1") for _ in range(5)}
    for port in ports:
        with socket.create_server(("127.0.0.1", port)):
            pass
    assert all(1024 < port < 65536 for port in ports)
