"""Closed rounds: saved once whatever happens, read back exactly, one row a tally and none a delegate."""

import threading
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.helpers.kept import ANSWERS, CARD, ROUND, opened
from workshop.record.engine import transaction
from workshop.record.repository import SqlRecord


@pytest.mark.parametrize("result", [ROUND, ANSWERS, replace(ROUND, cause="information", information="i1")])
def test_a_result_comes_back_as_it_was(any_record, result):
    opened(any_record)
    any_record.save_round("session-1", result)
    assert any_record.round("session-1", result.round) == result
    assert any_record.round("session-1", "r9") is None and any_record.round("none", result.round) is None


def test_rounds_come_in_the_order_of_their_numbers(any_record):
    opened(any_record)
    for id in ("r10", "r2", "w1", "r1"):
        any_record.save_round("session-1", replace(ROUND, round=id))
    any_record.save_round("session-1", ANSWERS)
    assert [r.round for r in any_record.rounds("session-1")] == ["q1", "r1", "r2", "r10", "w1"]


def test_the_second_saving_changes_nothing(any_record):
    opened(any_record)
    any_record.save_round("session-1", ROUND)
    any_record.save_round("session-1", replace(ROUND, cards=(replace(CARD, tallies=(9, 9, 9, 9, 9)),)))
    assert any_record.round("session-1", "r1") == ROUND


def test_it_can_be_shown_later_and_nothing_else_moves(any_record):
    opened(any_record)
    any_record.save_round("session-1", ROUND)
    any_record.reveal_round("session-1", "r1")
    any_record.reveal_round("session-1", "r9")
    assert any_record.round("session-1", "r1") == replace(ROUND, revealed=True)


def test_what_was_never_told_is_dropped_and_what_was_shown_stays(any_record):
    opened(any_record)
    for result in (ROUND, replace(ROUND, round="r2", revealed=True), ANSWERS):
        any_record.save_round("session-1", result)
        any_record.drop_unseen("session-1", result.round)
        any_record.drop_unseen("session-1", result.round)
    assert [r.round for r in any_record.rounds("session-1")] == ["r2"]


def test_many_workers_at_once_save_it_once(record, engine):
    opened(record)
    faults = []

    def save():
        try:
            SqlRecord(engine).save_round("session-1", ROUND)
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=save) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert record.rounds("session-1") == [ROUND]


def test_the_database_itself_refuses_a_tally_twice(record, engine):
    opened(record)
    record.save_round("session-1", ROUND)
    again = text("INSERT INTO tallies (session, round, card, stage, n) VALUES ('session-1', 'r1', 'c1', 0, 1)")
    with pytest.raises(IntegrityError), transaction(engine) as db:
        db.execute(again)


def test_a_round_is_saved_whole_or_not_at_all(record, engine):
    opened(record)
    with engine.begin() as db:  # in the way of the last row
        db.execute(text("INSERT INTO tallies (session, round, card, stage, n) VALUES ('session-1', 'r1', 'c1', 4, 1)"))
    with pytest.raises(IntegrityError):
        record.save_round("session-1", ROUND)
    with engine.begin() as db:
        assert db.execute(text("SELECT count(*) FROM rounds")).scalar_one() == 0
        assert db.execute(text("DELETE FROM tallies")).rowcount == 1
    record.save_round("session-1", ROUND)
    assert record.round("session-1", "r1") == ROUND


def test_a_withheld_card_has_no_row_and_no_figure(record, engine):
    opened(record)
    record.save_round("session-1", ROUND)
    with engine.connect() as db:
        rows = db.execute(text("SELECT card, stage, n FROM tallies ORDER BY stage")).all()
    assert rows == [("c1", stage, n) for stage, n in enumerate(CARD.tallies)]
    withheld = record.round("session-1", "r1").cards[1]
    assert withheld.withheld and withheld.placed is None and withheld.tallies is None
