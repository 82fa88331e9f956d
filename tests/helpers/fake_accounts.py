"""Of the record in memory: organisations, accounts and what each may do where."""

from __future__ import annotations

from typing import Any

from workshop.service.context import new_id
from workshop.service.ports import ROLES, Member


class FakeAccounts:
    """Mixed into FakeRecord."""

    shelves: Any

    def add_member(self, email: str, password_hash: str | None, organisation: str, roles: frozenset[str]) -> Member:
        if not roles or roles - set(ROLES):
            raise ValueError("no such role")
        if email not in self.shelves.users:
            self.shelves.users[email], self.shelves.passwords[email] = new_id(), password_hash
        place = self.shelves.organisations.setdefault(organisation, new_id())
        self.shelves.roles.setdefault((email, organisation), set()).update(roles)
        return Member(self.shelves.users[email], email, place, organisation, roles)

    def add_test_organisation(self, name: str) -> str:
        if name in self.shelves.organisations:
            raise ValueError("taken")
        place = self.shelves.organisations[name] = new_id()
        self.shelves.tests.add(place)
        return place

    def is_test(self, organisation: str) -> bool:
        return organisation in self.shelves.tests

    def set_password(self, email: str, password_hash: str) -> bool:
        if email in self.shelves.users:
            self.shelves.passwords[email] = password_hash
        return email in self.shelves.users

    def memberships(self, user: str) -> list[Member]:
        return [m for m in self.members() if m.user == user]

    def members(self) -> list[Member]:
        s = self.shelves
        found = [
            Member(s.users[e], e, s.organisations[o], o, frozenset(r), self.is_test(s.organisations[o]))
            for (e, o), r in s.roles.items()
        ]
        return sorted(found, key=lambda m: (m.organisation_name, m.email))

    def use_link(self, token: str) -> bool:
        fresh = token not in self.shelves.links
        self.shelves.links.add(token)
        return fresh

    def link_was_used(self, token: str) -> bool:
        return token in self.shelves.links
