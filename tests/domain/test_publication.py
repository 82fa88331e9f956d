"""Numbers for print: few are hidden, others rounded, and no row gives a hidden one back."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.publication import FEW, Row, printed, row

COUNTS = st.lists(st.integers(0, 60), min_size=1, max_size=8)


def test_up_to_seven_is_hidden_and_the_rest_is_rounded_to_five():
    assert [printed(n) for n in (0, 3, 7)] == [None, None, None]
    assert [printed(n) for n in (8, 12, 13, 17, 18, 1003)] == [10, 10, 15, 15, 20, 1005]


def test_one_hidden_number_never_stands_alone_beside_a_total():
    assert row([40, 20, 3]) == Row((40, None, None), 65)
    assert row([40, 2, 3]) == Row((40, None, None), 45)
    assert row([40, 20]) == Row((40, 20), 60)
    assert row([3]) == Row((None,), None)


@given(COUNTS)
def test_no_row_gives_a_hidden_number_back(counts):
    made = row(counts)
    hidden = [n for n, cell in zip(counts, made.cells, strict=True) if cell is None]
    assert len(hidden) != 1 or made.total is None
    assert all(
        cell is None or (cell % 5 == 0 and abs(cell - n) <= 2) for n, cell in zip(counts, made.cells, strict=True)
    )
    assert all(made.cells[i] is None for i, n in enumerate(counts) if n <= FEW)


def test_shares_are_reckoned_from_what_is_printed():
    made = row([41, 22, 37])
    assert made == Row((40, 20, 35), 100) and made.shares == (40, 20, 35)
    assert row([41, 2, 3]).shares[0] == round(100 * 40 / 45) and row([41, 2, 3]).shares[1] is None
