"""Whatever people do, in whatever order: nothing shows before the reveal, nothing below k, nothing late, no seat.

A state machine drives a room (join, leave, place, skip, come late, open, close, reveal) and keeps a model beside it.
"""

import json
from collections import Counter
from dataclasses import dataclass, field

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.helpers.case import STAGES
from tests.helpers.rooms import TOKENS, a_room
from workshop.activities.base import Refused
from workshop.service import view
from workshop.service.join import Joined, join, leave, take_back
from workshop.service.perform import Done

CARDS = ("c1", "c2", "c3", "c4")
SEEN: Counter[str] = Counter()
"""How the rounds of all examples ended, and their cards."""
PHONES = st.sampled_from(TOKENS[:9])
K = 5


@dataclass
class Model:
    """What a fair observer with everybody's phone in hand knows of one round."""

    id: str
    state: str = "open"
    sheets: dict[str, dict[str, str | None]] = field(default_factory=dict)
    left: int = 0

    def figures(self, card: str) -> dict[str, int]:
        said = [sheet[card] for sheet in self.sheets.values() if sheet.get(card, "skipped") != "skipped"]
        return {stage: said.count(stage) for stage in STAGES}


class Room(RuleBasedStateMachine):
    """One session from the lobby on, at its first placing."""

    def __init__(self) -> None:
        super().__init__()
        self.room = a_room(k=K)
        self.seats: set[str] = set()
        self.rounds = [Model(self.room.open_board())]

    @property
    def now(self) -> Model:
        return self.rounds[-1]

    def parts(self, role) -> dict:
        seen = view.snapshot(self.room.house, self.room.id)
        return view.build(view.view_of(self.room.house, seen), view.parts_for(seen, role), role)

    def teardown(self):
        SEEN.update(found.state for found in self.rounds)
        if self.now.state == "revealed":
            results = self.parts("delegate")["board"]["results"]
            SEEN.update("withheld" if card["withheld"] else "shown" for card in results)

    # ------------------------------------------------------------ what happens

    @rule(phone=PHONES)
    def somebody_joins(self, phone):
        if phone not in self.seats:
            assert isinstance(join(self.room.house, self.room.head.code, phone), Joined)
            self.seats.add(phone)

    @rule(phone=PHONES)
    def somebody_leaves(self, phone):
        leave(self.room.house, self.room.id, phone)
        self.now.left += phone in self.seats
        self.seats.discard(phone)

    def sits(self, phone):
        """Whoever opens a socket has a seat, or gets it back."""
        take_back(self.room.house, self.room.id, phone)
        self.seats.add(phone)

    @rule(phone=PHONES, card=st.sampled_from(CARDS), stage=st.sampled_from([*STAGES, None]))
    def somebody_places(self, phone, card, stage):
        self.sits(phone)
        done = self.room.place(phone, self.now.id, card, stage)
        assert isinstance(done, Done) is (self.now.state == "open")
        if isinstance(done, Done):
            self.now.sheets.setdefault(phone, {})[card] = stage
        else:
            assert done.code == "round_closed"

    @rule(stages=st.lists(st.sampled_from([*STAGES, None]), min_size=3, max_size=9), card=st.sampled_from(CARDS))
    def many_place_at_once(self, stages, card):
        for phone, stage in zip(TOKENS, stages, strict=False):
            self.somebody_places(phone, card, stage)

    @rule(phone=PHONES, card=st.sampled_from(CARDS))
    def somebody_skips(self, phone, card):
        if self.now.state == "open":
            self.sits(phone)
            assert isinstance(self.room.delegate(phone, "board.skip", round=self.now.id, card=card), Done)
            self.now.sheets.setdefault(phone, {})[card] = "skipped"

    @rule(phone=PHONES, stage=st.sampled_from(STAGES))
    def somebody_is_late_for_an_earlier_round(self, phone, stage):
        for old in self.rounds[:-1]:
            refused = self.room.place(phone, old.id, "c1", stage)
            assert isinstance(refused, Refused) and refused.code == "round_closed"

    @precondition(lambda self: self.now.state == "revealed" and len(self.rounds) < 3)
    @rule()
    def the_facilitator_asks_again(self):
        done = self.room.facilitate("board.reopen", cards=list(CARDS), cause="discussion", information=None)
        assert isinstance(done, Done)
        self.rounds.append(Model(self.room.head.round_here().id))

    @precondition(lambda self: self.now.state == "open")
    @rule()
    def the_facilitator_reveals(self):
        done = self.room.facilitate("board.reveal", round=self.now.id)
        assert isinstance(done, Done) is (len(self.now.sheets) >= K)
        if isinstance(done, Done):
            self.now.state = "revealed"
        else:
            assert done.code == "too_few"

    @precondition(lambda self: self.now.state == "open")
    @rule(wishes=st.integers(0, 4))
    def the_facilitator_closes_without_showing(self, wishes):
        if wishes:
            return  # a round is rarely closed so, and what comes after a reveal is what we are after
        assert isinstance(self.room.facilitate("board.close", round=self.now.id), Done)
        self.now.state = "closed"

    # ------------------------------------------------------------ what always holds

    @invariant()
    def nothing_shows_before_the_reveal(self):
        board = self.parts("facilitator")["board"]
        if self.now.state != "revealed":
            assert board["results"] is None and board["queue"] == []

    @invariant()
    def the_desk_and_the_screen_see_what_the_phones_see(self):
        each = [self.parts(role) for role in ("delegate", "facilitator", "screen")]
        for name in ("board", "progress"):
            assert len({json.dumps(parts[name], sort_keys=True) for parts in each}) == 1

    @invariant()
    def what_shows_is_what_was_placed_by_enough_people(self):
        results = self.parts("delegate")["board"]["results"]
        for card in results or ():
            figures = self.now.figures(card["card"])
            if sum(figures.values()) < K:
                assert card["tallies"] is None or card["withheld"] or sum(card["tallies"]) == 0
            else:
                assert not card["withheld"] and card["tallies"] == [figures[stage] for stage in STAGES]

    @invariant()
    def what_links_is_there_for_open_rounds_only(self):
        live = self.room.house.live
        for found in self.rounds:
            slots = {live.seat(self.room.id, phone).slot(found.id, "placements") for phone in TOKENS[:9]}
            assert (slots == {""}) is (found.state != "open")
            if found.state != "open":
                assert self.room.collection(f"placements.{found.id}") == {}

    @invariant()
    def no_part_holds_a_seat(self):
        live = self.room.house.live
        told = json.dumps([self.parts(role) for role in ("delegate", "facilitator", "screen")])
        for phone in TOKENS[:9]:
            seat = live.seat(self.room.id, phone)
            known = [phone, seat.slot("session", "seat"), *(seat.slot(r.id, "placements") for r in self.rounds)]
            assert not [k for k in known if k and k in told]

    @invariant()
    def everybody_is_told_how_many_phones_are_here(self):
        left = 0 if self.now.state == "revealed" else self.now.left
        devices = self.parts("delegate")["session"]["devices"]
        assert devices == len(self.seats) + left
        assert self.now.state == "revealed" or devices >= len(self.now.sheets), "nobody answers unseen"


Room.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
TestRoom = Room.TestCase


def test_the_machine_has_been_everywhere():
    SEEN.clear()
    Room.TestCase().runTest()
    assert min(SEEN[state] for state in ("open", "closed", "revealed", "withheld", "shown")) > 0, SEEN
