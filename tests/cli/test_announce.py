"""What is said at the start, and when the network changes: every address, and a word when no phone reaches any."""

from __future__ import annotations

import pytest

from workshop.cli.announce import LOOKS_BETWEEN, here, says_moves, where
from workshop.network_interfaces import Interface
from workshop.settings import Settings

WIFI, VPN = Interface("wlan0", "192.168.1.5", False, True), Interface("utun3", "10.99.0.2", True, True)


@pytest.fixture
def machine(monkeypatch):
    return lambda *found: monkeypatch.setattr("workshop.network.interfaces", lambda: list(found))


@pytest.fixture
def settings(tmp_path):
    return lambda **more: Settings.from_environ({"WORKSHOP_DATA_DIR": str(tmp_path), **more})


def test_every_address_is_said_with_its_network_the_likeliest_first(machine, settings):
    machine(VPN, WIFI)
    first, second, _ = where(settings())
    assert first.endswith("http://192.168.1.5:8000 (wlan0)") and second.endswith("http://10.99.0.2:8000 (utun3)")


@pytest.mark.parametrize(
    ("more", "do"),
    [
        ({}, "this computer is in no network"),
        ({"WORKSHOP_HOST": "127.0.0.1"}, "set WORKSHOP_HOST to 0.0.0.0"),
        ({"WORKSHOP_PUBLIC_URL": "http://localhost:8000"}, "set WORKSHOP_PUBLIC_URL"),
    ],
)
def test_an_address_that_no_phone_reaches_is_never_said_without_a_word(machine, settings, more, do):
    machine()
    said = where(settings(**more))
    assert len(said) == 2 and "No phone reaches that address" in said[1] and do in said[1]


def test_a_change_of_network_is_said_once_and_what_else_is_looked_after_goes_on(machine, settings, capsys):
    machine(WIFI)
    looks = []
    again = says_moves(settings(), lambda: looks.append(1))
    again()
    machine(Interface("wlan0", "172.20.10.4", False, True))
    for _ in range(3 * LOOKS_BETWEEN):
        again()
    assert capsys.readouterr().out.count("http://172.20.10.4:8000") == 1
    assert len(looks) == 3 * LOOKS_BETWEEN + 1


def test_this_machines_own_browser_is_told_localhost(settings):
    assert here(settings()) == "http://localhost:8000"
    assert here(settings(WORKSHOP_HOST="192.168.1.5")) == "http://192.168.1.5:8000"
    assert here(settings(WORKSHOP_HOST="fd00::5")) == "http://[fd00::5]:8000"
