"""Keys tell nothing of when a row was written, and every constraint has a name by which a migration finds it."""

from workshop.record.table_base import Base, random_key
from workshop.record.tables import Organisation


def test_keys_are_random_and_in_no_order():
    made = [random_key() for _ in range(200)]
    assert len({*made}) == 200 and made != sorted(made)
    assert {len(one) for one in made} == {16}, "96 bits in base64"


def test_every_constraint_has_a_name():
    assert Organisation.__table__ in Base.metadata.tables.values()
    named = [c.name for table in Base.metadata.tables.values() for c in table.constraints]
    assert named and all(named)
