"""Where phones find the workshop: as the network is now, as was chosen, and never this machine alone without a word."""

import pytest

from workshop.addresses import CHOSEN, Addresses, is_this_machine
from workshop.network import Address
from workshop.settings import Settings

WIFI, VPN = Address("192.168.1.5", "wlan0"), Address("10.99.0.2", "utun3")


@pytest.fixture
def addresses(tmp_path):
    """`addresses(found, **settings)`: `found` is a list that may be changed meanwhile, as networks are."""

    def make(found, **settings):
        named = {f"WORKSHOP_{name.upper()}": value for name, value in settings.items()}
        read = Settings.from_environ({"WORKSHOP_DATA_DIR": str(tmp_path), **named})
        return Addresses(read, lambda six: list(found))

    return make


def test_all_are_offered_and_the_likeliest_is_told(addresses):
    where = addresses([WIFI, VPN])
    assert where.offered() == [("http://192.168.1.5:8000", "wlan0"), ("http://10.99.0.2:8000", "utun3")]
    assert where.best() == "http://192.168.1.5:8000"


def test_when_the_network_changes_the_next_question_has_the_new_address(addresses):
    found = [WIFI]
    where = addresses(found)
    found[:] = [Address("172.20.10.4", "wlan0")]
    assert where.best() == "http://172.20.10.4:8000"
    found.clear()
    assert where.best() == "http://127.0.0.1:8000" and is_this_machine(where.best())


def test_what_was_chosen_is_told_by_every_process_as_long_as_it_is_there(addresses):
    found = [WIFI, VPN]
    assert addresses(found).choose("http://10.99.0.2:8000")
    other = addresses(found)
    assert other.best() == "http://10.99.0.2:8000"
    found.remove(VPN)
    assert other.best() == "http://192.168.1.5:8000"
    found.append(VPN)
    assert other.best() == "http://10.99.0.2:8000"


@pytest.mark.parametrize("url", ["", "http://evil.test", "http://10.99.0.2", "http://127.0.0.1:8000", "javascript:0"])
def test_nothing_else_can_be_chosen(addresses, url, tmp_path):
    assert not addresses([WIFI, VPN]).choose(url)
    assert not (tmp_path / CHOSEN).exists()


def test_a_damaged_choice_is_none(addresses, tmp_path):
    (tmp_path / CHOSEN).write_bytes(b"\xff\xfe")
    assert addresses([WIFI]).best() == "http://192.168.1.5:8000"


def test_a_public_url_is_told_and_leaves_no_choice(addresses):
    where = addresses([WIFI], public_url="https://w.example.org")
    assert (where.best(), where.offered()) == ("https://w.example.org", [])


def test_of_one_address_to_listen_on_there_is_no_choice(addresses):
    assert addresses([WIFI], host="192.168.1.9").best() == "http://192.168.1.9:8000"
    assert addresses([WIFI], host="127.0.0.1").offered() == []
    assert addresses([WIFI], port="0").offered() == []


def test_listening_on_ipv6_too_it_is_told_in_brackets(addresses):
    where = addresses([Address("2001:db8::5", "wlan0")], host="::")
    assert where.best() == "http://[2001:db8::5]:8000" and where.own() == "http://[::1]:8000"


@pytest.mark.parametrize(
    ("url", "alone"),
    [
        ("http://localhost:8000", True),
        ("http://w.localhost", True),
        ("http://127.0.0.1:8000", True),
        ("http://127.9.9.9", True),
        ("http://[::1]:8000", True),
        ("http://0.0.0.0:8000", True),
        ("http://192.168.1.5:8000", False),
        ("https://w.example.org", False),
        ("http://laptop.local:8000", False),
    ],
)
def test_what_leads_a_phone_to_itself_is_told_from_the_rest(url, alone):
    assert is_this_machine(url) is alone
