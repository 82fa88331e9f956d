"""This machine's addresses and the socket that the workshop listens on."""

import errno
import socket

import pytest

from workshop.network import free_port, listener, local_addresses


def test_addresses_are_ones_that_a_phone_can_reach():
    for address in local_addresses():
        assert not address.startswith(("127.", "0."))
        assert socket.inet_aton(address)


def test_a_free_port_can_be_listened_on():
    port = free_port("127.0.0.1")
    with listener("127.0.0.1", port) as made:
        assert made.getsockname() == ("127.0.0.1", port)


def test_what_is_accepted_sends_small_packets_at_once():
    with listener("127.0.0.1", 0) as made, socket.create_connection(made.getsockname()):
        made.setblocking(True)
        accepted, _ = made.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_port_is_for_one_process_unless_it_is_shared():
    with listener("127.0.0.1", 0) as one, pytest.raises(OSError) as taken:
        listener("127.0.0.1", one.getsockname()[1])
    assert taken.value.errno == errno.EADDRINUSE
    with (
        listener("127.0.0.1", 0, shared=True) as one,
        listener("127.0.0.1", one.getsockname()[1], shared=True) as two,
    ):
        assert one.getsockname() == two.getsockname()
