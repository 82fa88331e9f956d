"""Every phone's own part is filled up to the longest that any phone could get: there is no longer one."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.table import Table
from workshop.activities.own_sizes import largest_board
from workshop.domain.placements import REASONS, TOPICS, WHYS
from workshop.service import view


def length(part: object) -> int:
    return len(json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode())


def placed_again() -> Table:
    table = Table(people=6, step="board")
    table.must("board.open", {})
    table.all_place("r1", {"c1": ["abusive"] * 6})
    table.must("board.reveal", {"round": "r1"})
    table.must("board.reopen", {"cards": ["c1", "c2"], "cause": "discussion"})
    return table


def largest(table: Table) -> int:
    found = largest_board(view.view_of(table.context, table.seen))
    assert found is not None
    return length(found.model_dump(mode="json"))


def test_without_an_open_round_no_phone_has_one():
    table = Table(people=6, step="board")
    assert largest_board(view.view_of(table.context, table.seen)) is None


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(["inappropriate", "problematic", None]), st.sampled_from(["abusive", None]), st.data())
def test_nothing_that_a_phone_says_is_longer(stage, earlier, data):
    table = placed_again()
    some = lambda known: data.draw(st.lists(st.sampled_from(list(known)), unique=True))  # noqa: E731
    body = {"round": "r2", "card": "c1", "stage": stage, "reasons": some(REASONS), "certainty": 5}
    body |= {"missing": some(TOPICS) if stage is None else [], "why": some(WHYS), "earlier": earlier}
    table.must("board.place", {**body, "direction": "from_unsure"}, "d1")
    assert length(table.own("d1")["own_board"]) <= largest(table)
