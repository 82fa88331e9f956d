"""One session of the small test case in memory: people sit down, do things, see parts. Ids count, time stands still."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count, zip_longest
from typing import Any

from tests.helpers.case import CASE, LEVELS, STAGES, OneCase
from tests.helpers.case import STEPS as CASE_STEPS
from tests.helpers.fake_record import FakeRecord
from tests.helpers.fakes import FakeLive
from tests.helpers.openly import open_phase, with_key
from tests.helpers.said import said
from workshop.activities.base import Refused, Role
from workshop.activities.registry import BY_NAME
from workshop.domain.live import Head
from workshop.domain.scenario import Scenario, StepTemplate
from workshop.service import view
from workshop.service.context import Context
from workshop.service.join import Joined, join
from workshop.service.moments import at
from workshop.service.perform import Done, Sender, perform
from workshop.service.ports import Snapshot
from workshop.service.sessions import create_session
from workshop.settings import Settings
from workshop.words import Words

ROLES: tuple[Role, ...] = ("delegate", "facilitator", "screen")
CODE = "K7M4QX"
NOW = 1_700_000_000.0
STEPS = {
    "welcome": "s1",
    "confidence": "s2",
    "warm_up": "s3",
    "board": "s4",
    "discussion": "s5",
    "break": "s6",
    "information": "s7",
    "questions": "s8",
    "formulation": "s9",
    "plan": "s10",
    "after": "s11",
    "reflection": "s12",
}
"""The steps of the test case's only agenda, by a name for each."""
MORE = f"s{len(STEPS) + 1}"
ADDED = tuple(name for name in BY_NAME if name not in {s.activity for s in CASE_STEPS})
"""Activities that the test case's agenda does not have: a table at which one is wanted has it as one step more."""
ONE_MORE = ADDED[0]
"""One of them: at a table that has it, every step of STEPS is there too."""
SECOND = "second"
"""Another such step: a first placing that asks what one would do as well."""
Parts = dict[str, Any]


def with_step(activity: str) -> Scenario:
    """The test case with a step more, after the last."""
    (agenda,) = CASE.agendas
    asks = {"round": "first", "second": "response4"}
    more = StepTemplate(activity, activity.capitalize(), 5)
    if activity == SECOND:
        more = StepTemplate("board", "What would you do?", 15, asks)
    return replace(CASE, agendas=(replace(agenda, steps=(*agenda.steps, more)),))


@dataclass
class Table:
    """Who sits here by name, and what they do: `who` "" is the facilitator.

    `also`: an activity for which the agenda has a step more, if it is one of ADDED, or SECOND; `step` brings its own.
    """

    k: int = 5
    people: int = 0
    step: str = "welcome"
    also: str = ""
    live: FakeLive = field(default_factory=FakeLive)
    record: FakeRecord = field(default_factory=FakeRecord)
    waited: float = 0.0
    tokens: dict[str, str] = field(default_factory=dict)
    stood: dict[str, dict[tuple[str, str], str | None]] = field(default_factory=dict)
    """Where each phone stood, by round and card: its own memory."""

    def __post_init__(self) -> None:
        ids, self._operations = count(1), count(1)
        added = self.also or self.step
        self.context = Context(
            settings=Settings.from_environ({}),
            live=self.live,
            record=self.record,
            scenarios=OneCase(with_step(added) if added in (*ADDED, SECOND) else CASE),
            secret=b"s" * 32,
            words=Words.of("en"),
            new_id=lambda: f"id{next(ids):03}",
            now=lambda: NOW + self.waited,
        )
        self.session = create_session(self.context, "owner", "organisation", "test-case", "all", self.k)
        room = self.live.room(self.session)
        room.head = replace(room.head, code=CODE)
        self.live.shared.codes[CODE] = self.session
        for n in range(1, self.people + 1):
            self.sit(f"d{n}")
        if self.step != "welcome":
            self.go(self.step)

    # ------------------------------------------------------------ doing

    def sit(self, name: str) -> str:
        """One more person; the token that stays on the phone."""
        joined = join(self.context, self.head.code)
        assert isinstance(joined, Joined), joined
        self.tokens[name] = joined.token
        return joined.token

    def does(self, name: str, body: Any, who: str = "") -> Done | Refused:
        """One command. Phones have one key for all notes, so that each may write over any."""
        body = with_key(name, body) if who else body
        sender = Sender("delegate", self.tokens[who]) if who else Sender("facilitator")
        return perform(self.context, self.session, sender, name, body, f"operation-{next(self._operations):024}")

    def must(self, name: str, body: Any, who: str = "") -> Done:
        """One command that has to be done."""
        done = self.does(name, body, who)
        assert isinstance(done, Done), done
        return done

    def refused(self, name: str, body: Any, who: str = "") -> str:
        """One command that has to be refused, and changes nothing; its code."""
        before = self.everything
        refused = self.does(name, body, who)
        assert isinstance(refused, Refused), refused
        assert self.everything == before, "a refused command has changed something"
        assert said(refused).endswith(".") and len(said(refused)) > 10
        return refused.code

    def later(self, seconds: float) -> None:
        """Time goes by."""
        self.waited += seconds

    def go(self, step: str) -> None:
        """To a step, by its name in STEPS; or to the one that was added. In an explanation phones may write openly."""
        self.must("session.go", {"step": STEPS.get(step, MORE)})
        room = self.live.room(self.session)
        room.head = replace(room.head, phase=open_phase(self.head))

    def moment(self, *what: str) -> None:
        """A fixed moment of the clock, of the named kind (or of all kinds): counts, support, questions."""
        for name, due in at().items():
            if name in (what or at()) and (not due.where or self.head.step.activity in due.where):
                due.act(self.context, self.session)
        self.live.shared.leases.clear()

    def asked(self, *texts: str) -> None:
        """Everybody is asked; the first ones ask these, the others have nothing to ask, and the facilitator gathers."""
        for who, text in zip_longest(self.tokens, texts, fillvalue=""):
            self.must("questions.ask", {"text": text}, who)
        self.moment("counts")
        self.must("questions.gather", {})

    def all_place(self, round_id: str, stages: dict[str, list[str | None]], **more: Any) -> None:
        """d1, d2… place a card each on the stages that are listed for it, and pass over the others: they are done."""
        for card, placed in stages.items():
            for n, stage in enumerate(placed, 1):
                self.must("board.place", self.placing(round_id, card, stage, f"d{n}", **more), f"d{n}")
        for n in range(1, max(map(len, stages.values()), default=0) + 1):
            self.finish(round_id, f"d{n}")

    def placing(self, round_id: str, card: str, stage: str | None, who: str, **more: Any) -> dict[str, Any]:
        """What this phone sends: of a card that it placed before, with where it stood and which way it moved."""
        again, stood = self.head.rounds[round_id].again.get(card), self.stood.setdefault(who, {})
        stood[round_id, card] = stage
        body = {"round": round_id, "card": card, "stage": stage, **more}
        if again is None:
            return body
        earlier, told = stood[again[0], card], stood[again[1], card]
        return {**body, "earlier": earlier, "direction": self.direction(told, stage)}

    def direction(self, told: str | None, now: str | None) -> str:
        """Which way it is from one place to the other."""
        if told == now:
            return "same"
        if told is None or now is None:
            return "from_unsure" if told is None else "to_unsure"
        order = [*STAGES, *LEVELS]
        return "harmful" if order.index(now) > order.index(told) else "typical"

    def finish(self, round_id: str, who: str) -> None:
        """This phone passes over whatever it has not answered yet."""
        answered = self.own(who).get("own_board", {"placements": {}})["placements"]
        for card in self.head.rounds[round_id].cards:
            if card not in answered:
                self.must("board.skip", {"round": round_id, "card": card}, who)

    def first_round(self, stages: dict[str, list[str | None]], **more: Any) -> str:
        """The first placing, opened, placed and revealed."""
        self.go("board")
        self.must("board.open", {})
        self.all_place("r1", stages, **more)
        self.must("board.reveal", {"round": "r1"})
        return "r1"

    # ------------------------------------------------------------ looking

    @property
    def head(self) -> Head:
        """The head as it is now."""
        return self.live.head(self.session, fresh=True)

    @property
    def seen(self) -> Snapshot:
        """One consistent reading."""
        return view.snapshot(self.context, self.session)

    @property
    def counts(self) -> dict[str, int]:
        """The counters that are not zero."""
        return {name: n for name, n in self.live.room(self.session).counts.items() if n}

    def collection(self, name: str) -> dict[str, Any]:
        """A collection's slices by key."""
        return dict(self.live.room(self.session).slices(name))

    @property
    def everything(self) -> Any:
        """All that is live, for comparing."""
        room = self.live.room(self.session)
        collections = {name: dict(slices) for name, slices in room.collections.items() if slices}
        return room.head, room.rev, dict(self.counts), collections, dict(room.parts)

    def parts(self, role: Role = "delegate", seen: Snapshot | None = None) -> Parts:
        """Everything that an audience has now, as the browser gets it."""
        seen = seen or self.seen
        return view.build(view.view_of(self.context, seen), view.parts_for(seen, role), role)

    def part(self, name: str, role: Role = "delegate") -> Any:
        """One part as an audience has it now."""
        return self.parts(role)[name]

    def own(self, who: str) -> Parts:
        """What one phone would get back of its own."""
        return view.own_parts(self.context, self.seen, self.tokens[who])
