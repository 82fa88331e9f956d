"""An attacker who sees every figure, knows who tapped when and has phones of their own: what it gains, in short.

`bin/attack` is the long run, docs/promise.md has its table. The attacker must find rules that are known to be bad.
"""

import json
import random
from dataclasses import replace

import pytest
from click.testing import CliRunner

from benchmarks.attack.__main__ import main
from benchmarks.attack.controls import CONTROLS
from benchmarks.attack.facts import read
from benchmarks.attack.odds import gain, interval
from benchmarks.attack.page import markdown
from benchmarks.attack.rooms import Kind, a_kind, a_room
from benchmarks.attack.run import MOST, RULE, Found, attack, control
from benchmarks.attack.second import LEANS, asked_too, gains, likely
from benchmarks.attack.seen import bare, play
from benchmarks.attack.solver import Group, Program
from benchmarks.attack.story import tell
from benchmarks.attack.use import told_share
from benchmarks.attack.walk import Walk
from benchmarks.attack.worlds import alike, named

SHORT, LONG = (100, 3), (300, 6)
"""How many rooms, and of how many of them one is guessed at."""


@pytest.fixture(scope="module", params=[SHORT, pytest.param(LONG, marks=pytest.mark.tour)], ids=["short", "long"])
def found(request):
    rooms, guess_every = request.param
    found = attack(range(rooms), guess_every)
    assert found.rooms > 0.8 * rooms
    return found


def test_all_that_was_told_leaves_nobody_with_one_stage(found):
    assert [hit for hit in found.hits if hit.kind == "named"] == []


def test_where_nobody_is_known_to_differ_nothing_is_gained(found):
    assert len(found.odds(False)) > 5
    _, low, high = interval([g.paired for g in found.odds(False)])
    assert low <= 1e-9 and high >= -1e-9


def test_of_what_people_would_do_nobody_is_left_with_one_answer(found):
    assert [hit for hit in found.hits_second if hit.kind == "named"] == []


@pytest.mark.parametrize("what", ["stage_too", "would"])
def test_with_both_told_little_is_gained_and_nothing_where_nobody_is_known_to_differ(found, what):
    gains = getattr(found, what)
    alike_, away = [g.real for g in gains if not g.away], [g.real for g in gains if g.away]
    assert len(away) > 10 and all(abs(real) < 1e-9 for real in alike_)
    _, low, _ = interval(away)
    assert low <= MOST, "far more than was measured in the long run"


def test_where_some_are_away_little_is_gained(found):
    assert len(found.odds(True)) > 15
    _, low, _ = interval([g.real for g in found.odds(True)])
    assert low <= MOST, "far more than was measured in the long run"


@pytest.mark.parametrize("bad", CONTROLS, ids=lambda c: c.name)
def test_the_attacker_finds_what_a_bad_rule_gives_away(bad):
    tried, hits = control(bad, rooms=400, enough=1)
    assert hits == 1, f"nobody in {tried} rooms: this attacker is too weak to say anything"


@pytest.mark.parametrize(("away", "least"), [(0, 0.8), (1, 0.8), (2, 0.8), (5, 0.7)])
def test_a_re_placing_is_mostly_told(away, least):
    assert told_share(24, away, 40, RULE) >= least


# ------------------------------------------------------------ the attacker itself


def stories(many):
    found = (tell(a_room(seed)) for seed in range(many))
    return [story for story in found if story is not None]


def test_the_world_that_really_was_fits_what_was_told():
    """The solver's reading of the rules is no narrower than the rules: else it would name people who are not."""
    for story in stories(8):
        facts, classes = read(story, play(story, story.truth)), alike(story)
        groups = [Group(1, story.taps[m], story.said[m], story.truth[m]) for m in range(len(story.taps))]
        program = Program(groups, facts)
        assert all(not program.elsewhere(0, r, story.truth[0][r]) for r in range(story.rounds)), "pinned where it is"
        assert program.elsewhere(0, 0, (story.truth[0][0] + 1) % 6), "and the rest of the world fits"
        assert sum(map(len, classes)) == len(story.taps)


def test_worlds_that_are_walked_to_are_told_the_same_by_the_rules():
    others = 0
    for story in stories(40):
        told = [bare(result) for result in play(story, story.truth)]
        walk = Walk(story, read(story, play(story, story.truth)), random.Random(1))
        for _ in range(150):
            walk.step()
        others += walk.world != story.truth
        assert [bare(result) for result in play(story, walk.world)] == told
    assert others > 20


def test_a_room_where_one_alone_came_back_is_named_by_the_rule_of_before():
    """The example of the finding: twelve people, one away from the second placing, and movement told."""
    kind = Kind(12, 0, 0.0, 0.8, None, 1)
    room = a_room(3, kind)
    taps = tuple((True, p != 5) for p in range(12))
    story = tell(replace(room, taps=taps, wishes=tuple((p % 4, p % 4) for p in range(12))))
    before = next(c for c in CONTROLS if c.name == "version 299aaf3")
    assert next((h.member, h.pile) for h in named(story, before.rule)) == (5, 1)
    assert named(story, RULE) == []


def test_the_rule_of_before_gives_away_what_the_one_who_was_away_would_do():
    """The same room, of which what it would do was asked too, and nobody thinks of it anew."""
    before = next(c for c in CONTROLS if c.name == "version 299aaf3")
    room = replace(a_room(3), kind=Kind(12, 0, 0.0, 1.0, None, 1), seated=((0, 1),) * 12)
    taps = tuple((True, p != 5) for p in range(12))
    story = tell(replace(room, taps=taps, wishes=tuple((p % 4, p % 4) for p in range(12))))
    both = next(b for s in range(9) if 5 in (b := asked_too(replace(story, room=replace(story.room, seed=s)))).of)
    alone = both.of[5]
    assert {(h.member, h.pile) for h in named(both.second, before.rule)} == {(alone, both.second.truth[alone][0])}
    assert named(both.second, RULE) == []
    (stage, would), (less, least) = gains(both, before.rule), gains(both, RULE)
    assert stage.real > less.real + 0.01 and would.real > least.real + 0.01


def test_what_somebody_would_do_goes_with_where_they_stand_and_never_surely():
    assert all(abs(sum(row) - 1) < 1e-9 and min(row) > 0 for row in LEANS)
    assert all(max(row) == row[stage] for stage, row in enumerate(LEANS))
    by_hand = LEANS[1][1] * (0.25 * LEANS[4][3]) * (0.75 + 0.25 * LEANS[4][3])
    assert likely((1, 4, 4), (1, 3, 3), (True, True, True), 0.75) == pytest.approx(by_hand)
    assert likely((1, 4, 4), (1, 1, 1), (True, False, False), 0.75) == LEANS[1][1]


def test_the_same_seed_is_the_same_room():
    assert a_room(17) == a_room(17) != a_room(18)
    assert a_kind(random.Random(4)) == a_kind(random.Random(4))


def test_the_log_is_worth_nothing_when_it_is_handed_out_to_a_room_of_one_class():
    gains = [gain(story, RULE) for story in stories(30) if len(alike(story)) == 1]
    assert gains and all(abs(g.paired) < 1e-9 for g in gains if g)


def test_the_table_says_what_was_found_and_the_numbers_come_as_data(tmp_path):
    file = tmp_path / "attack.json"
    done = CliRunner().invoke(main, ["--rooms", "8", "--control-rooms", "10", "--use-rooms", "2", "--json", str(file)])
    assert done.exit_code in (0, 1), done.output
    numbers = json.loads(file.read_text())
    assert numbers["rooms"] + numbers["aloud"]["rooms"] == 8
    assert set(numbers["controls"]) == {c.name for c in CONTROLS}
    assert set(numbers["second"]) == {"rooms_with", "hits", "stage", "would"}
    assert "24 people, 2 away" in done.output and "version 299aaf3" in done.output


def test_a_control_that_is_not_found_is_said():
    found = Found(rooms=10, controls={"one": (10, 0), "two": (10, 2)})
    assert found.weak == ["one"]
    assert "0 (≤ 30.00 %)" in markdown(found)
