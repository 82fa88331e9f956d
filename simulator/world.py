"""A simulation: people, workers, a store, a record and a network, from the beginning to when all has come to rest."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import redis
from greenlet import getcurrent

from simulator import schedule
from simulator.acts import Acts
from simulator.beginning import K
from simulator.history import Closing, History
from simulator.lines import FINE, Lines
from simulator.loop import BEGAN, Killed, Loop, Task
from simulator.pages import Engine, Pages
from simulator.record import Away, Shelves
from simulator.schedule import DESK, PHONES, SCREEN, WORKERS, Schedule
from simulator.store import Store
from simulator.worker import Worker
from workshop.activities.codec import head_from_json
from workshop.domain.live import Head, Round
from workshop.live import keys

KINDS = {**dict.fromkeys(PHONES, "phone"), DESK: "desk", SCREEN: "screen"}
CALL = 0.012
"""Seconds that a store or the record takes at the most, there and back each."""
MOST = 120.0
"""Seconds in which all must have come to rest after the last act."""
LAST_FRAMES = 3.5
"""Seconds within which everybody has seen what moved last; progress is told every two seconds."""
NOTICED = 3.0
"""Seconds after a loss in which nobody need have noticed it yet, or phones send again."""
CALM_BEFORE = 12.0
"""Seconds before a loss in which nothing may have happened to a phone of which we say that it was there."""


class World:
    """One of them. `loop` has its time; everything else is made in it."""

    def __init__(self, plan: Schedule, loop: Loop, store: Store, engine: Engine) -> None:
        self.plan, self.loop, self.store = plan, loop, store
        self.chance = random.Random(plan.seed)
        store.point, store.told = self.store_point, self._published
        self.phones, self.kinds = PHONES, KINDS
        self.faults: list[str] = []
        self.history = History(self)
        self.lines = Lines(self, random.Random(plan.seed + 1))
        self.pages = Pages(self, engine, plan.seed, K)
        self.workers: list[Worker] = []
        self.shelves, self.session, self.tokens, self.comes = Shelves(), "", dict[int, str](), ""
        self.dies: dict[int, tuple[str, int, int]] = {}
        """Worker → (at the store or the record, calls until then, whether after the call)."""
        self.fails: list[tuple[int, int]] = []
        self.record_away = 0
        self.lost_at = -1.0
        self._raw: Any = None
        self.head: Head | None = None

    def fault(self, what: str) -> None:
        """Something that must not be."""
        if what not in self.faults:
            self.faults.append(what)

    def clock(self) -> float:
        """What a worker's context is given for the time."""
        return BEGAN + self.loop.now

    # ------------------------------------------------------------ a whole simulation

    def run(self, shelves: Shelves, session: str, tokens: dict[int, str]) -> list[str]:
        """What cannot be, in sentences; nothing when all is as it must be."""
        self.shelves, self.session, self.tokens = shelves, session, tokens
        acts = Acts(self)
        self.workers = [self.starts(number) for number in range(WORKERS)]
        for who in KINDS:
            self.open(who)
        self.until(1.0)
        for act in self.plan.acts:
            self.until(self.loop.now + act.wait)
            acts.do(act)
        self._rest()
        self._count_what_is_open()
        for end in ("reveal", "close"):
            if any(r.state == "open" for r in self._rounds()):
                acts.do(schedule.Act(0.0, end))
                self._rest()
        self.until(self.loop.now + LAST_FRAMES)
        return self.faults

    def open(self, who: int) -> None:
        """Somebody's page."""
        self.pages.enter(who, "open", KINDS[who], self.session)

    def starts(self, number: int) -> Worker:
        """A worker's process."""
        worker = Worker(self, number)
        self.loop.spawn(worker.begin, owner=worker)
        return worker

    def kill(self, worker: Worker) -> None:
        """Its process; another one is started soon."""
        if worker.dead:
            return
        worker.dead = True
        self.dies.pop(worker.number, None)
        self.lines.died(worker)

        def again() -> None:
            self.workers[worker.number] = self.starts(worker.number)

        self.loop.later(self.chance.uniform(0.2, 2.0), again)

    def lost(self) -> None:
        """The store has lost something: phones that are there send it again."""
        self.lost_at = self.loop.now

    def disturb_all(self) -> None:
        """Something happened to everybody."""
        for phone in PHONES:
            self.lines.disturb(phone)

    # ------------------------------------------------------------ what happens at each call

    def store_point(self, worker: Worker, side: str) -> None:
        """Before and after each call of the store."""
        if not isinstance(getcurrent(), Task):
            return
        self._may_die(worker, "store", side)
        self.loop.sleep(self.chance.uniform(0.0, CALL))
        left = [(n - (side == "before"), after) for n, after in self.fails]
        self.fails = [(n, after) for n, after in left if n > 0 or after != (side == "after")]
        if len(self.fails) < len(left):
            self.disturb_all()
            raise redis.ConnectionError("lost")

    def record_point(self, worker: Worker, side: str) -> None:
        """Before and after each call of the record."""
        if not isinstance(getcurrent(), Task):
            return
        self._may_die(worker, "record", side)
        self.loop.sleep(self.chance.uniform(0.0, CALL))
        if side == "before" and self.record_away:
            self.record_away -= 1
            self.disturb_all()
            raise Away

    def _may_die(self, worker: Worker, where: str, side: str) -> None:
        place, left, after = self.dies.get(worker.number, ("", 0, 0))
        if place != where or worker.dead:
            return
        left -= side == "before"
        self.dies[worker.number] = (place, left, after)
        if left < 0 and after == (side == "after"):
            self.kill(worker)
            raise Killed

    # ------------------------------------------------------------ time

    def until(self, moment: float, over: Callable[[], bool] = lambda: False) -> None:
        """Do what is due until then, or until it is over."""
        while not over():
            mine, theirs = self.loop.due(), self.pages.due()
            nearest = min(due for due in (mine, theirs, moment) if due is not None)
            if nearest >= moment:
                break
            if theirs is not None and theirs == nearest:
                self.loop.now = max(self.loop.now, theirs)
                self.pages.fire()
            else:
                self.loop.step()
                self._look()
        self.loop.now = max(self.loop.now, moment) if not over() else self.loop.now

    def _rest(self) -> None:
        """The weather is fine, everything is up, and all comes to rest; else it is stuck."""
        self.lines.weather, self.store.up, self.record_away = FINE, True, 0
        self.dies.clear()
        self.fails.clear()
        self.until(self.loop.now + 1.0)
        self.until(max(self.loop.now, self.lost_at + NOTICED))
        end = self.loop.now + MOST
        while self.loop.now < end:
            self.until(self.loop.now + 0.5)
            if self._is_at_rest():
                break
        else:
            self.fault(f"stuck: {self._busy()}, rounds {[(r.id, r.state) for r in self._rounds()]}")

    def _busy(self) -> dict[int, Any]:
        found = {who: self.pages.look(who, "busy") for who in KINDS}
        return {who: b for who, b in found.items() if b["waiting"] or b["running"] or b["state"] != "online"}

    def _is_at_rest(self) -> bool:
        if any(w.dead for w in self.workers) or not self.lines.quiet() or self.history.asking:
            return False
        return not any(r.state == "closing" for r in self._rounds()) and not self._busy()

    # ------------------------------------------------------------ what the room is at

    def _rounds(self) -> list[Round]:
        return list(self.head.rounds.values()) if self.head else []

    def is_open(self, round_id: str) -> bool:
        """Whether a round is open in the live store now."""
        self._look()
        return any(r.id == round_id and r.state == "open" for r in self._rounds())

    def _look(self) -> None:
        raw = self.store.value(keys.key(self.session, "head"))
        if raw is None or raw is self._raw:
            return
        self._raw, before = raw, self.head
        self.head = head_from_json(raw)
        for found in self.head.rounds.values():
            was = before.rounds.get(found.id) if before else None
            if was is None or was.state != found.state:
                self._moved(found)

    def _moved(self, found: Round) -> None:
        """A round's state has changed."""
        closings = self.history.closings
        if found.state == "open":
            closings.pop(found.id, None)
        elif found.state == "closing":
            again = {card: stood for card, (stood, _) in found.again.items()}
            closings.setdefault(found.id, Closing(self.loop.now, self.store.losses, again, self._calm()))
        elif found.id in closings and found.quorum and not closings[found.id].counted:
            closings[found.id].counted = self._counted(found)

    def _calm(self) -> frozenset[int]:
        since = self.lost_at - CALM_BEFORE
        return frozenset(p for p in PHONES if self.lines.disturbed.get(p, -1e9) < since)

    def _count_what_is_open(self) -> None:
        """Also a round that too few have finished, of which nothing is told, has everything that was acknowledged."""
        for found in [r for r in self._rounds() if r.state == "open"]:
            sheets = self.store.fields(keys.collection(self.session, f"placements.{found.id}")).values()
            counted = {
                card: Counter(s[card]["stage"] for s in sheets if card in s and not s[card]["skipped"])
                for card in found.cards
                if card not in found.again
            }
            closing = Closing(self.loop.now, self.store.losses, {}, self._calm(), counted)
            for fault in self.history.faults({found.id: closing}):
                self.fault(f"still open: {fault}")

    def _counted(self, found: Round) -> dict[str, Counter[str | None]]:
        """Card → place → how many, as the tally left it."""
        name = keys.collection(self.session, "standing")
        standing = self.store.fields(name)
        unseen = self.store.fields(keys.collection(self.session, "unseen")).get(found.id, {})
        stages = [*self.stages, None]
        piles = {card: {**standing, **unseen}.get(card) for card in found.cards}
        return {
            card: Counter(dict(zip(stages, pile["piles"], strict=True)))
            for card, pile in piles.items()
            if pile is not None and pile["round"] == found.id
        }

    stages: tuple[str, ...] = ()

    def _published(self, message: str) -> None:
        session, _, revision = message.partition(" ")
        for worker in [w for w in self.workers if not w.dead]:
            if self.chance.random() < 0.9:
                self.loop.later(self.chance.uniform(0, CALL), lambda w=worker: w.hub.revised(session, int(revision)))
