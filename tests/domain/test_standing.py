"""Flows on the told picture: who is away stands, the total stays, and nothing is reckoned from what was not told."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.standing import first, piles_of, recovered

STAGES = ("expected", "inappropriate", "problematic")
places = st.sampled_from([*STAGES, None])
rooms = st.lists(places, min_size=1, max_size=20)


@given(rooms, st.data())
def test_whatever_the_room_does_the_piles_are_where_people_are(room, data):
    """Over several rounds, told or not, with anybody away in any of them."""
    people, standing = list(room), first("r1", piles_of(STAGES, room))
    for number in range(2, data.draw(st.integers(2, 5)) + 1):
        there = data.draw(st.lists(st.booleans(), min_size=len(people), max_size=len(people)))
        now = [data.draw(places) if here else place for here, place in zip(there, people, strict=True)]
        pairs = [pair for here, *pair in zip(there, people, now, strict=True) if here]
        lifted, put, left = [a for a, _ in pairs], [b for _, b in pairs], [a for a, b in pairs if a != b]
        moved = standing.moved(f"r{number}", *(piles_of(STAGES, p) for p in (lifted, put, left)))
        assert moved is not None and moved.piles == piles_of(STAGES, now)
        assert moved.people == len(room), "the total stays the same"
        assert moved.picture == standing.picture and moved.reference == standing.reference
        people, standing = now, moved.told() if data.draw(st.booleans()) else moved


@given(rooms, st.data())
def test_never_left_is_never_more_than_there_are(room, data):
    """A sum can only say how many at the least stayed; it says no more than is true of people."""
    standing, people, away = first("r1", piles_of(STAGES, room)), list(room), [False] * len(room)
    for number in range(2, data.draw(st.integers(2, 5)) + 1):
        now = [data.draw(places) for _ in room]
        left = [a for a, b in zip(people, now, strict=True) if a != b]
        away = [gone or a != b for gone, a, b in zip(away, people, now, strict=True)]
        moved = standing.moved(f"r{number}", standing.piles, piles_of(STAGES, now), piles_of(STAGES, left))
        assert moved is not None
        stayed = piles_of(STAGES, [place for gone, place in zip(away, room, strict=True) if not gone])
        assert sum(moved.never_left) <= len(room) - len(left)
        if number == 2:
            assert moved.never_left == stayed, "of one round it is exact"
        people, standing = now, moved.told() if data.draw(st.booleans()) else moved


def test_a_move_that_was_not_told_goes_into_the_next_picture():
    r1 = first("r1", (6, 4, 2, 0))
    r2 = r1.moved("r2", (5, 0, 0, 0), (3, 2, 0, 0), (2, 0, 0, 0))
    assert r2 is not None and (r2.round, r2.reference, r2.picture) == ("r2", "r1", (6, 4, 2, 0))
    r3 = r2.moved("r3", (1, 0, 0, 0), (0, 1, 0, 0), (1, 0, 0, 0))
    assert r3 is not None and (r3.piles, r3.left) == ((3, 7, 2, 0), (3, 0, 0, 0))
    told = r3.told()
    assert (told.reference, told.picture, told.left, told.stayed) == ("r3", (3, 7, 2, 0), (0, 0, 0, 0), (3, 4, 2, 0))


def test_flows_of_which_something_was_lost_are_none():
    r1 = first("r1", (6, 4, 2, 0))
    none = (0, 0, 0, 0)
    assert r1.moved("r2", (1, 0, 0, 0), none, none) is None, "somebody was lost on the way"
    assert r1.moved("r2", (1, 0, 0, 0), (0, 1, 0, 0), (2, 0, 0, 0)) is None, "more left than were lifted"


@given(rooms, st.data())
def test_an_earlier_place_that_was_made_up_is_counted_like_any_other(room, data):
    """Refused, it would tell whether somebody who is away stands there: so the sums are the same wherever they do."""
    lifted, put = (piles_of(STAGES, data.draw(st.lists(places, min_size=3, max_size=3))) for _ in range(2))
    standing = first("r1", piles_of(STAGES, room))
    moved = standing.moved("r2", lifted, put, lifted)
    assert moved is not None and moved.round == "r2"
    changes = [now - before for now, before in zip(moved.piles, standing.piles, strict=True)]
    assert changes == [into - out for out, into in zip(lifted, put, strict=True)]
    assert min(moved.never_left) >= 0 and moved.people == len(room)


def test_after_the_live_state_was_lost_nobody_is_said_to_have_stayed():
    again = recovered("r2", (6, 4, 2, 1))
    assert (again.round, again.reference, again.picture, again.never_left) == ("r2", "r2", (6, 4, 2, 1), (0, 0, 0, 0))
