"""What organisations of test data consist of: their names, and which sessions they held, by one seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from workshop.domain.scenario import Scenario

ORGANISATIONS = ("Test data · Northmoor Trust", "Test data · Eastfield Schools", "Test data · Harbour Colleges")
SHARES = (5, 3, 2)
"""Of all sessions, as they fall to the three."""
QUARTERS = 8
DAYS = 91 * QUARTERS
"""Before today, over which they lie."""
SIZES = (9, 9, 14, 14, 14, 14, 19, 19, 19, 19, 24, 24, 24, 29, 11, 22)
"""Of rooms; mostly those that may be added up with each other (`record/overviews.py`)."""
FEW, FEW_EACH, KEPT_EACH = 4, 40, 25
"""One session in so many is of so few people; one in so many is not released."""
AGENDAS = ("ninety", "ninety", "ninety", "half")


@dataclass(frozen=True)
class Invented:
    """One session. `version`: of the case study, 1 or 2; from about the middle of the time on it is the second."""

    organisation: str
    case: str
    version: int
    agenda: str
    day: date
    size: int
    seed: int
    released: bool

    @property
    def begins(self) -> float:
        """Nine in the morning, in seconds since the epoch."""
        return datetime(self.day.year, self.day.month, self.day.day, 9, tzinfo=UTC).timestamp()


def invented(many: int, cases: Sequence[str], today: date, seed: int = 1) -> Iterator[Invented]:
    """So many sessions up to the day before today, oldest first."""
    chance = random.Random(seed)
    for n in range(many):
        day = today - timedelta(days=1 + (many - 1 - n) * (DAYS - 1) // max(many - 1, 1))
        case = chance.choice(cases)
        yield Invented(
            organisation=chance.choices(ORGANISATIONS, SHARES)[0],
            case=case,
            version=2 if n > many // 2 + cases.index(case) * many // 20 else 1,
            agenda=chance.choice(AGENDAS),
            day=day,
            size=FEW if n % FEW_EACH == FEW_EACH - 1 else chance.choice(SIZES),
            seed=seed * 10_000 + n,
            released=n % KEPT_EACH != KEPT_EACH - 2,
        )


def second_version(case: Scenario) -> Scenario:
    """The case study after its author changed it: the first card has other words, and the others stay."""
    first, *others = case.cards
    words = f"{first.text.rstrip('.')} (in the words of the second version)"
    return replace(case, version=case.version + 1, cards=(replace(first, text=words), *others))


class Shelf:
    """Case studies in the version of one day. `list` and `left_out` are of a shelf; `second`: after the change."""

    def __init__(self, cases: Sequence[Scenario], second: bool = False) -> None:
        self._cases = [second_version(c) if second else c for c in cases]

    def list(self) -> list[Scenario]:
        """All, in their order."""
        return list(self._cases)

    def get(self, id: str) -> Scenario:
        """One. Raises KeyError."""
        found = next((c for c in self._cases if c.id == id), None)
        if found is None:
            raise KeyError(id)
        return found

    def left_out(self) -> tuple[str, ...]:
        """Nothing is."""
        return ()
