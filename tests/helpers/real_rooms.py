"""A context on a real Valkey and a real SQLite file, with one session of the small test case in it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import redis

from tests.helpers.case import OneCase
from tests.helpers.openly import open_phase
from workshop.activities.base import Refused
from workshop.live.store import RedisStore
from workshop.record.engine import make_engine
from workshop.record.migrate import upgrade
from workshop.record.repository import SqlRecord
from workshop.service.context import Context
from workshop.service.join import Joined, join
from workshop.service.perform import Done, Sender, perform
from workshop.service.sessions import create_session
from workshop.settings import Settings
from workshop.words import Words

OPERATIONS = count(1)
SECRET = b"s" * 32


@dataclass
class Room:
    """One session: its context, its id, and what people do in it."""

    context: Context
    session: str

    @property
    def code(self) -> str:
        """Its join code."""
        return self.context.live.head(self.session, fresh=True).code

    def seat(self) -> str:
        """A new delegate's token."""
        joined = join(self.context, self.code)
        assert isinstance(joined, Joined)
        return joined.token

    def does(self, name: str, body: dict[str, Any], token: str = "", operation: str = "") -> Done | Refused:
        """One command, of a delegate when a token is given, else of the facilitator."""
        sender = Sender("delegate", token) if token else Sender("facilitator")
        return perform(self.context, self.session, sender, name, body, operation or f"operation-{next(OPERATIONS):024}")

    def must(self, name: str, body: dict[str, Any], token: str = "") -> Done:
        """The same, which has to be done."""
        done = self.does(name, body, token)
        assert isinstance(done, Done), done
        return done

    def go(self, activity: str, number: int = 0, silent: bool = False) -> None:
        """To the step of this activity; the `number`th when there are several.

        In an explanation phones may write openly, unless it is `silent`.
        """
        steps = [s.id for s in self.context.live.head(self.session).steps if s.activity == activity]
        self.must("session.go", {"step": steps[number]})
        if not silent and (phase := open_phase(self.context.live.head(self.session))):
            self.must("formulation.phase", {"phase": phase})

    def open_board(self) -> str:
        """To the first placing of the case's cards, opened; the round's id."""
        self.go("board", 1)
        self.must("board.open", {})
        return next(reversed(self.context.live.head(self.session, fresh=True).rounds))

    def place(self, token: str, round_id: str, card: str = "c1", stage: str | None = "abusive") -> Done | Refused:
        """One placement."""
        body = {"round": round_id, "card": card, "stage": stage, "missing": [], "reasons": [], "certainty": None}
        return self.does("board.place", body, token)


def make_context(client: redis.Redis, data: Path, live: Any = None, record: Any = None) -> Context:
    """All real, but what a test gives instead."""
    engine = make_engine(f"sqlite:///{data}/workshop.sqlite3")
    upgrade(engine)
    return Context(
        settings=Settings.from_environ({"WORKSHOP_DATA_DIR": str(data)}),
        live=live or RedisStore(client, SECRET),
        record=record or SqlRecord(engine),
        scenarios=OneCase(),
        secret=SECRET,
        words=Words.of("en"),
    )


def make_room(context: Context, k: int = 5) -> Room:
    """A session of the test case."""
    owner = context.record.add_member("owner@example.org", None, "One", frozenset({"facilitator"}))
    return Room(context, create_session(context, owner.user, owner.organisation, "test-case", "all", k))
