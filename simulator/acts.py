"""What each act of a schedule does to the world."""

from __future__ import annotations

import random
from typing import Any

from simulator.lines import WEATHERS
from simulator.schedule import DESK, PHONES, Act
from simulator.schedule import WEATHERS as NAMES


class Acts:
    """`world` is the simulation."""

    def __init__(self, world: Any) -> None:
        self._world = world

    def do(self, act: Act) -> None:
        """It happens now."""
        getattr(self, "_" + act.what.replace(" ", "_"))(*act.how)

    # ------------------------------------------------------------ people

    def _tap(self, phone: int, card: int, stage: int) -> None:
        self._world.pages.enter(phone, "tap", card, stage)

    def _leave(self, phone: int) -> None:
        self._world.pages.enter(phone, "leave")

    def _pass(self, phone: int, card: int) -> None:
        self._world.pages.enter(phone, "pass", card)

    def _everybody(self, number: int) -> None:
        chance = random.Random(number)
        for phone in PHONES:
            for card in range(2):
                self._tap(phone, card, chance.randrange(6))
            self._leave(phone)

    def _close(self) -> None:
        self._of_the_round("board.close")

    def _reveal(self) -> None:
        self._of_the_round("board.reveal")

    def _again(self) -> None:
        self._of_the_round("board.again")

    def _of_the_round(self, name: str) -> None:
        if here := self._round():
            self._post(name, {"round": here["id"]})

    def _reopen(self, cards: int) -> None:
        names = [name for at, name in enumerate(("c1", "c2")) if cards & 1 << at]
        self._post("board.reopen", {"cards": names, "cause": "discussion"})

    def _post(self, name: str, body: dict[str, Any]) -> None:
        self._world.history.asking += 1
        self._world.pages.enter(DESK, "post", name, body)

    def _round(self) -> dict[str, Any] | None:
        board = (self._world.pages.look(DESK, "parts") or {}).get("board")
        return board["round"] if board and board["round"] and board["round"]["id"] else None

    # ------------------------------------------------------------ what goes wrong

    def _weather(self, which: int) -> None:
        self._world.lines.weather = WEATHERS[NAMES[which]]

    def _cut(self, who: int) -> None:
        for line in self._world.lines.of(who):
            self._world.lines.cut(line)

    def _reload(self, phone: int) -> None:
        self._away(phone)
        self._world.open(phone)

    def _off(self, phone: int, seconds: int) -> None:
        self._away(phone)
        self._world.loop.later(seconds, lambda: self._back(phone))

    def _away(self, phone: int) -> None:
        world = self._world
        world.lines.disturb(phone)
        for line in world.lines.of(phone):
            line.here = False
            world.lines.cut(line)
        world.pages.enter(phone, "shut")

    def _back(self, phone: int) -> None:
        self._world.lines.disturb(phone)
        if self._world.pages.look(phone, "busy")["state"] == "off":  # else it was away twice, and is back already
            self._world.open(phone)

    def _kill(self, worker: int, calls: int, after: int) -> None:
        self._world.dies[worker] = ("store", calls, after)

    def _kill_at_the_record(self, worker: int, calls: int, after: int) -> None:
        self._world.dies[worker] = ("record", calls, after)

    def _store_call_fails(self, calls: int, after: int) -> None:
        self._world.fails.append((calls + 1, after))

    def _record_away(self, calls: int) -> None:
        self._world.record_away = calls

    def _store_away(self, seconds: int) -> None:
        store = self._world.store
        store.up = False
        self._world.disturb_all()

        def back() -> None:
            store.up = True
            self._world.disturb_all()

        self._world.loop.later(seconds, back)

    def _store_started_again(self) -> None:
        self._world.store.started_again()

    def _power_cut(self, tenths: int) -> None:
        log = self._world.store.saved()

        def cut() -> None:
            self._world.lost()
            self._world.store.started_again(log)

        self._world.loop.later(tenths / 10, cut)

    def _store_emptied(self) -> None:
        self._world.lost()
        self._world.store.emptied()
