"""A thousand ids of every kind: none counts, none tells an order, none tells another."""

import math
import secrets
from itertools import pairwise

import pytest

from tests.helpers.rooms import a_room
from tests.helpers.site import Site
from workshop.live.slots import SaltedSeat, new_salt
from workshop.record.tables import random_key
from workshop.service.context import new_id
from workshop.service.join import Joined, join
from workshop.service.join_codes import ALPHABET, CODE_LENGTH, free_code

MANY = 1000


@pytest.fixture(scope="module")
def site(valkey_server, tmp_path_factory):
    return Site(tmp_path_factory.mktemp("ids"), valkey_server.url)


def token(room) -> str:
    found = join(room.context, room.head.code, "")
    assert isinstance(found, Joined)
    return found.token


@pytest.fixture(scope="module")
def kinds(site):
    """How an id of each kind is made, one after the other."""
    room, salt = a_room(), new_salt()
    engine = site.workshop.socketio.server.eio
    seats = iter([SaltedSeat(secrets.token_urlsafe(32), "s", b"k" * 32, {"r1": salt}) for _ in range(MANY)])
    return {
        "ids of everything people make": new_id,
        "keys of rows": random_key,
        "salts": new_salt,
        "tokens of phones": lambda: token(room),
        "slots of one round": lambda: next(seats).slot("r1", "placements"),
        "ids of connections and sockets": engine.generate_id,
        "join codes": lambda: free_code(room.context),
    }


@pytest.mark.parametrize(
    "kind",
    [
        "ids of everything people make",
        "keys of rows",
        "salts",
        "tokens of phones",
        "slots of one round",
        "ids of connections and sockets",
        "join codes",
    ],
)
def test_a_thousand_in_a_row_tell_no_order(kinds, kind):
    made = [kinds[kind]() for _ in range(MANY)]
    assert len(set(made)) == MANY
    rising = sum(a < b for a, b in pairwise(made))
    assert abs(rising - (MANY - 1) / 2) < 5 * math.sqrt(MANY / 12), "as often up as down"
    for at in range(min(map(len, made))):
        column = [m[at] for m in made]
        assert len(set(column)) > 3, f"character {at} is always the same"
        assert column != sorted(column) and column != sorted(column, reverse=True)


def test_a_code_can_be_read_out_and_is_one_of_887_million():
    code = free_code(a_room().context)
    assert len(code) == CODE_LENGTH and set(code) <= set(ALPHABET)
    assert len(ALPHABET) ** CODE_LENGTH == 852_891_037_441


def test_the_ids_of_real_connections_are_those(site):
    """The library makes ids with a counter, and an attacker sees them: ours are made by nobody else."""
    engine = site.workshop.socketio.server.eio
    assert {len(engine.generate_id()) for _ in range(50)} == {20}
    assert "sequence" not in str(getattr(engine.generate_id, "__qualname__", ""))


def test_two_purposes_of_one_phone_in_one_round_are_unrelated():
    seat = SaltedSeat(secrets.token_urlsafe(32), "s", b"k" * 32, {"r1": new_salt(), "r2": new_salt()})
    places = {seat.slot(scope, purpose) for scope in ("r1", "r2") for purpose in ("placements", "moves", "answers")}
    assert len(places) == 6
    assert seat.slot("r3", "placements") == "", "without a salt there is no slot"
