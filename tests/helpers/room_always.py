"""What always holds of a room, whatever people do in it: for the state machine of tests/promise/test_invariants.py."""

import json

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from tests.helpers.room_model import RoomModel
from tests.helpers.table import Table

K = 5


class Always:
    """Mixed into the machine, which has a room and a model of it."""

    table: Table
    model: RoomModel

    @rule(wishes=st.integers(0, 4))
    def the_room_talks_for_a_moment(self, wishes):
        """Without figures, and without a card: what is open, or was not shown, is destroyed, and nothing else moves."""
        if wishes:
            return
        for on in (True, False):
            self.table.must("board.talk", {"talk": on})
        for found in (r for r in self.model.rounds if r.state != "revealed"):
            found.state, found.quorum = "closed", False
            assert self.table.record.round(self.table.session, found.id) is None
            assert self.table.refused("board.reveal", {"round": found.id}) == "too_few"

    @invariant()
    def nothing_shows_before_the_reveal_and_all_see_the_same(self):
        seen = self.table.seen
        each = [self.table.parts(role, seen) for role in ("delegate", "facilitator", "screen")]
        for name in ("board", "progress"):
            assert len({json.dumps(parts[name], sort_keys=True) for parts in each}) == 1
        board = each[0]["board"]
        if self.model.now.state != "revealed":
            assert board["results"] is None and board["queue"] == []
        progress = each[0]["progress"]
        assert progress["answered"] % K == 0 and progress["finished"] % K == 0
        assert each[0]["session"]["devices"] == len(self.model.seats)
        assert self.model.now.state != "open" or progress["enough"] is self.model.enough(K)
        live, told = self.table.live, json.dumps(each)
        for token in self.table.tokens.values():
            seat = live.seat(self.table.session, token)
            known = [token, seat.slot("session", "seat"), seat.slot(self.model.now.id, "placements")]
            assert not [k for k in known if k and k in told], "no part holds a seat"

    @invariant()
    def what_links_is_there_for_open_rounds_only(self):
        for found in self.model.rounds:
            sheets = [self.table.collection(f"{name}.{found.id}") for name in ("placements", "earlier", "moves")]
            if found.state != "open":
                assert sheets == [{}, {}, {}]
            else:
                assert len(sheets[0]) == len(found.sheets), "who leaves takes open answers along"
