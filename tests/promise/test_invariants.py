"""Whatever people do, in whatever order: nothing shows before the reveal, nothing below k or quorum, nothing late.

A state machine drives a room over several placings (join, join twice, leave with open answers, come back, idle, place,
close unseen, reveal, open again) and keeps a model beside it (tests/helpers/room_model.py).
"""

from collections import Counter

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.helpers.case import STAGES
from tests.helpers.room_always import Always, K
from tests.helpers.room_model import SKIPPED, Asked, RoomModel
from tests.helpers.table import Table
from workshop.service import report
from workshop.service.finish import end_session
from workshop.service.join import Joined, join, leave, take_back

AGAIN = ("c1", "c2")
NAMES = tuple(f"d{n}" for n in range(1, 13))
SEEN: Counter[str] = Counter()
"""What happened in all examples."""
WHO = st.sampled_from(NAMES)
PLACES = st.sampled_from([*STAGES[:3], None])


class Room(Always, RuleBasedStateMachine):
    """One session, from its first placing on."""

    def __init__(self) -> None:
        super().__init__()
        self.table, self.model = Table(k=K, step="board"), RoomModel()
        self.results: dict[str, list] = {}
        self.opens(self.table.must("board.open", {}))
        self.the_room_fills()

    def opens(self, done) -> None:
        here = self.table.head.round_here()
        self.model.rounds.append(Asked(here.id, here.cards))

    def teardown(self):
        """At the end: the report is what was shown, and its people are the most who ever sat here."""
        SEEN.update(found.state for found in self.model.rounds)
        end_session(self.table.context, self.table.session)
        out = report.anonymised(self.table.context, self.table.session)
        assert out.facts.delegates == (self.model.most if self.model.most >= K else None)
        assert [r.round for r in out.rounds] == list(self.results)
        for shown in out.rounds:
            for card in shown.cards:
                live = next(c for c in self.results[shown.round] if c["card"] == card.card)
                if not card.withheld:
                    assert (list(card.tallies), card.need_to_know) == (live["tallies"], live["need_to_know"])
                    assert (card.placed, card.median, card.label) == (live["placed"], live["median"], live["label"])
                assert (card.answered, card.why) == (live["answered"], live["why"])

    # ------------------------------------------------------------ people

    @rule(who=WHO)
    def somebody_joins_or_joins_twice(self, who):
        token = self.table.tokens.get(who)
        if token is None:
            self.table.sit(who)
        elif who in self.model.seats:
            assert isinstance(join(self.table.context, self.table.head.code, token), Joined)
        else:
            take_back(self.table.context, self.table.session, token)
        self.model.sits(who)

    @rule()
    def the_room_fills(self):
        for who in NAMES:
            self.somebody_joins_or_joins_twice(who)

    @rule(who=WHO)
    def somebody_leaves(self, who):
        if who in self.table.tokens:
            SEEN["left with answers"] += who in self.model.now.sheets and self.model.now.state == "open"
            leave(self.table.context, self.table.session, self.table.tokens[who])
            self.model.goes(who)

    @rule(who=WHO)
    def nobody_answers_without_a_seat(self, who):
        if who in self.table.tokens and who not in self.model.seats:
            body = {"round": self.model.now.id, "card": self.model.now.cards[0]}
            assert self.table.refused("board.skip", body, who) == "left"

    # ------------------------------------------------------------ answers

    def answers(self, who, card, stage):
        found, stands = self.model.now, self.model.stands.get(card)
        body = {"round": found.id, "card": card}
        if stage == SKIPPED or (stands is not None and who not in stands):
            self.table.must("board.skip", body, who)
            self.model.taps(who, card, SKIPPED)
            return
        body["stage"] = stage
        if stands is not None:
            then = self.model.told_then[card][who]
            body |= {"earlier": stands[who], "direction": self.table.direction(then, stage), "why": ["heard"]}
        self.table.must("board.place", body, who)
        self.model.taps(who, card, stage)

    @precondition(lambda self: self.model.now.state == "open")
    @rule(who=WHO, place=st.sampled_from([*STAGES, None, SKIPPED]), card=st.sampled_from(AGAIN))
    def somebody_answers(self, who, place, card):
        if who in self.model.seats and card in self.model.now.cards:
            self.answers(who, card, place)

    @precondition(lambda self: self.model.now.state == "open")
    @rule(places=st.lists(PLACES, min_size=12, max_size=12), idle=st.sets(WHO, max_size=7), stay=st.integers(0, 12))
    def most_finish(self, places, idle, stay):
        """Everybody but the idle answers all cards; the first so many stay where they stand."""
        for n, who in enumerate(sorted(set(self.model.seats) - idle)):
            for card in self.model.now.cards:
                stood = self.model.stands.get(card, {}).get(who, places[n])
                self.answers(who, card, (stood if n < stay else places[n]) if card in AGAIN else SKIPPED)

    @rule(who=WHO, stage=st.sampled_from(STAGES))
    def somebody_is_late_for_an_earlier_round(self, who, stage):
        late = [r for r in self.model.rounds if r.state != "open"]
        if late and who in self.model.seats:
            body = {"round": late[0].id, "card": late[0].cards[0], "stage": stage}
            assert self.table.refused("board.place", body, who) == "round_closed"

    # ------------------------------------------------------------ the facilitator

    @precondition(lambda self: self.model.now.state == "open")
    @rule(idle_out=st.booleans())
    def the_facilitator_reveals(self, idle_out):
        self.table.later(200)
        enough = self.model.enough(K) or (idle_out and self.model.enough(K, idle_out=True))
        body = {"round": self.model.now.id, "idle_out": idle_out}
        if not enough:
            SEEN["too few"] += 1
            assert self.table.refused("board.reveal", body) == "too_few"
            return
        self.table.must("board.reveal", body)
        self.is_shown(self.model.now)

    @precondition(lambda self: self.model.now.state == "open")
    @rule(places=st.lists(PLACES, min_size=12, max_size=12), idle=st.sets(WHO, max_size=2), stay=st.integers(0, 12))
    def a_placing_goes_well(self, places, idle, stay):
        self.most_finish(places, idle, stay)
        self.the_facilitator_reveals(idle_out=True)

    @precondition(lambda self: self.model.now.state == "open" and not self.model.now.sheets)
    @rule(many=st.integers(4, 7), others_begin=st.booleans())
    def few_finish(self, many, others_begin):
        """So many finish, the others begin or lay their phones aside; and the facilitator cannot wait."""
        for n, who in enumerate(sorted(self.model.seats)):
            for card in self.model.now.cards[: None if n < many else int(others_begin)]:
                self.answers(who, card, self.model.stands.get(card, {}).get(who, STAGES[n % 3]))
        self.the_facilitator_reveals(idle_out=False)

    @precondition(lambda self: self.model.now.state == "open")
    @rule(wishes=st.integers(0, 2))
    def the_facilitator_closes_without_showing(self, wishes):
        if not wishes:  # what comes after a reveal is what we are after
            self.closes()

    @precondition(lambda self: self.model.now.state == "open" and len(self.model.rounds) < 6)
    @rule(places=st.lists(PLACES, min_size=12, max_size=12), again=st.booleans())
    def a_placing_is_closed_unseen(self, places, again):
        self.most_finish(places, set(), 0)
        self.closes()
        if again:
            self.the_cards_are_opened_again()

    def closes(self):
        found = self.model.now
        found.quorum = self.model.enough(K)
        self.table.must("board.close", {"round": found.id})
        found.state = "closed"
        assert (self.table.record.round(self.table.session, found.id) is not None) is found.quorum

    @precondition(lambda self: self.model.now.state == "closed")
    @rule()
    def the_facilitator_shows_what_was_closed(self):
        found = self.model.now
        if found.quorum:
            self.table.must("board.reveal", {"round": found.id})
            self.is_shown(found)
        else:
            assert self.table.refused("board.reveal", {"round": found.id}) == "too_few"

    @precondition(lambda self: self.model.now.state != "open" and len(self.model.rounds) < 6)
    @rule()
    def the_cards_are_opened_again(self):
        unseen = [r for r in self.model.rounds if r.state == "closed" and r.quorum and set(r.cards) & set(AGAIN)]
        body = {"cards": list(AGAIN), "cause": "discussion", "information": None}
        self.opens(self.table.must("board.reopen", body))
        for found in unseen:
            SEEN["destroyed"] += 1
            assert self.table.record.round(self.table.session, found.id) is None, "an unseen round is destroyed"
            assert self.table.refused("board.reveal", {"round": found.id}) == "too_few"
            found.quorum = False

    def is_shown(self, found):
        """A round has just been shown: its figures against the model's."""
        found.state = "revealed"
        results = self.results[found.id] = self.table.part("board")["results"]
        recorded = {c.card: c for c in self.table.record.round(self.table.session, found.id).cards}
        for result in results:
            card = result["card"]
            moved = self.model.moved(found, card) if card in self.model.stands else 0
            again = self.model.counted(found, card)
            self.figures_hold(found, result, again, moved)
            told = recorded[card]
            assert told.withheld is (result["why"] is not None)
            assert told.withheld or [*told.tallies] == result["tallies"]

    def figures_hold(self, found, result, again, moved):
        card, piles = result["card"], self.model.piles(result["card"])
        self.model.totals.setdefault(card, sum(piles))
        assert sum(piles) == self.model.totals[card], "the total of a card never changes after its first placing"
        shown = None if result["tallies"] is None else [*result["tallies"], result["need_to_know"]]
        assert shown is None or (sum(shown[:-1]) >= K and sum(shown) == self.model.totals[card])
        if result["why"] is None:
            SEEN["told again" if again else "told"] += 1
            assert shown == piles and found.finished >= K
            assert not again or moved >= 3, "a newer picture is told only when three or more moved"
            self.model.told_then[card], self.model.shown[card] = dict(self.model.stands[card]), piles
        else:
            SEEN[result["why"]] += 1
            assert shown == self.model.shown.get(card), "what was told before stands"
            assert again or sum(piles[:-1]) < K
            assert result["why"] != "stands" or moved < 3
        assert result["answered"] is None or result["answered"] >= K


Room.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
TestRoom = Room.TestCase


def test_the_machine_has_been_everywhere():
    SEEN.clear()
    Room.TestCase().runTest()
    wanted = ("open", "closed", "revealed", "told", "told again", "stands", "few", "destroyed", "too few")
    assert min(SEEN[what] for what in (*wanted, "left with answers")) > 0, SEEN
