"""Organisations, accounts and what each may do where."""

from __future__ import annotations

import hashlib
import secrets

from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Db

from workshop.record import tables as t
from workshop.record.engine import transaction
from workshop.record.users import account_of
from workshop.service.ports import ROLES, Member, SessionRecord


class Organisations:
    """Mixed into SqlRecord."""

    engine: Engine

    def add_member(self, email: str, password_hash: str | None, organisation: str, roles: frozenset[str]) -> Member:
        """An account with these roles in an organisation; both are made when they are not there yet."""
        unknown = roles - set(ROLES)
        if unknown or not roles:
            raise ValueError(f"A role is one of {', '.join(ROLES)}.")
        try:
            return self._add_member(email, password_hash, organisation, roles)
        except IntegrityError:  # another process made the same at this moment: now it is there
            return self._add_member(email, password_hash, organisation, roles)

    def _add_member(self, email: str, password_hash: str | None, organisation: str, roles: frozenset[str]) -> Member:
        with transaction(self.engine) as db:
            place = db.scalar(select(t.Organisation).where(t.Organisation.name == organisation))
            user = account_of(db, email)
            if place is None:
                place = t.Organisation(name=organisation)
                db.add(place)
            if user is None:
                user = t.User(email=email, password=password_hash)
                db.add(user)
            db.flush()
            for role in sorted(roles):
                if db.get(t.Membership, (user.id, place.id, role)) is None:
                    db.add(t.Membership(user=user.id, organisation=place.id, role=role))
            return Member(user.id, user.email, place.id, organisation, roles, bool(place.test))

    def add_test_organisation(self, name: str) -> str:
        """A new one, all of whose data are invented, for ever. Its id. Raises ValueError when the name is taken."""
        try:
            with transaction(self.engine) as db:
                place = t.Organisation(name=name, test=True)
                db.add(place)
                db.flush()
                return place.id
        except IntegrityError as taken:
            raise ValueError(f"There is an organisation “{name}” already.") from taken

    def is_test(self, organisation: str) -> bool:
        """Whether all that it has is invented."""
        with transaction(self.engine) as db:
            return bool(db.scalar(select(t.Organisation.test).where(t.Organisation.id == organisation)))

    def set_password(self, email: str, password_hash: str) -> bool:
        """A new password ends every older sign-in. False when there is no such account."""
        with transaction(self.engine) as db:
            user = account_of(db, email)
            if user is None:
                return False
            user.password, user.fs_uniquifier = password_hash, secrets.token_urlsafe(32)
            return True

    def memberships(self, user: str) -> list[Member]:
        """What an account may do, organisation by organisation."""
        return self._members(user)

    def members(self) -> list[Member]:
        """Everybody, by organisation and address."""
        return self._members(None)

    def _members(self, only: str | None) -> list[Member]:
        wanted = (
            select(
                *(t.User.id, t.User.email, t.Organisation.id, t.Organisation.name, t.Organisation.test),
                t.Membership.role,
            )
            .join(t.Membership, t.Membership.user == t.User.id)
            .join(t.Organisation, t.Organisation.id == t.Membership.organisation)
        )
        if only is not None:
            wanted = wanted.where(t.User.id == only)
        found: dict[tuple[str, str, str, str, bool], set[str]] = {}
        with transaction(self.engine) as db:
            for user, email, place, name, test, role in db.execute(wanted):
                found.setdefault((user, email, place, name, test), set()).add(role)
        members = [Member(*who, roles=frozenset(roles), test=test) for (*who, test), roles in found.items()]
        return sorted(members, key=lambda m: (m.organisation_name, m.email))

    def organisations(self) -> dict[str, str]:
        """Name by id, of all, by name."""
        with transaction(self.engine) as db:
            rows = db.execute(select(t.Organisation.id, t.Organisation.name).order_by(t.Organisation.name))
            return {row.id: row.name for row in rows}

    def use_link(self, token: str) -> bool:
        """True the first time a one-time link is used, False ever after."""
        digest = _digest(token)
        try:
            with transaction(self.engine) as db:
                if db.get(t.UsedLink, digest) is not None:
                    return False
                db.add(t.UsedLink(digest=digest))
            return True
        except IntegrityError:
            return False

    def link_was_used(self, token: str) -> bool:
        """Whether it was; asking uses nothing up."""
        with transaction(self.engine) as db:
            return db.get(t.UsedLink, _digest(token)) is not None


def refuse_real(db: Db, session: SessionRecord) -> None:
    """An organisation of test data has no session with real people. Raises ValueError."""
    place = db.get(t.Organisation, session.organisation)
    if place is not None and place.test and not session.rehearsal:
        raise ValueError("an organisation of test data has no real session")


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
