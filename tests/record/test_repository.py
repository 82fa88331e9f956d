"""The record is one class that does all that the use cases ask for."""

import inspect

from tests.helpers.fake_record import FakeRecord
from workshop.record.repository import SqlRecord
from workshop.service.ports import Record


def test_it_answers_every_question_of_the_port_and_so_does_the_fake():
    asked = {name: method for name, method in inspect.getmembers(Record, inspect.isfunction) if name[0] != "_"}
    assert len(asked) > 15
    for name, method in asked.items():
        for kind in (SqlRecord, FakeRecord):
            ours = getattr(kind, name)
            wanted = [p.name for p in inspect.signature(method).parameters.values()]
            assert [p.name for p in inspect.signature(ours).parameters.values()] == wanted, f"{kind.__name__}.{name}"
