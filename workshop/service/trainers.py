"""Who has a session by an account: whoever opened it, and those of the same organisation whom it was given to."""

from __future__ import annotations

from workshop.activities.base import Refused
from workshop.service.context import Context
from workshop.service.emails import address_key
from workshop.service.ports import Member, SessionRecord

NOBODY = Refused("setup", "trainers.nobody")
"""One answer for whatever is no trainer's address there: it does not tell who has an account elsewhere."""


def trainers_of(context: Context, record: SessionRecord) -> list[Member]:
    """Whoever opened it first, the others by address; without those who run no sessions there any more."""
    users = context.record.facilitators(record.id)
    found = [member for member in _colleagues(context, record) if member.user in users]
    return sorted(found, key=lambda member: (member.user != record.owner, member.email))


def give(context: Context, record: SessionRecord, email: str) -> Refused | None:
    """Give it to the account with this address, if that runs sessions for the same organisation; again is harmless.

    Raises Unavailable.
    """
    key = address_key(email)
    found = next((m for m in _colleagues(context, record) if address_key(m.email) == key), None)
    if found is None:
        return NOBODY
    context.record.add_facilitator(record.id, found.user)
    return None


def take_back(context: Context, record: SessionRecord, user: str) -> None:
    """Take it from an account, not from whoever opened it; the watch closes its sockets. Raises Unavailable."""
    if user != record.owner:
        context.record.remove_facilitator(record.id, user)


def _colleagues(context: Context, record: SessionRecord) -> list[Member]:
    members = context.record.members()
    return [m for m in members if m.organisation == record.organisation and "facilitator" in m.roles]
