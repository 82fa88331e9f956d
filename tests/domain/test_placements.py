"""The tally of a round: exact counts, thresholds, camps' reasons and movement."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.placements import Move, Placement, movement, queue, tally_card
from workshop.domain.results import CardResult, Movement

STAGES = ("expected", "inappropriate", "problematic", "abusive", "violent")
placements = st.lists(
    st.builds(
        Placement,
        stage=st.sampled_from([*STAGES, None]),
        missing=st.tuples(st.sampled_from(["age", "consent"])),
        reasons=st.tuples(st.sampled_from(["consent", "power", "secrecy"])),
        certainty=st.one_of(st.none(), st.integers(1, 5)),
        skipped=st.booleans(),
    ),
    max_size=40,
)


def room(*counts: int, reasons: tuple[str, ...] = ()) -> list[Placement]:
    return [Placement(stage=s, reasons=reasons) for s, n in zip(STAGES, counts, strict=True) for _ in range(n)]


def test_a_split_names_both_camps_and_the_reason_they_share() -> None:
    low = [Placement("inappropriate", reasons=("consent", "motive"))] * 9 + [
        Placement("expected", reasons=("consent",))
    ]
    high = [Placement("abusive", reasons=("consent", "secrecy"))] * 8
    result = tally_card("c05", STAGES, [*low, *high, *room(0, 0, 3, 0, 0), *[Placement(None, ("consent",))] * 3], [], 5)
    assert (result.placed, result.need_to_know, result.tallies) == (21, 3, (1, 9, 3, 8, 0))
    assert result.label == "split" and result.low is not None and result.high is not None
    assert (result.low.n, result.low.reasons) == (10, ("consent", "motive"))
    assert (result.high.n, result.high.reasons) == (8, ("consent", "secrecy"))
    assert result.shared_reason == "consent"
    assert result.missing == (("consent", 3),)


def test_agreement_keeps_enough_digits_to_be_checked() -> None:
    counts = {f"stage-{n}": count for n, count in enumerate([30, 40, 210, 130, 530, 50, 10])}
    crowd = [Placement(stage) for stage, count in counts.items() for _ in range(count)]
    assert tally_card("c01", tuple(counts), crowd, [], 5).agreement == 0.6113333


def test_below_k_nothing_about_stages_is_said() -> None:
    result = tally_card("c01", STAGES, [*room(2, 2, 0, 0, 0), *[Placement(None)] * 4], [], 5)
    assert result == CardResult(card="c01", withheld=True)
    lane = tally_card("c01", STAGES, [*room(2, 2, 0, 0, 0), *[Placement(None)] * 6], [], 5)
    assert lane.withheld and lane.need_to_know == 6 and lane.tallies is None and lane.placed is None


def test_a_camp_of_fewer_than_three_keeps_its_reasons_to_itself() -> None:
    crowd = [Placement("violent", reasons=("law",))] * 2 + room(2, 1, 0, 0, 0)
    result = tally_card("c01", STAGES, crowd, [], 5)
    assert result.label == "split" and result.high is not None and result.high.n == 2
    assert result.high.reasons == ()


def test_a_phone_that_names_a_reason_ten_times_is_one_phone() -> None:
    low = [Placement("expected", reasons=("motive",) * 9), *room(3, 0, 0, 0, 0, reasons=("setting",))]
    crowd = [*low, *room(0, 0, 0, 0, 4), *[Placement(None, ("age",) * 7)] * 2]
    result = tally_card("c1", STAGES, crowd, [Move("same", ("heard",) * 7)] * 2 + [Move("same")] * 4, 5)
    assert result.low is not None and result.low.reasons == ("setting", "motive")
    assert (result.missing, result.whys) == ((), ())


def test_whys_are_counted_of_moves_that_can_be_read_once_only() -> None:
    result = tally_card("c1", STAGES, room(6, 0, 0, 0, 0), (Move("same", ("reread",)) for _ in range(6)), 5)
    assert (result.movement, result.whys) == (Movement(same=6, typical=0, harmful=0), (("reread", 6),))


def test_whys_of_fewer_than_k_movements_are_withheld_with_them() -> None:
    result = tally_card("c1", STAGES, room(6, 0, 0, 0, 0), [Move("same", ("reread",))] * 4, 5)
    assert (result.movement, result.whys) == (None, ())


directions = st.fixed_dictionaries({d: st.integers(0, 12) for d in ("typical", "same", "harmful")})


@given(directions, st.integers(5, 10))
def test_no_direction_of_one_or_two_can_be_worked_out(room: dict[str, int], k: int) -> None:
    """Everybody may know how many answered in all; a figure that is told is the true one or none."""
    told = movement(room, k)
    moved = room["typical"] + room["harmful"]
    if told is None:
        assert sum(room.values()) < k
        return
    assert told.same == room["same"]
    if told.typical is not None:
        assert (told.typical, told.harmful, told.moved, told.few) == (room["typical"], room["harmful"], None, False)
        assert not {told.typical, told.harmful} & {1, 2}
    elif told.moved is not None:
        assert told.moved == moved >= 3 and not told.few
    else:
        assert told.few and moved in (1, 2)


def test_movement_joins_a_direction_of_one_or_two() -> None:
    assert movement({"typical": 5, "same": 8, "harmful": 9}, 5) == Movement(same=8, typical=5, harmful=9)
    assert movement({"typical": 2, "same": 8, "harmful": 4}, 5) == Movement(same=8, moved=6)
    assert movement({"typical": 1, "same": 8, "harmful": 1}, 5) == Movement(same=8, few=True)
    assert movement({"typical": 0, "same": 8, "harmful": 0}, 5) == Movement(same=8, typical=0, harmful=0)
    assert movement({"same": 4}, 5) is None


@given(placements, st.integers(5, 10), st.randoms())
def test_order_of_arrival_leaves_no_trace(room: list[Placement], k: int, chance: object) -> None:
    shuffled = list(room)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    moves = [Move("same", ("heard",)) for _ in room]
    assert tally_card("c", STAGES, room, moves, k) == tally_card("c", STAGES, shuffled, moves[::-1], k)


@given(placements, st.integers(5, 10))
def test_counts_add_up_or_are_withheld(room: list[Placement], k: int) -> None:
    result = tally_card("c", STAGES, room, [], k)
    placed = [p for p in room if p.stage is not None and not p.skipped]
    assert result.withheld == (len(placed) < k)
    if result.tallies is not None:
        assert sum(result.tallies) == result.placed == len(placed)
        assert result.median in STAGES


def test_the_queue_begins_where_the_room_disagrees_most() -> None:
    cards = [
        tally_card(c, STAGES, room(*n), [], 5)
        for c, n in (("a", (20, 0, 0, 0, 0)), ("b", (8, 2, 0, 2, 8)), ("c", (0, 6, 8, 6, 0)), ("d", (1, 1, 0, 0, 0)))
    ]
    assert queue(cards) == ["b", "c", "a"]
