"""What is held for one phone, told in words: all of it, and nobody else's."""

from dataclasses import replace

import pytest

from tests.helpers.site import Site
from workshop.activities.base import Seat
from workshop.activities.registry import COMMANDS, OWN, PARTS, of_seats
from workshop.domain.live import Head
from workshop.service.finish import end_session
from workshop.service.join import leave
from workshop.service.my_data import my_data, seen_by
from workshop.service.perform import Done, Sender, perform
from workshop.words import Words


@pytest.fixture
def site(valkey, tmp_path):
    return Site(tmp_path, valkey.url)


class Room:
    def __init__(self, site):
        self.site, self.context = site, site.context
        self.session = site.session(site.member("held@here.test", "Here", "facilitator"))
        self.n = 0

    @property
    def head(self) -> Head:
        return self.context.live.head(self.session, fresh=True)

    def send(self, token, name, **body):
        self.n += 1
        sender = Sender("delegate", token) if token else Sender("facilitator")
        done = perform(self.context, self.session, sender, name, body, f"operation number {self.n:010}")
        assert isinstance(done, Done), done

    def go(self, activity):
        """To the first step of an activity."""
        self.send("", "session.go", step=next(s.id for s in self.head.steps if s.activity == activity))

    def open(self):
        """A placing, opened; its round."""
        step = next(s for s in self.head.steps if s.activity == "board" and s.settings.get("round") == "first")
        self.send("", "session.go", step=step.id)
        self.send("", "board.open")
        return self.head.round_here()

    def held(self, token) -> dict[str, dict[str, str]]:
        return {s.title.partition(" · ")[0]: dict(s.lines) for s in my_data(self.context, self.session, token)}


@pytest.fixture
def room(site):
    return Room(site)


def test_a_new_seat_is_a_place_and_nothing_else(room):
    token = room.site.seat(room.session)
    assert room.held(token) == {"Your seat": {"A place in the room": "no name, no address, no time"}}


def test_placements_are_told_by_card_and_stage_until_the_round_closes(room):
    token, other = room.site.seat(room.session), room.site.seat(room.session)
    found = room.open()
    scenario = room.context.scenarios.get(room.head.scenario)
    card, stage = found.cards[0], scenario.scale.stages[1]
    body = {"round": found.id, "card": card, "stage": stage.id, "missing": [], "reasons": ["power"], "certainty": 4}
    room.send(token, "board.place", **body)
    short = next(c.short_text for c in scenario.cards if c.id == card)
    (what, said), *more = room.held(token)["Your placements"].items()
    assert (what, more) == (short, []) and stage.name in said and "Power or age gap" in said and "4" in said
    assert set(room.held(other)) == {"Your seat"}
    room.send("", "board.close", round=found.id)
    assert set(room.held(token)) == {"Your seat"}
    assert room.held(token)["Your seat"]["Used last"] == "after 1 round of cards"


def test_what_goes_with_a_card_placed_again_is_told(room):
    tokens = [room.site.seat(room.session) for _ in range(6)]
    found = room.open()
    stages = [s.id for s in room.context.scenarios.get(room.head.scenario).scale.stages]
    for token in tokens:
        for card in found.cards:
            room.send(token, "board.place", round=found.id, card=card, stage=stages[1])
    room.send("", "board.reveal", round=found.id)
    room.send("", "board.reopen", cards=[found.cards[0]], cause="discussion")
    moved = {"earlier": stages[1], "direction": "harmful", "why": ["heard"]}
    room.send(tokens[0], "board.place", round="r2", card=found.cards[0], stage=stages[2], **moved)
    ((_, said),) = room.held(tokens[0])["Your placements"].items()
    assert "earlier: " in said and "moved towards harmful" in said and "Something I heard" in said


def test_what_lies_in_another_step_than_the_rooms_is_told_too(room):
    token, found = room.site.seat(room.session), room.open()
    room.send(token, "board.skip", round=found.id, card=found.cards[0])
    room.go("welcome")
    assert "Your placements" in room.held(token)


def test_all_the_rest_is_told(room):
    token = room.site.seat(room.session)
    room.go("welcome")
    room.send(token, "welcome.agree")
    room.send(token, "session.word")
    room.go("reflection")
    room.send(token, "questions.ask", text="Why?")
    found = room.head.round_here()
    room.send(token, "reflection.say", round=found.id, field="will_do", text="<b>Listen</b> longer")
    told = room.held(token)
    asked = {"Questions", "Asked of everybody"}
    assert set(told) == {"The ground rules", "Your seat", "A word", "Your words at the end"} | asked
    assert told["Your words at the end"] == {"One thing I will do": "<b>Listen</b> longer"}
    assert told["The ground rules"] == {"You agreed": "yes"}


def test_whoever_has_left_or_was_never_there_has_nothing(room):
    token = room.site.seat(room.session)
    leave(room.context, room.session, token)
    assert room.held(token) == room.held("a" * 43) == {}


def test_after_the_end_there_is_nothing(room):
    token = room.site.seat(room.session)
    end_session(room.context, room.session)
    assert my_data(room.context, room.session, token) == []


class Recording:
    """A seat that remembers for what it was asked."""

    def __init__(self):
        self.asked = set()

    def slot(self, scope: str, purpose: str) -> str:
        self.asked.add(purpose)
        return f"{scope} {purpose}"


def test_nothing_that_a_phone_can_write_is_left_out(room):
    """Every purpose for which a delegate's command makes a slot is one that the page reads."""
    found = room.open()
    again = {found.cards[0]: ("r0", "r0")}
    head = room.head.with_round(replace(found, again=again))
    written: Seat = Recording()
    for command in COMMANDS.values():
        if "delegate" in command.roles:
            body = command.body.model_construct(
                notes=["n"],
                round="r1",
                note="n",
                card="c",
                item="ask",
                id="x",
                into="y",
                source="s",
                target="t",
                link="l",
                kind="b",
            )
            command.reads(head, body, written)
    read = Recording()
    for position in range(len(head.steps)):
        for own in OWN:
            own.reads(replace(head, position=position), read)
    told = {c.purpose for c in of_seats() if c.held}
    assert written.asked - read.asked - told == {"answers", "weighed"}, "of rounds that are not open here"


def test_every_own_part_and_every_part_has_its_words():
    words = Words.of("en")
    assert len(seen_by("room", words) + seen_by("facilitator", words)) >= len(PARTS)
    assert not set(seen_by("room", words)) & set(seen_by("facilitator", words))
