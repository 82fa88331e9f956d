"""Who is at a desk of a session, for the other desks.

A worker takes its own desks off when they go; one that dies takes nobody off. So whoever comes asks: what another
worker wrote is marked, a worker that sees a mark on somebody who is with it writes it anew, and what is still marked a
moment later is taken off. Nothing is asked while nobody comes.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Collection, Mapping

from workshop.activities.base import Change, Slice, SliceRef, Whole
from workshop.activities.desks import DESKS, PART
from workshop.service.context import Context
from workshop.service.transact import Reading, Write, transact

Listed = Mapping[str, Slice]
WITH, ASKED = "worker", "asked"


def who_is(secret: bytes, came: str) -> str:
    """The name under which somebody stands on the list, from what they came in by (`<account> <sign-in>`, or `pass
    <links> <until>`, `care <links> <until>`): its kind, and a digest that nobody can make who came by another.
    """
    user, _, rest = came.partition(" ")
    kind, of = ({"pass": "link", "care": "care"}[user], rest) if user in ("pass", "care") else ("account", user)
    return f"{kind} {hmac.digest(secret, f'desk {kind} {of}'.encode(), hashlib.sha256).hex()[:12]}"


def came(context: Context, session: str, worker: str, who: str) -> None:
    """Put a desk on the list, and ask for those that are on it by another worker.

    Raises UnknownSession, Unavailable.
    """
    _change(context, session, lambda listed: {who: {WITH: worker}, **_asked(listed, worker, who)})


def is_missing(listed: Listed, who: str) -> bool:
    """Whether somebody who is here is not on the list, or was asked for."""
    return who not in listed or ASKED in listed[who]


def still_here(context: Context, session: str, worker: str, whos: Collection[str]) -> None:
    """Put those of them on the list that are missing there. Raises UnknownSession, Unavailable."""
    _change(context, session, lambda listed: {w: {WITH: worker} for w in whos if is_missing(listed, w)})


def went(context: Context, session: str, worker: str, who: str) -> None:
    """Take a desk off, unless it has come to another worker since. Raises UnknownSession, Unavailable."""
    _change(context, session, lambda listed: {who: None} if listed.get(who, {}).get(WITH) == worker else {})


def unheard(context: Context, session: str) -> None:
    """Take off whoever was asked for and gave no sign. Raises UnknownSession, Unavailable."""
    _change(context, session, lambda listed: {who: None for who, desk in listed.items() if ASKED in desk})


def _asked(listed: Listed, worker: str, but: str) -> dict[str, Slice | None]:
    others = {who: desk for who, desk in listed.items() if who != but and desk[WITH] != worker}
    return {who: {**desk, ASKED: True} for who, desk in others.items()}


def _change(context: Context, session: str, decide: Callable[[Listed], Mapping[str, Slice | None]]) -> None:
    def of(reading: Reading) -> Write | None:
        loaded = reading.load(Whole(DESKS.name))
        put = decide(loaded.wholes[DESKS.name])
        if reading.head.state == "ended" or not put:
            return None
        slices = {SliceRef(DESKS.name, who): desk for who, desk in put.items()}
        return Write(loaded, Change(put=slices, parts=frozenset({PART.name})))

    transact(context.live, session, of)
