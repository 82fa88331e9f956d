"""docs/protocol.md is enough to write a client: one that was written from it alone runs a whole session."""

import ast
import copy
import secrets

import pytest

from tests.client.room import COMMAND, PROTOCOL, Room, patched
from tests.client.walk import DO, Session
from tests.helpers.differing import examples
from tests.helpers.served import served
from tests.helpers.tree import ROOT, parsed
from workshop.realtime import wire

CLIENT = ("web.py", "room.py", "phone.py", "walk.py")


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """A session that was walked from its first step to its last, and not yet looked at."""
    with served(tmp_path_factory.mktemp("client") / "data") as running:
        found = Session(running.url, running.link)
        yield found


@pytest.mark.parametrize("name", CLIENT)
def test_the_client_knows_nothing_of_the_workshops_code(name):
    nodes = list(ast.walk(parsed(ROOT / "tests" / "client" / name)))
    named = {a.name for n in nodes if isinstance(n, ast.Import) for a in n.names}
    named |= {n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)}
    assert not [module for module in named if module.split(".")[0] == "workshop"], named
    assert all(module.startswith("tests.client.") for module in named if module.startswith("tests"))


def test_it_has_the_documents_numbers():
    assert (PROTOCOL, COMMAND) == (wire.PROTOCOL, wire.COMMAND)


def test_one_operation_id_belongs_to_one_command(session):
    phone, once = session.phones[0], secrets.token_urlsafe(18)
    assert phone.command("session.word", {}, once)["ok"]
    assert phone.command("session.word", {}, once)["ok"]
    refused = phone.command("questions.ask", {"text": "Is this swallowed?"}, once)
    assert (refused["ok"], refused["code"]) == (False, "reused")
    assert phone.command("questions.ask", {"text": "Is this swallowed?"})["ok"]


def test_a_client_of_before_and_one_of_the_future_are_served(session):
    spoken = ({}, {"protocol": 1}, {"protocol": 3}, {"protocol": 99}, {"protocol": "new"})
    for browser, auth in zip(
        session.browsers[1:], spoken, strict=True
    ):  # coming in costs a phone much of its allowance
        room = Room(session.url, "/delegate", browser.cookies, auth=auth)
        assert room.protocol == PROTOCOL
        assert room.command("session.view")["ok"]
        room.close()


def without_own(parts):
    return {name: part for name, part in parts.items() if not name.startswith("own_")}


@pytest.mark.parametrize(
    ("old", "operation", "new"),
    [(old, operations[0], new) for old, operations, new in examples() if len(operations) == 1],
)
def test_a_stranger_who_reads_the_document_does_the_operations_right(old, operation, new):
    assert patched(copy.deepcopy(old), operation) == new


def test_the_whole_session(session):
    """Large parts came as changes, but not to a client of before; and all of them know the same in the end."""
    before = Room(session.url, "/delegate", session.browsers[2].cookies, auth={"protocol": 3})
    session.walk()
    assert set(session.done) >= set(DO) - {"break"}
    assert all(room.changes and not room.asked for room in (session.desk, session.screen, session.phones[1]))
    assert before.changes == before.asked == 0
    before.wait(lambda parts: without_own(parts) == without_own(session.phones[1].parts))
    for phone in session.phones:
        assert phone.sizes == {"command": {wire.COMMAND}, "ack": {wire.ACK}}
