"""What organisations of test data held: spread over years, by one seed, in two versions of each case study."""

from collections import Counter
from datetime import date

import pytest

from tests.helpers.case import CASE
from workshop.rehearsal.invented import FEW, ORGANISATIONS, Shelf, invented, second_version

TODAY = date(2026, 11, 27)
HELD = list(invented(200, ["one", "two"], TODAY))


def test_two_hundred_sessions_lie_over_several_quarters_before_today():
    assert len(HELD) == 200 and list(invented(200, ["one", "two"], TODAY)) == HELD
    assert [s.day for s in HELD] == sorted(s.day for s in HELD)
    assert date(2024, 11, 1) < HELD[0].day < HELD[-1].day < TODAY
    assert len({(s.day.year, (s.day.month + 2) // 3) for s in HELD}) >= 8
    assert len({s.seed for s in HELD}) == 200


def test_each_organisation_has_both_versions_of_every_case_and_some_rooms_say_nothing():
    kinds = Counter((s.organisation, s.case, s.version) for s in HELD)
    assert set(kinds) == {(o, c, v) for o in ORGANISATIONS for c in ("one", "two") for v in (1, 2)}
    assert any(s.size == FEW for s in HELD) and any(not s.released for s in HELD)


def test_the_second_version_has_one_card_in_other_words():
    changed = second_version(CASE)
    assert changed.version == CASE.version + 1 and changed.cards[1:] == CASE.cards[1:]
    assert changed.cards[0].id == CASE.cards[0].id and changed.cards[0].text != CASE.cards[0].text
    assert Shelf([CASE], second=True).get(CASE.id) == changed and Shelf([CASE]).list() == [CASE]
    assert Shelf([CASE]).left_out() == ()
    with pytest.raises(KeyError):
        Shelf([CASE]).get("another")
