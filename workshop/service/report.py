"""The report: made from the record through the one door, rendered, and released once."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from workshop.activities.registry import told
from workshop.domain.disclosure import withhold
from workshop.outputs.anonymise import anonymise
from workshop.outputs.formats import FORMATS
from workshop.outputs.model import AnonymisedSession, Facts
from workshop.service.cases import Pinned
from workshop.service.house import House
from workshop.service.ports import Release, SessionRecord


class NotReady(Exception):
    """The report is made when the session has ended."""


class Damaged(Exception):
    """A released file is not what was released: its bytes do not have the SHA-256 that was kept with them."""


def formats() -> list[str]:
    """The names of all formats."""
    return list(FORMATS)


def offered(release: Release) -> list[str]:
    """The names of the formats that were frozen with a release."""
    return [name for name in FORMATS if name in release.files]


def media_type(name: str) -> str:
    """A format's media type. Raises KeyError."""
    return FORMATS[name].media_type


def anonymised(house: House, session: str) -> AnonymisedSession:
    """What may leave an ended session. Raises KeyError, NotReady, CaseGone."""
    record, kept = house.record.session(session), house.record.checkpoint(session)
    if record is None or kept is None:
        raise KeyError(session)
    if record.state != "ended":
        raise NotReady(session)
    case = house.cases.of(house.record, house.scenarios, session)
    rounds = house.record.rounds(session)
    more = [t for r in rounds if (t := told(r))]
    return anonymise(_facts(record, case), case.scenario, rounds, kept, house.words, more)


def render(house: House, session: str, name: str) -> bytes:
    """One format's bytes. A released report is always the bytes that were released. Raises KeyError, NotReady."""
    wanted, record = FORMATS[name], house.record.session(session)
    released = house.record.release(record.release) if record and record.release else None
    return frozen(released, name) if released else wanted.render(anonymised(house, session), house.words)


def frozen(release: Release, name: str) -> bytes:
    """The bytes that were released, once they have been compared with their SHA-256. Raises KeyError, Damaged."""
    content = release.files[name]
    if hashlib.sha256(content).hexdigest() != release.digests[name]:
        raise Damaged(f"the {name} of a release is not what was released")
    return content


def release(house: House, session: str) -> Release:
    """Hand the report to the organisation: every format is rendered once and frozen. Again gives the same one."""
    record = house.record.session(session)
    if record is None:
        raise KeyError(session)
    before = house.record.release(record.release) if record.release else None
    if before is not None:
        return before
    output = anonymised(house, session)
    files = {name: f.render(output, house.words) for name, f in FORMATS.items()}
    made = Release(
        id=house.new_id(),
        session=session,
        organisation=record.organisation,
        title=record.title,
        scenario_title=record.scenario_title,
        released_on=datetime.now(UTC).date().isoformat(),
        files=files,
        digests={name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
    )
    try:
        house.record.add_release(made)
    except ValueError:  # released meanwhile by another click: that one it is, for ever
        return _released(house, session)
    return made


def _released(house: House, session: str) -> Release:
    record = house.record.session(session)
    found = house.record.release(record.release) if record and record.release else None
    if found is None:
        raise KeyError(session)
    return found


def _facts(record: SessionRecord, case: Pinned) -> Facts:
    return Facts(
        title=record.title,
        scenario=record.scenario,
        scenario_title=record.scenario_title,
        scenario_version=record.scenario_version,
        agenda=record.agenda,
        held_on=record.held_on,
        k=record.k,
        delegates=withhold(record.delegates, record.k),
        reviewed=bool(case.scenario.reviewed_by),
        scenario_sha256=case.sha256,
    )
