"""The tally of a round: exact counts, thresholds, camps' reasons, and re-placings as flows."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.placements import Flows, Move, Placement, queue, tally_again, tally_first
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


def tally(card, placed, k=5, people=None, stages=STAGES):
    """A first placing's result."""
    return tally_first("r1", card, stages, placed, people, k)[0]


def flows(left, arrived, moves):
    """Everybody who answered, in the same order in all three (which nobody else ever knows)."""
    went = tuple(a for a, b in zip(left, arrived, strict=False) if a != b)
    said = tuple(Move(*m) if isinstance(m, tuple) else Move(m) for m in moves)
    return Flows(tuple(arrived), tuple(left), went, said)


def room(*counts: int, reasons: tuple[str, ...] = ()) -> list[Placement]:
    return [Placement(stage=s, reasons=reasons) for s, n in zip(STAGES, counts, strict=True) for _ in range(n)]


def test_a_split_names_both_camps_and_the_reason_they_share() -> None:
    low = [Placement("inappropriate", reasons=("consent", "motive"))] * 9 + [
        Placement("expected", reasons=("consent",))
    ]
    high = [Placement("abusive", reasons=("consent", "secrecy"))] * 8
    result = tally("c05", [*low, *high, *room(0, 0, 3, 0, 0), *[Placement(None, ("consent",))] * 3])
    assert (result.placed, result.need_to_know, result.tallies) == (21, 3, (1, 9, 3, 8, 0))
    assert result.label == "split" and result.low is not None and result.high is not None
    assert (result.low.n, result.low.reasons) == (10, ("consent", "motive"))
    assert (result.high.n, result.high.reasons) == (8, ("consent", "secrecy"))
    assert result.shared_reason == "consent"
    assert result.missing == (("consent", None),), "three named it: no number from three"


def test_agreement_keeps_enough_digits_to_be_checked() -> None:
    counts = {f"stage-{n}": count for n, count in enumerate([30, 40, 210, 130, 530, 50, 10])}
    crowd = [Placement(stage) for stage, count in counts.items() for _ in range(count)]
    assert tally("c01", crowd, stages=tuple(counts)).agreement == 0.6113333


def test_below_k_nothing_about_stages_is_said() -> None:
    result = tally("c01", [*room(2, 2, 0, 0, 0), *[Placement(None, ("age",))] * 4], people=24)
    assert result == CardResult(card="c01", withheld=True, why="few")
    lane = tally("c01", [*room(2, 2, 0, 0, 0), *[Placement(None, ("age",))] * 6], people=24)
    assert lane == CardResult("c01", withheld=True, why="unsure", label="unsure", missing=(("age", 6),)), (
        "no number of them"
    )
    assert tally("c01", [Placement(None)] * 20, people=24).why == "few", "four others would be a few"


def test_a_camp_of_fewer_than_three_keeps_its_reasons_to_itself() -> None:
    crowd = [Placement("violent", reasons=("law",))] * 2 + room(2, 1, 0, 0, 0)
    result = tally("c01", crowd)
    assert result.label == "split" and result.high is not None and result.high.n == 2
    assert result.high.reasons == ()


def test_a_phone_that_names_a_reason_ten_times_is_one_phone() -> None:
    low = [Placement("expected", reasons=("motive",) * 9), *room(3, 0, 0, 0, 0, reasons=("setting",))]
    crowd = [*low, *room(0, 0, 0, 0, 4), *[Placement(None, ("age",) * 7)] * 2]
    result = tally("c1", crowd)
    assert result.low is not None and result.low.reasons == ("setting",)
    assert result.missing == ()


def test_a_reason_is_told_of_a_side_where_three_of_that_side_named_it() -> None:
    low = [*room(2, 0, 0, 0, 0, reasons=("law",)), *room(4, 0, 0, 0, 0, reasons=("setting",))]
    high = [*room(0, 0, 0, 0, 3, reasons=("law",)), *room(0, 0, 0, 0, 3)]
    result = tally("c1", [*low, *high])
    assert result.low is not None and result.low.reasons == ("setting",)
    assert result.high is not None and result.high.reasons == ("law",)


# ------------------------------------------------------- placing again

TEN = room(4, 0, 6, 0, 0)
"""Four at one end, six in the middle."""


def again(*, left, arrived, moves, placed=TEN):
    _, standing = tally_first("r1", "c1", STAGES, placed, 24, 5)
    return tally_again("r2", "c1", STAGES, standing, flows(left, arrived, moves), 5)


def test_a_re_placing_is_the_picture_before_with_those_moved_who_answered() -> None:
    result, standing = again(
        left=["problematic"] * 3 + ["expected"] * 4,
        arrived=["abusive"] * 3 + ["expected"] * 4,
        moves=[("harmful", ("heard",))] * 3 + ["same"] * 4,
    )
    assert (result.tallies, result.placed, result.answered) == ((4, 0, 3, 3, 0), 10, 7), "three who were away stand"
    assert (result.movement, result.whys) == (Movement(4, 0, 3), (("heard", None),))
    assert (standing.round, standing.reference, standing.picture) == ("r2", "r2", (4, 0, 3, 3, 0, 0))
    assert (result.low, result.high, result.certainty, result.missing) == (None, None, None, ()), "of a first one only"


def test_fewer_than_three_moved_and_the_picture_stands() -> None:
    result, standing = again(
        left=["problematic"] * 2 + ["expected"] * 4, arrived=["abusive"] * 2 + ["expected"] * 4,
        moves=["harmful"] * 2 + ["same"] * 4,
    )  # fmt: skip
    assert result == CardResult("c1", withheld=True, again=True, why="stands", answered=6)
    assert (standing.round, standing.reference, standing.piles) == ("r2", "r1", (4, 0, 4, 2, 0, 0))
    assert again(left=[], arrived=[], moves=[])[0].why == "stands"


def test_moves_that_were_not_told_go_into_the_next_picture() -> None:
    _, standing = again(left=["problematic"] * 2, arrived=["abusive"] * 2, moves=["harmful"] * 2)
    later = flows(["problematic"] * 3 + ["expected"] * 3, ["abusive"] * 3 + ["expected"] * 3,
                  ["harmful"] * 3 + ["same"] * 3)  # fmt: skip
    result, _ = tally_again("r3", "c1", STAGES, standing, later, 5)
    assert result.tallies == (4, 0, 1, 5, 0)
    assert result.movement is None, "who moved untold and is away now would be missing in it"


def test_need_to_know_more_is_a_place_like_the_others() -> None:
    placed = [*TEN, *[Placement(None)] * 4]
    result, _ = again(
        placed=placed, left=[None] * 3 + ["expected"] * 4, arrived=["abusive"] * 3 + ["expected"] * 4,
        moves=["from_unsure"] * 3 + ["same"] * 4,
    )  # fmt: skip
    assert (result.tallies, result.need_to_know) == ((4, 0, 6, 3, 0), 1)
    assert result.movement == Movement(4, 0, 0, 0, 3)


def test_flows_of_which_a_part_was_lost_tell_nothing() -> None:
    result, standing = again(left=["problematic"] * 3, arrived=["abusive"] * 4, moves=["harmful"] * 4)
    assert result.why == "stands" and standing.round == "r1"


@given(placements, st.integers(5, 10), st.randoms())
def test_order_of_arrival_leaves_no_trace(room: list[Placement], k: int, chance: object) -> None:
    shuffled = list(room)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert tally_first("r1", "c", STAGES, room, 40, k) == tally_first("r1", "c", STAGES, shuffled, 40, k)


@given(placements, st.integers(5, 10))
def test_counts_add_up_or_are_withheld(room: list[Placement], k: int) -> None:
    result = tally("c", room, k)
    placed = [p for p in room if p.stage is not None and not p.skipped]
    assert result.withheld == (len(placed) < k)
    if result.tallies is not None:
        assert sum(result.tallies) == result.placed == len(placed)
        assert result.median in STAGES


def test_the_queue_begins_where_the_room_disagrees_most() -> None:
    cards = [
        tally(c, room(*n))
        for c, n in (("a", (20, 0, 0, 0, 0)), ("b", (8, 2, 0, 2, 8)), ("c", (0, 6, 8, 6, 0)), ("d", (1, 1, 0, 0, 0)))
    ]
    assert queue(cards) == ["b", "c", "a"]
