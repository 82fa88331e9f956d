"""What goes over the wire while a session runs: the same to every phone, nothing early, nothing to one alone."""

import json
import re
import threading
import time

import pytest
from redis import Redis

from tests.helpers.canaries import CanaryLine
from tests.promise.people import QUIET, Room
from tests.promise.traces import socket_of
from workshop.rehearsal.wire import Line, Refusal

MESSAGE = re.compile(rb"[A-Za-z0-9_-]{16} \d+")


@pytest.fixture(scope="module")
def signed_in(running):
    """The one facilitator: the link works once."""
    found = Room(running.url, running.link)
    yield found.facilitator
    found.close()


@pytest.fixture
def room(running, signed_in):
    """Six phones in a new session."""
    found = Room(running.url, signed_in)
    for _ in range(6):
        found.phone()
    yield found
    found.close()


def same(frames: list[list[str]]) -> bool:
    return all(f == frames[0] for f in frames)


def test_every_phone_is_sent_the_same_bytes_whatever_anybody_does(room):
    def a_while():
        board = room.open()
        for number, phone in enumerate(room.phones):
            room.place(phone, board, number % 5, reasons=["power"])
            time.sleep(0.15)
            room.place_all(phone, board, number % 5)
        room.facilitator.send("board.reveal", {"round": board["round"]["id"]})

    frames = room.told(a_while, wait=2.2)
    assert len(frames[0]) >= 3 and same(frames)


def test_the_desk_and_the_screen_see_no_more_of_the_board_than_the_phones_before_the_reveal(room):
    screen = Line(room.url, "/screen", room.facilitator.browser.cookies, room.session)
    screen.connect()
    board = room.open()
    for number, phone in enumerate(room.phones):
        room.place(phone, board, number % 5)
    time.sleep(2.5)
    lines = (room.phones[0], room.facilitator.line, screen)
    for name in ("board", "progress"):
        assert len({json.dumps(line.parts[name], sort_keys=True) for line in lines}) == 1, name
    assert screen.parts["progress"]["answered"] == 5 and screen.parts["board"]["results"] is None
    screen.drop()


def test_a_placement_moves_counts_and_nothing_else(room):
    """In steps of k: four that have answered move nothing at all, and the fifth the progress of everybody."""
    board = room.open()
    for phone in room.phones[:4]:
        assert room.since(lambda phone=phone: room.place(phone, board, 3), wait=2.5) == [[]] * 6
    frames = room.told(lambda: room.place(room.phones[4], board, 3, reasons=["law"]), wait=2.5)
    assert same(frames) and frames[0]
    for message in frames[0]:
        frame = json.loads(message.partition(",")[2])[1]
        parts = frame["parts"]
        assert (
            not frame.get("changes")
            and set(parts) == {"progress"}
            and set(parts["progress"]) == {"answered", "finished", "devices", "enough"}
        )


def test_a_reveal_below_five_is_refused_also_to_a_raw_command(room):
    """With nobody, one, two, three and four who have placed every card."""
    board = room.open()
    for placed in range(5):
        with pytest.raises(Refusal) as refused:
            room.facilitator.send("board.reveal", {"round": board["round"]["id"]})
        assert refused.value.code == "too_few", placed
        for card in range(len(board["cards"])):
            room.place(room.phones[placed], board, 1, card)
    time.sleep(QUIET)
    for line in (*room.phones, room.facilitator.line):
        assert line.parts["board"]["results"] is None and line.parts["board"]["round"]["state"] == "open"


def test_nothing_can_be_placed_after_the_reveal(room):
    board = room.open()
    for phone in room.phones[:5]:
        room.place_all(phone, board, 1)
    room.facilitator.send("board.reveal", {"round": board["round"]["id"]})
    shown = room.phones[5].wait_for(lambda p: p["board"]["results"] is not None)["board"]["results"]
    for phone in room.phones:
        with pytest.raises(Refusal) as refused:
            room.place(phone, board, 4)
        assert refused.value.code == "round_closed"
    time.sleep(QUIET)
    assert room.facilitator.line.parts["board"]["results"] == shown
    assert [card["placed"] for card in shown if card["card"] == board["cards"][0]["id"]] == [5]


def test_moderating_sends_nothing_to_the_author_that_others_do_not_get(room):
    inbox = room.gather("May I ask?")
    for state in ("hidden", "shown", "hidden"):
        act = {"question": inbox[0]["id"], "state": state}
        heard = room.told if state == "shown" else room.since  # of a hidden one, nobody is told
        frames = heard(lambda act=act: room.facilitator.send("questions.mark", act))
        assert same(frames), state
    room.go("formulation")
    section = room.facilitator.line.parts["formulation"]["sections"][0]["id"]
    room.phones[1].command("formulation.add", {"section": section, "text": "A note"})
    notes = room.facilitator.line.wait_for(lambda p: p["formulation"]["notes"])["formulation"]["notes"]
    frames = room.told(lambda: room.facilitator.send("formulation.hide", {"note": notes[0]["id"]}))
    assert same(frames) and frames[0]


def test_a_hidden_question_moves_nothing_on_any_phone(room):
    inbox = room.gather("May I ask?")
    hide = {"question": inbox[0]["id"], "state": "hidden"}
    assert room.since(lambda: room.facilitator.send("questions.mark", hide)) == [[]] * 6


def test_a_question_sends_nothing_to_anybody_until_all_are_gathered(room):
    desk = room.facilitator.line

    def ask() -> None:
        for number, phone in enumerate(room.phones):
            phone.command("questions.ask", {"text": f"Early {number}"})

    before = json.dumps(desk.parts["questions"])
    assert room.since(ask) == [[]] * len(room.phones)
    assert json.dumps(desk.parts["questions"]) == before


def test_questions_come_all_at_once_shuffled_without_a_time_or_an_author(room):
    inbox = room.gather("Question 0", "Question 1")
    assert {"Question 0", "Question 1"} <= {q["text"] for q in inbox}
    assert all(set(q) == {"id", "text", "state", "kept", "theme"} for q in inbox)
    assert {q["theme"] for q in inbox} == {""}, "whoever asks says nothing of what it is about; the desk may"
    assert [q["id"] for q in inbox] == sorted(q["id"] for q in inbox), "in the order of random ids"


def test_a_request_for_a_word_says_someone_and_is_answered_to_everybody(room):
    frames = room.since(lambda: room.phones[3].command("session.word", {}))
    assert same(frames) and not any('"word":true' in f or '"/word"' in f for f in frames[0])
    assert room.facilitator.line.wait_for(lambda p: p["session"]["word"])
    answered = room.told(lambda: room.facilitator.send("session.offer", {"offer": "support"}))
    assert same(answered) and answered[0]


def test_one_phones_reconnect_sends_nothing_to_the_others(room):
    room.open()
    time.sleep(QUIET)
    phone, others = room.phones[0], room.phones[1:]

    def again():
        phone.drop()
        time.sleep(0.4)
        phone.connect()

    frames = room.since(again, wait=2.5)
    assert frames[1:] == [[]] * len(others) and len(frames[0]) == 1


def test_own_parts_go_to_the_phone_that_asks_and_to_no_other(room):
    board = room.open()
    room.place(room.phones[0], board, 2)
    frames = room.since(lambda: room.phones[0].command("session.view", {}), wait=2.5)
    assert any("own_board" in message for message in frames[0])
    assert not any("own_" in message for each in frames[1:] for message in each)


def test_the_channel_between_workers_carries_revisions_only(running, room):
    heard: list[bytes] = []
    client = Redis.from_url(socket_of(running.data))
    listening = client.pubsub(ignore_subscribe_messages=True)
    listening.psubscribe("*")
    ending = threading.Event()

    def listen() -> None:
        while not ending.is_set():
            if message := listening.get_message(timeout=0.2):
                heard.append(message["channel"] + b"|" + message["data"])

    thread = threading.Thread(target=listen)
    thread.start()
    board = room.open()
    for number, phone in enumerate(room.phones):
        room.place_all(phone, board, number % 5)
        phone.command("questions.ask", {"text": "Is this heard?"})
    room.facilitator.send("board.reveal", {"round": board["round"]["id"]})
    for locked in (True, False, True, False):
        room.facilitator.send("session.lock", {"locked": locked})
        time.sleep(0.3)
    ending.set()
    thread.join()
    client.close()
    assert len(heard) >= 3, "a worker tells at most ten times a second"
    for message in heard:
        channel, _, data = message.partition(b"|")
        assert channel == b"cw:revisions" and MESSAGE.fullmatch(data), message


def test_no_frame_holds_anything_of_a_phone(room):
    """Not a slot, not an operation id, not a token: only names of parts and figures."""
    board, operation = room.open(), "an operation id of a phone"
    stages = [s["id"] for s in board["scale"]["stages"]]
    body = {"round": board["round"]["id"], "card": board["cards"][0]["id"], "stage": stages[0]}
    phone: CanaryLine = room.phones[0]
    phone.command("board.place", {**body, "missing": [], "reasons": [], "certainty": None}, operation)
    time.sleep(2.5)
    cookies = [line._cookies.partition("cw_seat=")[2] for line in room.phones]
    for line in (*room.phones, room.facilitator.line):
        told = json.dumps(line.parts) + "".join(m for _, m in getattr(line, "heard", ()))
        assert operation not in told and not any(c and c in told for c in cookies)
        assert not re.search(r"placements\.|c:|slot", told)
