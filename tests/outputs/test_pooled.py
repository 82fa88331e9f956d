"""Sums of released figures and of nothing else: what is withheld in a room is in no sum."""

import json
import random
from dataclasses import replace

import pytest

from tests.helpers.output import WORDS, rendered, told
from workshop.outputs.formats.json_data import report
from workshop.outputs.pooled import is_rehearsal, k_of, people_of, picture, pooled

SESSIONS = [told(seed, people) for seed, people in ((1, 24), (2, 9), (3, 40))]
CONTENTS = [rendered("json", s) for s in SESSIONS]


def test_people_and_sessions_add_up():
    over = pooled(CONTENTS)
    assert (over.sessions, over.people) == (3, 73)
    assert [people_of(c) for c in CONTENTS] == [24, 9, 40] and k_of(CONTENTS[0]) == 5
    assert people_of(rendered("json", told(1, 4))) is None


def test_a_card_is_the_sum_of_the_rooms_that_tell_of_it():
    (case,) = pooled(CONTENTS).cases
    for card in case.cards:
        rooms = [c for s in SESSIONS for c in s.rounds[0].cards if c.text == card.text and not c.withheld]
        assert card.rooms == len(rooms)
        assert card.tallies == tuple(sum(column) for column in zip(*(c.tallies for c in rooms), strict=True))
        assert card.need_to_know == sum(c.need_to_know for c in rooms)
    assert any(card.rooms < 3 for card in case.cards), "a withheld card is in none of these: choose other seeds"
    assert [c.agreement for c in case.cards] == sorted(c.agreement for c in case.cards)


def test_a_card_of_which_most_need_to_know_more_is_of_that_kind():
    first = json.loads(rendered("json", told(1, 24)))
    for card in first["rounds"][0]["cards"]:
        if card["tallies"]:
            card["need_to_know"] = sum(card["tallies"].values())
    (case,) = pooled([json.dumps(first).encode()]).cases
    assert case.cards and {card.label for card in case.cards} == {"unsure"}


def test_needs_are_lower_limits_over_the_rooms_that_tell():
    for need in pooled(CONTENTS).needs:
        rooms = [n for s in SESSIONS for n in s.needs if n.need == need.need and n.n is not None]
        assert (need.rooms, need.n) == (len(rooms), sum(n.n for n in rooms))


def test_confidence_is_compared_room_by_room():
    for item in pooled(CONTENTS).confidence:
        assert item.rooms == 3 == item.rose + item.same + item.fell


def test_the_order_of_reports_does_not_matter():
    mixed = list(CONTENTS)
    random.Random(1).shuffle(mixed)
    assert pooled(mixed) == pooled(CONTENTS)


def test_other_versions_and_scales_are_not_added_up():
    other = report(SESSIONS[0]) | {"scenario_version": 2}
    assert [c.rooms for c in pooled([*CONTENTS, json.dumps(other).encode()]).cases] == [3, 1]


def test_a_pooled_card_is_drawn_in_its_list():
    (case,) = pooled(CONTENTS).cases
    assert picture(case, case.cards[0], WORDS).startswith("<svg")


def report_of(people, held_on="2026-11-24", **others):
    return json.dumps(report(told(1, people)) | {"held_on": held_on} | others).encode()


def test_of_rooms_that_may_differ_by_a_few_people_only_kinds_are_told():
    """The same people placed the same case, but for one: what the rooms differ by would be that one's."""
    (case,) = pooled([report_of(24), report_of(23, "2026-12-24"), report_of(40)]).cases
    assert case.cards
    for card in case.cards:
        assert (card.tallies, card.placed, card.need_to_know, card.agreement) == (None, None, None, None)
        assert sum(n for _, n in card.kinds) == card.rooms and picture(case, card, WORDS) == ""


def test_rooms_that_differ_by_none_or_by_k_or_lie_a_year_apart_are_added_up():
    for other in (report_of(24), report_of(29), report_of(23, "2028-01-01"), report_of(23, scenario="another")):
        assert all(card.tallies for case in pooled([report_of(24), other]).cases for card in case.cards)


def test_a_rehearsal_is_added_to_nothing():
    rehearsed = replace(SESSIONS[0], facts=replace(SESSIONS[0].facts, rehearsal=True))
    with pytest.raises(ValueError, match="rehearsal"):
        pooled([*CONTENTS, rendered("json", rehearsed)])
    with pytest.raises(ValueError, match="rehearsal"):
        pooled([*CONTENTS, rendered("json", rehearsed)], test=True)
    assert pooled([rendered("json", rehearsed)] * 2, test=True).sessions == 2
    assert is_rehearsal(rendered("json", rehearsed)) and not is_rehearsal(CONTENTS[0])
