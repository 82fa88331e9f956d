"""Who came first cannot be told: the same answers in any order make the same bytes, for the room and for the record."""

import json
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.case import CASE, STAGES
from tests.helpers.rooms import TOKENS, a_context, a_room
from workshop.activities.base import Answers
from workshop.activities.board_tally import tally
from workshop.activities.codec import result_to_slice
from workshop.service import view
from workshop.service.join import Joined, join
from workshop.service.perform import Done

PLACEMENT = st.fixed_dictionaries(
    {
        "stage": st.sampled_from([*STAGES, None]),
        "missing": st.lists(st.sampled_from(["age", "power", "source"]), unique=True, max_size=2),
        "reasons": st.lists(st.sampled_from(["power", "secrecy", "law"]), unique=True, max_size=3),
        "certainty": st.sampled_from([None, 1, 3, 5]),
        "skipped": st.booleans(),
    }
)
SHEETS = st.lists(st.dictionaries(st.sampled_from(["c1", "c2"]), PLACEMENT, min_size=1), min_size=1, max_size=9)


@pytest.fixture(scope="module")
def opened():
    room = a_room()
    room.open_board()
    return room


def closing_bytes(room, sheets, moves) -> str:
    found = room.head.round_here()
    apart = {"moves": {f"other{n}": m for n, m in enumerate(moves)}, "earlier": {}, "standing": {}, "results": {}}
    answers = Answers({f"slot{n}": s for n, s in enumerate(sheets)}, apart)
    return json.dumps(result_to_slice(tally(room.head, CASE, found, answers, lambda: "id", lambda found: None).result))


@settings(max_examples=150, deadline=None)
@given(sheets=SHEETS, data=st.data())
def test_a_tally_is_the_same_bytes_in_any_order(opened, sheets, data):
    moves = [{card: {"direction": "same", "why": ["heard"]} for card in sheet} for sheet in sheets]
    once = closing_bytes(opened, sheets, moves)
    again = closing_bytes(opened, data.draw(st.permutations(sheets)), data.draw(st.permutations(moves)))
    assert once == again


@pytest.mark.parametrize("order", [*permutations(range(3)), (2, 1, 0, 5, 4, 3)])
def test_a_whole_session_is_the_same_bytes_whoever_came_first(order):
    phones = [TOKENS[n] for n in order] + [t for n, t in enumerate(TOKENS[:7]) if n not in order]
    assert told_of_a_session(phones) == told_of_a_session(TOKENS[:7])


def told_of_a_session(phones) -> str:
    """All that each audience is sent and all that is recorded, when phones join and place in this order."""
    room = a_room(a_context(now=lambda: 0.0))
    for token in phones:
        assert isinstance(join(room.context, room.head.code, token), Joined)
        room.delegate(token, "welcome.agree")
    found = room.open_board()
    for token in phones:
        for number, card in enumerate(("c1", "c2", "c3", "c4")):
            stage = STAGES[(TOKENS.index(token) + number) % 4]
            room.place(token, found, card, stage, reasons=["power"] if TOKENS.index(token) % 2 else ["law"])
    assert isinstance(room.facilitate("board.reveal", round=found), Done)
    seen = view.snapshot(room.context, room.id)
    roles = ("delegate", "facilitator", "screen")
    parts = [view.build(view.view_of(room.context, seen), view.parts_for(seen, role), role) for role in roles]
    for each in parts:
        each["session"]["code"] = ""
    return json.dumps([parts, result_to_slice(room.context.record.round(room.id, found))])
