"""One size: acks, and what a phone is sent of its own, are as long whatever it has said."""

from __future__ import annotations

import json

import orjson
import pytest

from tests.activities.commands_agreed import eight
from tests.activities.commands_plan import action
from tests.activities.commands_written import notes
from tests.activities.examples import EVERY, FOLDER
from tests.helpers.rooms import a_room
from tests.helpers.said import said
from tests.helpers.table import ADDED, Table
from workshop.activities.base import Refused, said_no
from workshop.activities.registry import COMMANDS, OWN
from workshop.cli.contract import limits
from workshop.realtime import wire
from workshop.realtime.frames import full_frame
from workshop.realtime.gate import FAILED, MALFORMED, SAVING, TOO_FAST
from workshop.realtime.gate_messages import well_formed
from workshop.service import view
from workshop.service.perform import Done
from workshop.service.sizes import filler, room_for

ACKS = (SAVING, FAILED, TOO_FAST, MALFORMED, {"ok": True, "rev": 1}, {"ok": True, "rev": 123_456_789})
REASONS = ["consent", "power", "pressure", "frequency", "secrecy", "impact", "setting", "motive", "law"]
TOPICS = ["age", "consent", "power", "frequency", "impact", "context", "source"]


def packet(number: str, ack: dict) -> str:
    return f"43/delegate,{number}[{wire.filled_ack(number, ack)}]"


@pytest.mark.parametrize("number", ["0", "17", "9" * 15])
def test_every_ack_is_as_long_as_any_other(number):
    assert {len(packet(number, ack)) for ack in ACKS} == {wire.ACK}


DELEGATES = [name for name, command in COMMANDS.items() if "delegate" in command.roles]


@pytest.mark.parametrize("name", DELEGATES)
def test_no_refusal_of_a_command_is_longer_than_an_ack(name):
    room = a_room()
    (token,) = room.join(1)
    fields = COMMANDS[name].body.model_json_schema().get("properties", {})
    for wrong in (7, ["no such"], None, "x"):
        for made_up in ("no_such_field", "x" * 2000, "\u201c" * 400, "\U0001f600" * 400, '\x00"\\' * 100):
            refused = room.delegate(token, name, **{**dict.fromkeys(fields, wrong), made_up: 1})
            assert isinstance(refused, Refused) and said(refused)
            assert len(packet("9" * 15, said_no(refused))) == wire.ACK


def test_filler_is_taken_from_a_command_and_nothing_else_is():
    command = {"id": "x" * 22, "name": "board.place", "body": {}}
    assert well_formed(command) and well_formed({**command, "pad": ""}) and well_formed({**command, "pad": "." * 900})
    for pad in ("." * (wire.MOST_PAD + 1), "ä", 7, None, ["."]):
        assert not well_formed({**command, "pad": pad})
    assert not well_formed({**command, "filler": "."})


def test_sizes_double_from_the_least():
    assert [room_for(n, 100) for n in (0, 100, 101, 201)] == [100, 100, 200, 400]
    assert len(filler(101, 100)) == 99


def test_the_page_has_the_servers_numbers():
    assert f"WIRE = {{ protocol: {wire.PROTOCOL}, command: {wire.COMMAND}, ack: {wire.ACK} }}" in limits()


@pytest.mark.parametrize(
    ("auth", "protocol"),
    [(None, 1), ({}, 1), ([], 1), ({"protocol": 2}, 2), ({"protocol": 99}, 99), ({"protocol": "2"}, 1),
     ({"protocol": True}, 1), ({"protocol": -3}, 1), ({"protocol": None}, 1)],
)  # fmt: skip
def test_a_client_that_names_no_version_speaks_the_first(auth, protocol):
    assert wire.protocol_of(auth) == protocol


# ---------------------------------------------------------------- what one phone is sent of its own


def lengths(room, tokens) -> set[int]:
    """How long the full frames of these phones are at this moment."""
    frames = [full_frame(room.context, room.id, "delegate", token) for token in tokens]
    assert all(frame.pad is not None for frame in frames)
    return {len(frame.json()) for frame in frames}


def must(done) -> None:
    assert isinstance(done, Done), done


def test_of_placements():
    room = a_room()
    tokens = room.join(6)
    little, everything, skips, unsure = tokens[1:5]  # the first says nothing
    assert len(lengths(room, tokens)) == 1
    found = room.open_board()
    cards, stages = room.head.rounds[found].cards, [s.id for s in room.context.scenarios.get("test-case").scale.stages]
    for card in cards:
        must(room.place(everything, found, card, max(stages, key=len), reasons=REASONS, certainty=5))
        must(room.delegate(skips, "board.skip", round=found, card=card))
        must(room.place(unsure, found, card, None, missing=TOPICS, reasons=REASONS))
    for stage in stages:
        must(room.place(little, found, cards[0], stage))
        assert len(lengths(room, tokens)) == 1, stage
    must(room.facilitate("board.close", round=found))
    assert len(lengths(room, tokens)) == 1


def next_note(room) -> str:
    before = set(room.collection("notes"))
    must(room.facilitate("formulation.add", section="known", text="A note"))
    return (set(room.collection("notes")) - before).pop()


def test_of_confidence_words_wishes_and_support():
    room = a_room()
    tokens = room.join(5)
    room.go("confidence")
    asked = room.head.round_here().id
    for item in ("recognise", "ask", "explain", "formulate", "plan", "advice"):
        must(room.delegate(tokens[0], "confidence.answer", round=asked, item=item, asked="now", value=10))
        must(room.delegate(tokens[1], "confidence.answer", round=asked, item=item, asked="now", value=None))
    assert len(lengths(room, tokens)) == 1
    room.go("formulation")
    for _ in range(90):  # none of them is told to be supported by anybody: one phone is none
        must(room.facilitate("formulation.add", section="known", text="A note"))
    for note in room.collection("notes"):
        must(room.delegate(tokens[0], "formulation.support", note=note, on=True))
    must(room.delegate(tokens[1], "formulation.support", note=note, on=True))
    assert len(lengths(room, tokens)) == 1
    for note in room.collection("notes"):
        must(room.facilitate("formulation.hide", note=note))
    assert len(lengths(room, tokens)) == 1, "notes that have gone"
    a, b = (next_note(room) for _ in range(2))
    must(room.delegate(tokens[2], "formulation.support", note=a, on=True))
    must(room.facilitate("formulation.merge", note=a, into=b, text="Both", base=1, note_base=1))
    assert len(lengths(room, tokens)) == 1, "a note that was merged"
    for n, kind in enumerate(("because", "eases", "alternative")):
        must(room.delegate(tokens[n], "formulation.link", source=b, target=next_note(room), kind=kind))
    must(room.facilitate("formulation.unlink", link=next(iter(room.collection("links")))))
    assert len(lengths(room, tokens)) == 1, "links"
    room.go("reflection")
    last = room.head.round_here().id
    words = {tokens[0]: "x", tokens[1]: "\U0001f600" * 280, tokens[2]: '"' * 280}
    for token, text in words.items():
        for field in ("will_do", "still_need"):
            must(room.delegate(token, "reflection.say", round=last, field=field, text=text))
    must(room.delegate(tokens[3], "reflection.need", round=last, tags=["recognising", "families", "harmed", "law"]))
    assert len(lengths(room, tokens)) == 1


def test_every_example_of_an_own_part_is_no_longer_than_the_longest():
    """`largest` is what the frames are filled up to: it must not be shorter than what a phone can get."""
    names = {own.name for own in OWN}
    rooms = [r for a in EVERY for r in json.loads((FOLDER / f"{a.name}.json").read_text("utf-8"))["rooms"]]
    seen = [(n, p) for r in rooms for n, p in {**r["parts"], **r["only"]["delegate"]}.items() if n in names and p]
    assert {name for name, _ in seen} == names
    largest = {}
    room = a_room()
    for _ in range(5):  # a phone supports no more notes than there are
        next_note(room)
    for go in (room.open_board, lambda: room.go("confidence"), lambda: room.go("reflection")):
        go()
        largest |= longest(room.context, room.id)
    table = Table(people=6)
    eight(table)  # more than the links and sentences of any example
    largest = longest(table.context, table.session) | largest
    table = Table(people=6, step="plan")
    action(table)
    largest["own_would"] = longest(table.context, table.session)["own_would"]
    table = Table(people=6, step="formulation")
    first, second = notes(table)
    for kind in ("eases", "alternative"):
        for source, target in ((first, second), (second, first)):
            table.must("formulation.link", {"source": source, "target": target, "kind": kind}, "d1")
    largest["own_links"] = longest(table.context, table.session)["own_links"]
    for name in ADDED:
        table = Table(people=6, step=name)
        largest = longest(table.context, table.session) | largest
    assert all(len(orjson.dumps(part)) <= largest[name] for name, part in seen)


def longest(context, session):
    """Own part → the bytes that anybody's may take there now."""
    found = view.largest_own_parts(context, view.snapshot(context, session))
    return {name: len(orjson.dumps(part)) for name, part in found.items()}


def test_a_screen_and_a_desk_get_no_filler():
    room = a_room()
    for role in ("facilitator", "screen"):
        frame = full_frame(room.context, room.id, role)
        assert frame.pad is None and json.loads(frame.json())["protocol"] == wire.PROTOCOL
