"""What the use cases need of case studies: the shelf, and the copies that sessions have."""

from __future__ import annotations

from typing import Protocol

from workshop.domain.case_copy import CaseCopy
from workshop.domain.scenario import Scenario


class CaseCopies(Protocol):
    """A part of the record. Every method may raise `Unavailable`."""

    def pin_case(self, session: str, case: CaseCopy) -> CaseCopy:
        """Keep a copy with a session that has none; the copy that it has now. Raises UnknownSession."""
        ...

    def pinned_case(self, session: str) -> CaseCopy | None:
        """The copy of a session that has one."""
        ...

    def case_copy(self, sha256: str) -> CaseCopy | None:
        """A copy that some session has, or that was kept for one."""
        ...

    def keep_copy(self, case: CaseCopy) -> None:
        """Keep a copy that a session is about to have. Again is harmless."""
        ...

    def tidy_cases(self) -> None:
        """Take away copies that no session has any more; those that get one at this moment stay."""
        ...

    def unpinned_sessions(self) -> list[str]:
        """Sessions, running and ended, that have no copy of their case study."""
        ...


class Scenarios(Protocol):
    """The casebook, as the use cases need it."""

    def get(self, id: str) -> Scenario:
        """One by id, as it is on the shelf now. Raises KeyError."""
        ...

    def list(self) -> list[Scenario]:
        """All that can be chosen, in the order of the shelf."""
        ...

    def left_out(self) -> list[str]:
        """What was found beside them and is not used, each with its name, in a sentence."""
        ...
