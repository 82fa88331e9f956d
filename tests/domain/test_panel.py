"""How practitioners reasoned, beside what the room was told that it named."""

import random
from dataclasses import replace

from tests.helpers import checker_talk
from tests.helpers.case import CASE, STAGES
from tests.helpers.output import HEAD, record
from workshop.domain.live import Round
from workshop.domain.panel import differed, in_columns, may_be_shown, named_here
from workshop.domain.placements import REASONS, TOPICS, Placement, tally_first
from workshop.domain.results import Camp, CardResult, Reasons

FIRST, SECOND, THIRD = CASE.cards[:3]


def head(*rounds: Round):
    return replace(HEAD, rounds={r.id: r for r in rounds})


def test_a_panel_waits_for_the_rooms_own_placing_of_its_card():
    shown = Round("r1", "s1", "board", "first", ("c1", "c3"), state="revealed")
    assert may_be_shown(head(shown), FIRST)
    assert not may_be_shown(head(replace(shown, state="closed")), FIRST)
    assert not may_be_shown(head(replace(shown, cause="warm_up")), FIRST)
    assert not may_be_shown(head(shown), SECOND), "it was not placed"
    assert not may_be_shown(head(shown), THIRD), "it has no panel"
    assert not may_be_shown(head(shown), None)


def test_where_they_differed_the_lower_end_speaks_first():
    assert differed(FIRST) and [r.end for r in in_columns(FIRST)] == ["low", "high"]
    assert not differed(SECOND) and in_columns(SECOND) == SECOND.panel


def test_named_here_is_what_was_told_and_nothing_else():
    told = CardResult(
        "c1", False, low=Camp(0, 0, 3, ("power",)), high=Camp(3, 4, 3, ()), missing=(("source", None),),
        reasons=Reasons(above=("law",)),
    )  # fmt: skip
    assert named_here([told, CardResult("c1", True)]) == {"power", "source", "law"}
    assert named_here([]) == frozenset()
    rounds, _ = record(2, 24)
    said = {r for c in rounds[0].cards for side in vars(c.reasons).values() for r in side}
    assert said <= named_here(rounds[0].cards)


def test_the_independent_checker_finds_the_same_named_in_rooms_of_every_kind():
    chance, seen = random.Random(7), set()
    for _ in range(400):
        people = chance.randint(5, 24)
        leans = [chance.random() ** 3 for _ in (*STAGES, None)]
        sent = [_answer(chance, leans) for _ in range(people)]
        answers = [Placement(p["stage"], tuple(p["missing"]), tuple(p["reasons"])) for p in sent]
        result, _ = tally_first("r1", "c1", STAGES, answers, people, 5)
        tallies = result.tallies and dict(zip(STAGES, result.tallies, strict=True))
        told = checker_talk.told_of({"why": result.why, "tallies": tallies}, sent, STAGES)
        assert told == named_here([result]), sent
        seen.add((result.label, bool(told)))
    assert {label for label, named in seen if named} >= {"split", "spread", "settled", "neighbouring", "unsure"}
    assert any(not named for _, named in seen)


def _answer(chance, leans):
    """As `answers.json` has it: whoever needs to know more names topics, and whoever places it names reasons."""
    stage = chance.choices((*STAGES, None), leans)[0]
    topics = chance.sample(list(TOPICS), 2) if stage is None else []
    reasons = chance.sample(list(REASONS)[:6], 2) if stage else []
    return {"stage": stage, "missing": topics, "reasons": reasons}
