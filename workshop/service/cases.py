"""The case study of a session: the copy that was made when the session was, whatever has become of the file since.

A head names its copy, so that a session whose case is changed before its first card is read right by every worker at
once. Heads of before do not; theirs is the one that the record has for the session. Sessions of before copies get one
of what lies on the shelf now, at the first start or the first time they are opened.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field

from pydantic import TypeAdapter

from workshop.domain.case_copy import CaseCopy, copy_of
from workshop.domain.live import Head
from workshop.domain.scenario import Scenario
from workshop.service.ports import Record, Scenarios, Unavailable, UnknownSession

_SCENARIO: TypeAdapter[Scenario] = TypeAdapter(Scenario)


class CaseGone(Unavailable):
    """A session of before copies, whose file is not on the shelf. When it lies there again, the session goes on."""


class CaseDamaged(Exception):
    """The bytes of a copy are not those that its digest names."""


@dataclass(frozen=True)
class Pinned:
    """A session's case study, and the SHA-256 of its copy."""

    scenario: Scenario
    sha256: str


@dataclass
class Cases:
    """What this process has read. Copies never change, so nothing of it grows old."""

    _of_session: dict[str, str] = field(default_factory=dict[str, str])
    _read: dict[str, Pinned] = field(default_factory=dict[str, Pinned])

    def of(self, record: Record, shelf: Scenarios, head: Head) -> Pinned:
        """The case study of a session. Raises UnknownSession, CaseGone, CaseDamaged, Unavailable."""
        if head.case in self._read:
            return self._read[head.case]
        if head.case and (named := record.case_copy(head.case)):
            return self._keep(named)
        return self._without_name(record, shelf, head.session)

    def _without_name(self, record: Record, shelf: Scenarios, session: str) -> Pinned:
        sha256 = self._of_session.get(session)
        if sha256 is None:
            found = self._keep(record.pinned_case(session) or _pin(record, shelf, session))
            sha256 = self._of_session[session] = found.sha256
        return self._read[sha256]

    def _keep(self, copy: CaseCopy) -> Pinned:
        if copy.sha256 not in self._read:
            self._read[copy.sha256] = Pinned(read_copy(copy), copy.sha256)
        return self._read[copy.sha256]

    def forget(self, session: str) -> None:
        """The session has been forgotten."""
        self._of_session.pop(session, None)


def read_copy(copy: CaseCopy) -> Scenario:
    """The case study in a copy, also in one that a version before made. Raises CaseDamaged."""
    if not copy.is_whole:
        raise CaseDamaged("the copy of a case study is damaged")
    return _SCENARIO.validate_python(json.loads(copy.content)["case"])


def pin_all(record: Record, shelf: Scenarios) -> int:
    """Give every session of before copies its own; how many could get none. Raises Unavailable."""
    left = 0
    for session in record.unpinned_sessions():
        try:
            with suppress(UnknownSession):  # forgotten meanwhile
                _pin(record, shelf, session)
        except CaseGone:
            left += 1
    return left


def _pin(record: Record, shelf: Scenarios, session: str) -> CaseCopy:
    listed = record.session(session)
    if listed is None:
        raise UnknownSession(session)
    try:
        fresh = copy_of(shelf.get(listed.scenario))
    except KeyError as gone:
        raise CaseGone("the case study of a session of before copies is not there") from gone
    return record.pin_case(session, fresh)
