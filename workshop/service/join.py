"""Join: look a code up, take a seat, leave it. A seat is a random token that lives on the phone only."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, replace

from workshop.activities.base import Change, Refused, SliceRef
from workshop.domain import agenda
from workshop.domain.live import Head
from workshop.domain.scenario import Scenario
from workshop.service.house import House
from workshop.service.ports import Conflict, UnknownSession
from workshop.service.seats import answers_of, given_up, seat_ref
from workshop.service.sessions import ensure_live, session_of_code

TRIES = 40
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
PARTS = frozenset({"session", "progress"})
UNKNOWN = Refused("unknown", "That code does not open a session now. Check it with the trainer and try again.")
FULL = Refused("full", "This session is full. Tell the trainer.")


@dataclass(frozen=True)
class Looked:
    """What somebody may know before joining."""

    head: Head
    scenario: Scenario
    ground_rules: tuple[str, ...] = agenda.GROUND_RULES


@dataclass(frozen=True)
class Joined:
    """A seat: keep the token in the phone's cookie and nowhere else."""

    session: str
    token: str

    def __repr__(self) -> str:
        return "Joined()"


def look(house: House, code: str) -> Looked | None:
    """What a code leads to; None for every kind of failure alike (wrong, locked, ended)."""
    head = _open_head(house, code)
    return None if head is None else Looked(head, house.scenarios.get(head.scenario, head.scenario_version))


def join(house: House, code: str, token: str = "") -> Joined | Refused:
    """Take a new seat. A phone may bring the token that it made (43 characters of base64url). Raises Unavailable."""
    head = _open_head(house, code)
    if head is None:
        return UNKNOWN
    token = token if TOKEN.fullmatch(token) else secrets.token_urlsafe(32)
    for attempt in range(TRIES):
        head = house.live.head(head.session, fresh=attempt > 0)
        ref = SliceRef("seats", house.live.seat(head.session, token).slot("session", "seat"))
        loaded = house.live.load(head, (ref,), all_counts=True)
        if loaded.counts.get("devices", 0) >= house.most_devices:
            return FULL
        if loaded.slices[ref] is not None:
            return Joined(head.session, token)  # the answer to an earlier try got lost: a phone is one device
        try:
            house.live.commit(loaded, Change(put={ref: {}}, count={"devices": 1}, parts=PARTS), None)
        except Conflict:
            continue
        return Joined(head.session, token)
    return FULL


def is_seated(house: House, session: str, token: str) -> bool:
    """Does this token hold a seat? Also takes back a seat of before the live state was lost (the cookie is signed)."""
    head = ensure_live(house, session)
    ref = SliceRef("seats", house.live.seat(session, token).slot("session", "seat"))
    return ref.key != "" and house.live.load(head, (ref,), all_counts=False).slices[ref] is not None


def take_back(house: House, session: str, token: str) -> str:
    """Put a seat with a signed cookie back after the live state was rebuilt; harmless when it is there.

    Returns the epoch of the live state in which the seat is known to be; "" when that is not known.
    """
    for attempt in range(TRIES):
        head = house.live.head(session, fresh=attempt > 0)
        ref = SliceRef("seats", house.live.seat(session, token).slot("session", "seat"))
        loaded = house.live.load(head, (ref,), all_counts=False)
        if ref.key == "" or loaded.slices[ref] is not None:
            return loaded.epoch
        try:
            house.live.commit(loaded, Change(put={ref: {}}, count={"devices": 1}, parts=PARTS), None)
            return loaded.epoch
        except Conflict:
            continue
    return ""


def leave(house: House, session: str, token: str) -> None:
    """Give the seat back, with its answers of rounds that are still open. What has closed stays counted."""
    for attempt in range(TRIES):
        try:
            head = house.live.head(session, fresh=attempt > 0)
        except UnknownSession:
            return
        seat = house.live.seat(session, token)
        ref = seat_ref(seat)
        if ref.key == "":
            return
        loaded = house.live.load(head, (ref, *answers_of(head, seat)), all_counts=False)
        held = loaded.slices[ref]
        if held is None:
            return
        change = replace(given_up(head, ref, held, loaded.slices, seat), parts=PARTS)
        try:
            house.live.commit(loaded, change, None)
            return
        except Conflict:
            continue


def _open_head(house: House, code: str) -> Head | None:
    session = session_of_code(house, code.strip().upper().replace(" ", ""))
    if session is None:
        return None
    try:
        head = ensure_live(house, session, fresh=True)
    except UnknownSession:
        return None
    return None if head.locked or head.state == "ended" else head
