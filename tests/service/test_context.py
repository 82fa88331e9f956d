"""What every use case is handed."""

import itertools

from workshop.service.context import new_id


def test_ids_are_random_and_never_tell_an_order():
    ids = [new_id() for _ in range(1000)]
    assert len(set(ids)) == 1000 and {len(i) for i in ids} == {16}
    assert ids != sorted(ids)
    ups = sum(a < b for a, b in itertools.pairwise(ids))
    assert 400 < ups < 600
