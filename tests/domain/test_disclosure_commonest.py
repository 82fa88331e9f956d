"""The commonest of three answers in a word: from k, where it leads so far that no single phone decides it."""

from workshop.domain.disclosure import commonest

K = 5


def votes(*counts):
    return [name for name, n in zip("abc", counts, strict=True) for _ in range(n)]


ROOMS = [(a, b, n - a - b) for n in range(K, 31) for a in range(n + 1) for b in range(n - a + 1)]


def test_the_commonest_answer_is_told_from_k_where_it_leads_by_two():
    assert [commonest(votes(*c), K) for c in ((4, 0, 0), (5, 0, 0), (3, 1, 1), (3, 2, 1), (6, 6, 0), (4, 2, 2))] == [
        None, "a", "a", None, None, "a",
    ]  # fmt: skip
    assert commonest([], K) is None


def test_one_phone_more_or_less_never_makes_another_answer_the_commonest():
    for room in ROOMS:
        told = commonest(votes(*room), K)
        for at in range(3):
            for one in (1, -1):
                other = [n + one * (i == at) for i, n in enumerate(room)]
                if min(other) >= 0:
                    assert commonest(votes(*other), K) in (told, None) or told is None


def test_whoever_knows_how_many_answered_and_one_answer_knows_no_other():
    """Over all rooms of a size in which the same is told: whoever else it is may have said one thing or another."""
    for n in range(K, 31):
        for word in (*"abc", None):
            rooms = [room for room in ROOMS if sum(room) == n and commonest(votes(*room), K) == word]
            for own in range(3):
                others = [[m - (i == own) for i, m in enumerate(room)] for room in rooms if room[own]]
                possible = {answer for other in others for answer in range(3) if other[answer]}
                assert len(possible) != 1, (n, word, own)
