"""A context on fakes (or on what a test brings), a session in it, and people who do things in it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from tests.helpers.case import OneCase
from tests.helpers.fake_record import FakeRecord
from tests.helpers.fakes import FakeLive, Process
from tests.helpers.openly import open_phase, with_key
from workshop.activities.base import Refused, SliceRef
from workshop.domain.live import Head
from workshop.service.context import Context, new_id
from workshop.service.join import Joined, join, take_back
from workshop.service.perform import Done, Sender, perform
from workshop.service.ports import Unavailable, UnknownSession
from workshop.service.seats import seat_ref
from workshop.service.sessions import create_session
from workshop.settings import Settings
from workshop.words import Words

FACILITATOR = Sender("facilitator")
TOKENS = tuple(f"{'token-of-phone-' + str(n):_<43}" for n in range(30))


def a_context(live=None, record=None, **other) -> Context:
    """A context on fakes, unless the test brings something real."""
    return Context(
        settings=Settings.from_environ({}),
        live=live or FakeLive(),
        record=record or FakeRecord(),
        scenarios=OneCase(),
        secret=b"s" * 32,
        words=Words.of("en"),
        **other,
    )


def is_seated(context: Context, session: str, token: str) -> bool:
    """Whether this token holds a seat there."""
    head = context.live.head(session, fresh=True)
    ref = seat_ref(context.live.seat(session, token))
    return ref.key != "" and context.live.load(head, (ref,), all_counts=False).slices[ref] is not None


@dataclass
class Room:
    """One session as a test drives it. Every command goes through `perform`, as from a socket."""

    context: Context
    id: str
    seated: set[str] = field(default_factory=set)
    """Phones that have opened a socket here, and so have been given their seat."""

    @property
    def head(self) -> Head:
        return self.context.live.head(self.id, fresh=True)

    def facilitate(self, name: str, **body: object) -> Done | Refused:
        return perform(self.context, self.id, FACILITATOR, name, body, new_id())

    def delegate(self, token: str, name: str, operation: str = "", **body: object) -> Done | Refused:
        """A phone that was not here yet gets its seat as by opening a socket. All have one key for all notes."""
        body = with_key(name, body)
        if token not in self.seated:
            self.seated.add(token)
            with suppress(Unavailable, UnknownSession):
                take_back(self.context, self.id, token)
        return perform(self.context, self.id, Sender("delegate", token), name, body, operation or new_id())

    def go(self, activity: str, number: int = 0) -> None:
        """To the first (or another) step with this activity; an explanation to where phones write openly."""
        step = [s for s in self.head.steps if s.activity == activity][number]
        assert isinstance(self.facilitate("session.go", step=step.id), Done)
        phase = open_phase(self.head)
        if isinstance(self.context.live, FakeLive):
            room = self.context.live.room(self.id)
            room.head = replace(room.head, phase=phase)
        elif phase:
            assert isinstance(self.facilitate("formulation.phase", phase=phase), Done)

    def open_board(self, number: int = 1) -> str:
        """To a board step (0 is the warm-up), and open its round; the round's id."""
        self.go("board", number)
        assert isinstance(self.facilitate("board.open"), Done)
        found = self.head.round_here()
        assert found is not None
        return found.id

    def place(self, token: str, round_id: str, card: str, stage: str | None, **more: object) -> Done | Refused:
        return self.delegate(token, "board.place", round=round_id, card=card, stage=stage, **more)

    def everybody_places(self, round_id: str, stages: Iterable[str | None], card: str = "c1", **more: object) -> None:
        """One phone each, in the order given, which then passes over the other cards: it is done."""
        others = [c for c in self.head.rounds[round_id].cards if c != card]
        for token, stage in zip(TOKENS, stages, strict=False):
            assert isinstance(self.place(token, round_id, card, stage, **more), Done)
            for other in others:
                assert isinstance(self.delegate(token, "board.skip", round=round_id, card=other), Done)

    def join(self, many: int) -> list[str]:
        """So many phones take a seat; their tokens."""
        for token in TOKENS[:many]:
            assert isinstance(join(self.context, self.head.code, token), Joined)
        return list(TOKENS[:many])

    def collection(self, name: str) -> dict:
        """One collection as it lies in the live store."""
        return dict(self.context.live.view(self.id, lambda head: (name,)).collections[name])

    def placement(self, token: str, round_id: str) -> SliceRef:
        """Where a phone's sheet of a round lies."""
        self.context.live.head(self.id, fresh=True)
        return SliceRef(f"placements.{round_id}", self.context.live.seat(self.id, token).slot(round_id, "placements"))


def a_room(
    context: Context | None = None, k: int = 5, rehearsal: bool = False, organisation: str = "organisation-1"
) -> Room:
    """A new session with its lobby open."""
    context = context or a_context()
    made = create_session(context, "user-1", organisation, "test-case", "all", k, rehearsal=rehearsal)
    return Room(context, made)


def beside(room: Room, process: Process | None = None) -> Room:
    """The same session as another worker sees it, which may be killed at one of its steps."""
    live, record = room.context.live, room.context.record
    assert isinstance(live, FakeLive) and isinstance(record, FakeRecord)
    process = process or Process()
    return Room(a_context(live.another(process), FakeRecord(record.shelves, process)), room.id)
