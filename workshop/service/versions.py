"""Keep a version of the explanation, as it was when the room moved on."""

from __future__ import annotations

from functools import partial

from workshop.activities.base import Whole
from workshop.activities.formulation_traces import VERSIONS
from workshop.activities.formulation_versions import OF, keep
from workshop.service.context import Context
from workshop.service.transact import Reading, Write, transact


def keep_version(context: Context, session: str, cause: str, information: str) -> None:
    """Once: what has not changed since is not kept again. Raises UnknownSession, Unavailable."""
    transact(context.live, session, partial(_kept, cause=cause, information=information))


def _kept(reading: Reading, cause: str, information: str) -> Write | None:
    loaded = reading.load(*(Whole(name) for name in (*OF, VERSIONS.name)))
    change = keep(cause, information, loaded.wholes)
    return Write(loaded, change) if change else None
