"""The record, in memory, with everything that can happen before and after each call of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.helpers.fake_record import FakeRecord, Shelves
from workshop.service.ports import Unavailable

__all__ = ["Away", "Recorded", "Shelves"]


class Away(Exception):
    """The database cannot be reached."""


class Recorded:
    """One worker's way to the record. `point(side)` waits, and raises what is to happen there."""

    def __init__(self, shelves: Shelves, point: Callable[[str], None]) -> None:
        self._record, self._point = FakeRecord(shelves), point

    def __getattr__(self, name: str) -> Any:
        call = getattr(self._record, name)
        if not callable(call):
            return call

        def watched(*given: Any, **named: Any) -> Any:
            try:
                self._point("before")
                answer = call(*given, **named)
                self._point("after")
            except Away as e:
                raise Unavailable("the record cannot be reached") from e
            return answer

        return watched
