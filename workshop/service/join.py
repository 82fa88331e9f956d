"""Join: look a code up, take a seat, leave it. A seat is a random token that lives on the phone only."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache

from workshop.activities.base import Change, Refused, SliceRef
from workshop.activities.registry import parts_of_devices
from workshop.domain import agenda
from workshop.domain.live import Head
from workshop.domain.scenario import Scenario
from workshop.service.context import Context
from workshop.service.join_codes import session_of_code, tidied
from workshop.service.ports import Loaded, Unavailable, UnknownSession
from workshop.service.seats import answers_of, giving_up, marks_of, seat_ref
from workshop.service.sessions import ensure_live
from workshop.service.transact import Reading, Write, Written, transact

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
UNKNOWN = Refused("unknown", "join.unknown")
FULL = Refused("full", "join.full")
OFTEN = Refused("too_fast", "join.often")


@dataclass(frozen=True)
class Looked:
    """What somebody may know before joining. `here`: this browser holds a seat of it already."""

    head: Head
    scenario: Scenario
    ground_rules: tuple[str, ...] = agenda.GROUND_RULES
    here: bool = False


@dataclass(frozen=True)
class Joined:
    """A seat: keep the token in the phone's cookie and nowhere else.

    `epoch`: the live state in which it was seen last, or "": missing in that one, it was given up; in another, lost.
    """

    session: str
    token: str
    epoch: str = ""

    def __repr__(self) -> str:
        return "Joined()"


def look(context: Context, code: str, held: Joined | None = None) -> Looked | None:
    """What a code leads to; None for every kind of failure alike (wrong, locked, ended).

    Whoever holds a seat there is let in, locked or not.
    """
    head = _running(context, code)
    if head is None:
        return None
    here = held is not None and held.session == head.session and seated(context, held) is not None
    if head.locked and not here:
        return None
    return Looked(head, context.case_of(head), here=here)


def seated(context: Context, held: Joined) -> Head | None:
    """The running session in which a browser still has the seat that its cookie names.

    Raises UnknownSession, Unavailable.
    """
    head = ensure_live(context, held.session, fresh=True)
    return None if head.state == "ended" or given_up(context, held) else head


def given_up(context: Context, held: Joined) -> bool:
    """Whether a seat is missing from the very live state in which it was. One that was lost with its live state is
    still the browser's; one that went with the end of the session was not given up, and is told of the end. Raises
    UnknownSession, Unavailable.
    """
    return _is_missing(context, held, fresh=False) and _is_missing(context, held, fresh=True)


def _is_missing(context: Context, held: Joined, fresh: bool) -> bool:
    """A copy may be of before an outage that nobody here has noticed yet: then another state is read under its name."""
    head = ensure_live(context, held.session, fresh=fresh)
    ref = seat_ref(context.live.seat(held.session, held.token))
    loaded = context.live.load(head, (ref,), all_counts=False)
    return loaded.slices[ref] is None and loaded.epoch == held.epoch != "" and head.state != "ended"


def join(
    context: Context,
    code: str,
    token: str = "",
    held: Joined | None = None,
    may_take: Callable[[], bool] = lambda: True,
) -> Joined | Refused:
    """The seat that this browser holds (`held`, from its signed cookie), or else the one of the token that the phone
    made (43 characters of base64url) and may have sent before. Only without either is a new one taken, when `may_take`
    says so; it is asked once. Raises Unavailable.
    """
    session = session_of_code(context, tidied(code))
    if session is None:
        return UNKNOWN
    asked_once, mine = cache(may_take), token if TOKEN.fullmatch(token) else secrets.token_urlsafe(32)
    try:
        for fresh in (False, True):  # this worker's copy may have outlived the live state, which is rebuilt then
            ensure_live(context, session, fresh)
            with suppress(UnknownSession):  # it was lost just now
                if held is not None and held.session == session and seated(context, held) is not None:
                    return Joined(session, held.token, take_back(context, session, held.token))
                return _take(context, session, mine, asked_once)
    except UnknownSession:
        return UNKNOWN
    raise Unavailable("the live store was emptied again")


def _take(context: Context, session: str, token: str, may_take: Callable[[], bool]) -> Joined | Refused:
    def decide(reading: Reading) -> Write | Joined | Refused:
        head, ref = reading.head, seat_ref(reading.seat(token))
        if head.state == "ended":
            return UNKNOWN
        loaded = reading.load(ref, all_counts=True)
        if loaded.slices[ref] is not None:
            return Joined(session, token, loaded.epoch)  # the answer to an earlier try got lost: one device
        if head.locked:
            return UNKNOWN
        if loaded.counts.get("devices", 0) >= context.most_devices:
            return FULL
        return _seat(loaded, ref) if may_take() else OFTEN

    # A copy of the head will do to begin with: a commit finds out that it is old, and a no is said to a fresh one only.
    taken = transact(context.live, session, decide, copy_first=True)
    return Joined(session, token, taken.write.loaded.epoch) if isinstance(taken, Written) else taken


def _seat(loaded: Loaded, ref: SliceRef) -> Write:
    return Write(loaded, Change(put={ref: {}}, count={"devices": 1}, parts=parts_of_devices()))


def take_back(context: Context, session: str, token: str) -> str:
    """Put a seat with a signed cookie back after the live state was rebuilt; harmless when it is there.

    Returns the epoch of the live state in which the seat is known to be. Raises UnknownSession, Unavailable.
    """

    def decide(reading: Reading) -> Write | Loaded:
        ref = seat_ref(reading.seat(token))
        loaded = context.live.load(
            reading.head, (ref,), all_counts=False
        )  # what lies there now, under an older head too
        return loaded if ref.key == "" or loaded.slices[ref] is not None else _seat(loaded, ref)

    # Every phone that comes back asks this, and nearly all are there: a worker's copy of the head will do to see it.
    found = transact(context.live, session, decide, copy_first=True, copy_will_do=True)
    return found.write.loaded.epoch if isinstance(found, Written) else found.epoch


def leave(context: Context, session: str, token: str) -> None:
    """Give the seat back, with its answers of rounds that are still open. What has closed stays counted.

    Raises Unavailable: then it is still taken.
    """

    def decide(reading: Reading) -> Write | None:
        head, seat = reading.head, reading.seat(token)
        ref = seat_ref(seat)
        if ref.key == "":
            return None
        loaded = reading.load(ref, *marks_of(seat), *answers_of(head, seat))
        held = loaded.slices[ref]
        if held is None:
            return None
        return Write(loaded, replace(giving_up(head, ref, held, loaded.slices, seat), parts=parts_of_devices()))

    with suppress(UnknownSession):
        transact(context.live, session, decide, copy_first=True)


def _running(context: Context, code: str) -> Head | None:
    """The head of the running session that a code names, locked or not."""
    session = session_of_code(context, tidied(code))
    if session is None:
        return None
    try:
        head = ensure_live(context, session, fresh=True)
    except UnknownSession:
        return None
    return None if head.state == "ended" else head
