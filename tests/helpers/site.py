"""A whole workshop within the test's own process, for tests of its pages: two organisations, and everybody in them."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.helpers.reading import released as release_read
from tests.helpers.rooms import Room
from workshop.app import Workshop, create_app
from workshop.record.passwords import hash_password
from workshop.record.tables import random_key
from workshop.service.context import Context
from workshop.service.finish import end_session
from workshop.service.join import Joined, join
from workshop.service.ports import Member
from workshop.service.sessions import create_session
from workshop.settings import Settings
from workshop.web.cookies import make_link

META = re.compile(r'<meta name="csrf-token" content="([^"]+)"')
PASSWORD = "correct horse battery"
SECRET = "a secret of the tests that is long enough"


@dataclass
class Person:
    """One browser."""

    client: FlaskClient
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **more: Any) -> TestResponse:
        """As a link would."""
        return self.client.get(path, **more)

    def post(self, path: str, body: Any = None, **more: Any) -> TestResponse:
        """As our own scripts do: JSON, with the page's token."""
        given = {"X-CSRF-Token": self.csrf(), **more.pop("headers", {})}
        return self.client.post(path, json={} if body is None else body, headers=given, **more)

    def csrf(self) -> str:
        """The token of the page that anybody may open."""
        found = META.search(self.client.get("/privacy").text)
        assert found, "the page has no token"
        return found.group(1)


class Site:
    """The app with its context, and ways to be somebody."""

    def __init__(self, data: Path, redis_url: str, **settings: str) -> None:
        self.settings = Settings.from_environ({"WORKSHOP_DATA_DIR": str(data), **settings})
        self.workshop: Workshop = create_app(self.settings, redis_url, SECRET)
        self.app: Flask = self.workshop.app
        self.context: Context = self.workshop.context
        # Through HTTPS where cookies are Secure: the test's client keeps none of those over plain HTTP.
        self._base = "https://localhost" if self.settings.cookie_secure else "http://localhost"

    def visitor(self, address: str = "192.0.2.7") -> Person:
        """A browser without anything, at this address."""
        client = self.app.test_client()
        client.environ_base["REMOTE_ADDR"] = address
        opened = client.open

        def open_here(*args: Any, **more: Any) -> TestResponse:
            if "base_url" not in more:
                more["base_url"] = self._base
            return opened(*args, **more)

        client.open = open_here  # type: ignore[method-assign]
        return Person(client)

    def member(self, email: str, organisation: str, *roles: str, password: str | None = None) -> Member:
        """An account."""
        hashed = hash_password(password) if password else None
        return self.context.record.add_member(email, hashed, organisation, frozenset(roles))

    def signed_in(self, member: Member) -> Person:
        """A browser in which this account is signed in."""
        person = self.visitor()
        with self.app.app_context():
            user = self.app.extensions["users"].find_user(id=member.user)
        with person.client.session_transaction() as kept:
            kept["_user_id"], kept["_fresh"], kept["sign_in"] = user.fs_uniquifier, True, random_key()
        return person

    def with_pass(self, session: str, kind: str) -> Person:
        """A browser that opened a pass's link."""
        person = self.visitor()
        with self.app.test_request_context():
            value = make_link(session, kind, self.links(session))
        assert person.get(f"/pass/{value}").status_code == 303
        return person

    def links(self, session: str) -> str:
        """What passes to a session have to name now."""
        record = self.context.record.session(session)
        assert record
        return record.links

    def delegate(self, session: str) -> Person:
        """A phone that has taken a seat."""
        person = self.visitor()
        assert person.post("/join", {"code": self.code(session)}).json["ok"]
        return person

    def seat(self, session: str) -> str:
        """The token of a new seat, for tests below the pages."""
        joined = join(self.context, self.code(session), "")
        assert isinstance(joined, Joined)
        return joined.token

    def session(self, owner: Member, title: str = "", k: int = 5) -> str:
        """A running session of the shipped group chat."""
        scenario = self.context.scenarios.get("group-chat")
        return create_session(
            self.context, owner.user, owner.organisation, scenario.id, scenario.agendas[0].id, k, title
        )

    def ended(self, owner: Member, released: bool = True) -> tuple[str, str]:
        """A session that has ended, and its release ("" when it was not released)."""
        session = self.session(owner, "An ended session")
        end_session(self.context, session)
        return session, release_read(self.context, session).id if released else ""

    def worked(self, owner: Member, people: int, title: str) -> str:
        """The release of a session in which so many placed one card."""
        room = Room(self.context, self.session(owner, title))
        room.join(people)
        round_id = room.open_board()
        room.everybody_places(round_id, ["expected", "abusive"] * (people // 2), card="c01")
        room.facilitate("board.reveal", round=round_id)
        room.facilitate("session.end")
        return release_read(self.context, room.id).id

    def code(self, session: str) -> str:
        """Its join code."""
        return self.context.live.head(session).code
