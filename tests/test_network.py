"""This machine's own addresses, found without sending anything."""

import ipaddress
import socket

import pytest

from workshop.network import free_port, local_addresses
from workshop.network_interfaces import Interface, interfaces

WIFI, CABLE = Interface("wlan0", "192.168.1.5", False, True), Interface("eth0", "10.1.2.3", False, True)
VPN = Interface("utun3", "10.99.0.2", True, True)
UNNAMED_VPN = Interface("corp0", "10.98.0.2", True, True)
TAILSCALE = Interface("tailscale0", "100.101.102.103", False, True)
CONTAINERS = Interface("docker0", "172.17.0.1", False, False)
HOTSPOT = Interface("ap0", "10.42.0.1", False, True)
SELF_GIVEN = Interface("eth1", "169.254.9.9", False, True)
SIX, LINK = Interface("wlan0", "2001:db8::5", False, True), Interface("wlan0", "fe80::1", False, True)
LOOPBACK = [Interface("lo", "127.0.0.1", False, True), Interface("lo", "::1", False, True)]


@pytest.fixture
def machine(monkeypatch):
    """Give this machine other interfaces, and another way out: `machine([...], "10.0.0.1")`."""

    def has(found, out=""):
        monkeypatch.setattr("workshop.network.interfaces", lambda: [*LOOPBACK, *found])
        monkeypatch.setattr("workshop.network._way_out", lambda: out)

    return has


def found(six=False):
    return [address.text for address in local_addresses(six)]


def test_what_it_finds_are_addresses_that_phones_may_use():
    assert len(found(six=True)) == len(set(found(six=True)))
    for address in found(six=True):
        assert not ipaddress.ip_address(address).is_loopback


def test_what_the_system_has_is_what_its_own_tool_says():
    names = {i.name for i in interfaces()}
    assert names <= {name for _, name in socket.if_nameindex()}
    assert "127.0.0.1" in {i.address for i in interfaces()}


def test_without_a_network_there_are_none(machine):
    machine([])
    assert found(six=True) == []


@pytest.mark.parametrize("vpn", [VPN, UNNAMED_VPN, TAILSCALE], ids=lambda i: i.name)
def test_with_a_vpn_the_rooms_network_comes_first_although_everything_goes_out_by_the_vpn(machine, vpn):
    machine([vpn, WIFI], out=vpn.address)
    assert found() == [WIFI.address, vpn.address]


def test_as_a_hotspot_without_a_way_out_its_own_network_is_found(machine):
    machine([HOTSPOT])
    assert found() == [HOTSPOT.address]


def test_of_two_networks_the_one_by_which_it_goes_out_comes_first_and_the_other_is_offered(machine):
    for out in (WIFI, CABLE):
        machine([WIFI, CABLE], out=out.address)
        assert found()[0] == out.address and set(found()) == {WIFI.address, CABLE.address}


def test_networks_of_containers_and_self_given_addresses_come_last(machine):
    machine([CONTAINERS, SELF_GIVEN, HOTSPOT], out=CONTAINERS.address)
    assert found()[0] == HOTSPOT.address


def test_ipv6_is_offered_when_asked_for_but_for_addresses_that_need_the_phones_own_interface(machine):
    machine([SIX, LINK, WIFI])
    assert found() == [WIFI.address]
    assert found(six=True) == [WIFI.address, SIX.address]


def test_where_the_system_cannot_be_asked_there_are_none(monkeypatch):
    monkeypatch.setattr("workshop.network_interfaces._library", lambda: object())
    assert interfaces() == []


def test_a_free_port_is_free():
    ports = {free_port("127.0.0.1") for _ in range(5)}
    for port in ports:
        with socket.create_server(("127.0.0.1", port)):
            pass
    assert all(1024 < port < 65536 for port in ports)
