"""The report: made from the record through the one door, rendered, read by somebody, and released once."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace
from functools import partial

from workshop.domain.days import day_in
from workshop.outputs.formats import FORMATS
from workshop.outputs.formats.brief import BRIEFS
from workshop.outputs.model import AnonymisedSession
from workshop.outputs.told_figures import told_figures, written
from workshop.service.context import Context
from workshop.service.document import anonymised, document, texts
from workshop.service.ports import KeptFigures, Release, SessionRecord
from workshop.service.wordings import Wordings

DATA = "json"
"""The format that a brief is made of."""


class Rehearsed(Exception):
    """A rehearsal's report is of invented people: only an organisation of test data, which has no others, gets it."""


class Unread(Exception):
    """Of the texts that would leave some have no answer, or two, or one is answered that is not there."""


class Unconfirmed(Exception):
    """Not all of `CONFIRMED` was said."""


CONFIRMED = ("read", "nobody", "told")
"""What somebody says before a release, in this order: the words are `office.leaving.confirm`."""


class Damaged(Exception):
    """A released file is not what was released: its bytes do not have the SHA-256 that was kept with them."""


def formats() -> list[str]:
    """The names of all formats."""
    return list(FORMATS)


def briefs() -> list[str]:
    """How the names of a brief's files end."""
    return list(BRIEFS)


def offered(release: Release) -> list[str]:
    """The names of the formats that were frozen with a release."""
    return [name for name in FORMATS if name in release.files]


def for_release(context: Context, session: SessionRecord) -> bool:
    """Whether a session of its kind may be released: one of real people, or in an organisation that has none."""
    return not session.rehearsal or context.record.is_test(session.organisation)


def media_type(name: str) -> str:
    """A format's media type, or a brief's. Raises KeyError."""
    return BRIEFS[name][0] if name in BRIEFS else FORMATS[name].media_type


def render(context: Context, session: str, name: str) -> bytes:
    """One format's bytes, or a brief's. A released report is always the bytes that were released.

    Raises KeyError, NotReady.
    """
    if name in BRIEFS:
        return _brief(context, session, name)
    wanted, record = FORMATS[name], context.record.session(session)
    released = context.record.release(record.release) if record and record.release else None
    if released:
        return frozen(released, name)
    return context.aside(partial(wanted.render, anonymised(context, session), context.words))


def _brief(context: Context, session: str, name: str) -> bytes:
    record = context.record.session(session)
    return brief_of(context, render(context, session, DATA), name, bool(record and record.release))


def brief_of(context: Context, content: bytes, name: str, released: bool = True) -> bytes:
    """The brief of a report whose data these are: of the same data always the same bytes. Raises KeyError."""
    return context.aside(partial(BRIEFS[name][1], content, context.words, released))


def frozen(release: Release, name: str) -> bytes:
    """The bytes that were released, once they have been compared with their SHA-256. Raises KeyError, Damaged."""
    content = release.files[name]
    if hashlib.sha256(content).hexdigest() != release.digests[name]:
        raise Damaged(f"the {name} of a release is not what was released")
    return content


def release(
    context: Context,
    session: str,
    keep: Collection[str] = (),
    strike: Collection[str] = (),
    own: Wordings | None = None,
    confirmed: Collection[str] = CONFIRMED,
) -> Release:
    """Hand the report to the organisation: every format is rendered once and frozen. Again gives the same one.

    `keep`, `strike`: keys of `texts`; `own`: others in the facilitator's words. Each has to be in just one of them: it
    was read by somebody. What was struck, and the first words of what was reworded, is erased from the record.
    Raises KeyError, NotReady, CaseGone, Rehearsed, Unconfirmed, Unread, Unworded.
    """
    record = context.record.session(session)
    if record is None:
        raise KeyError(session)
    before = context.record.release(record.release) if record.release else None
    if before is not None:
        return before
    if not for_release(context, record):
        raise Rehearsed(session)
    if set(confirmed) != set(CONFIRMED):
        raise Unconfirmed(session)
    own, asked = own or Wordings(), texts(context, session)
    check_read({t.key for t in asked}, set(keep), set(strike), set(own.texts))
    own.check(asked)
    output, left = document(context, session, frozenset(strike), own)
    made = made_of(context, record, output)
    try:
        context.record.add_release(made, left.collections, figures_for(made))
    except ValueError:  # released meanwhile by another click: that one it is, for ever
        return _released(context, session)
    return made


def made_of(context: Context, record: SessionRecord, output: AnonymisedSession) -> Release:
    """Every format, rendered once, with its SHA-256."""
    files = {name: context.aside(partial(f.render, output, context.words)) for name, f in FORMATS.items()}
    return Release(
        id=context.new_id(),
        session=record.id,
        organisation=record.organisation,
        title=output.facts.title,
        scenario_title=record.scenario_title,
        released_on=day_in(record.zone, context.now()),
        files=files,
        digests={name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
    )


def figures_for(release: Release, void: bool = False) -> KeptFigures:
    """What overviews need of a release. `void`: its people were invented in an organisation that has real ones."""
    found = told_figures(release.files["json"])
    found = replace(found, rehearsal=True, people=None) if void else found
    about = (found.quarter, found.scenario, found.held_on, found.people, found.k)
    return KeptFigures(release.id, release.organisation, *about, written(found))


def check_read(asked: set[str], keep: set[str], strike: set[str], reword: set[str]) -> None:
    """Each text is answered, once; and nothing is answered that is not there. Raises Unread."""
    twice = (keep & strike) | (keep & reword) | (strike & reword)
    if wrong := (asked ^ (keep | strike | reword)) | twice:
        raise Unread(*wrong)


def _released(context: Context, session: str) -> Release:
    record = context.record.session(session)
    found = context.record.release(record.release) if record and record.release else None
    if found is None:
        raise KeyError(session)
    return found
