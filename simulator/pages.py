"""Everybody's pages, in one JavaScript engine beside the workers: static/src as it is, bundled by simulator/bundle.mjs.

A page does something when it is told to (a tap, a packet, a line that ends, a timer that is due); what it says then
goes to the lines and to the history.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import orjson
import quickjs

ROOT = Path(__file__).parent.parent
NODE = ROOT / ".venv/node/node"


def bundle(out: Path, faults: tuple[str, ...] = ()) -> str:
    """The script of all pages. `faults`: file, what stands there once, what is to stand there instead, …"""
    out.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([NODE, "simulator/bundle.mjs", out, *faults], cwd=ROOT, check=True, capture_output=True)
    return out.read_text()


class Engine:
    """A script that has been read, for any number of simulations one after the other."""

    def __init__(self, script: str) -> None:
        self._context = quickjs.Context()
        self._context.eval(script)
        self._enter, self._take, self._look = (self._context.get(n) for n in ("enter", "take", "look"))

    def enter(self, who: int, now: int, what: str, *given: Any) -> tuple[int, list[list[Any]]]:
        """Something happens at a page, at this ms; (when its next timer is due in ms or -1, what pages said)."""
        self._enter(who, now, what, orjson.dumps(given).decode())
        while self._context.execute_pending_job():
            pass
        due, said = orjson.loads(self._take())
        return due, said

    def look(self, who: int, what: str) -> Any:
        """`parts`: what a page knows of the room; `busy`: whether it has something to send."""
        return json.loads(self._look(who, what))


class Pages:
    """All pages of one simulation. `world` is that."""

    def __init__(self, world: Any, engine: Engine, seed: int, k: int) -> None:
        self._world, self._engine = world, engine
        self._due = -1
        engine.enter(-1, 0, "begin", seed, k)

    def enter(self, who: int, what: str, *given: Any) -> None:
        """Something happens at a page."""
        self._due, said = self._engine.enter(who, self._now(), what, *given)
        self._pass_on(said)

    def due(self) -> float | None:
        """When a timer of a page is due next, in seconds."""
        return None if self._due < 0 else self._due / 1000

    def fire(self) -> None:
        """The timer that is due."""
        self._due, said = self._engine.enter(-1, self._now(), "fire")
        self._pass_on(said)

    def look(self, who: int, what: str) -> Any:
        return self._engine.look(who, what)

    def _now(self) -> int:
        return int(self._world.loop.now * 1000 + 1e-6)

    def _pass_on(self, said: list[list[Any]]) -> None:
        for what, *given in said:
            getattr(self, f"_{what}")(*given)

    def _open(self, who: int, line: str, namespace: str, auth: object, way: str) -> None:
        self._world.lines.open(who, line, namespace, auth)

    def _up(self, line: str, packet: str) -> None:
        self._world.lines.up(line, packet)

    def _close(self, line: str) -> None:
        self._world.lines.close(line)

    def _settled(self, who: int, operation: str, ok: bool) -> None:
        self._world.history.settled(operation, ok)

    def _answered(self, who: int, what: str, body: dict[str, Any], ack: dict[str, Any]) -> None:
        self._world.history.desk_was_told(what, body, ack)

    def _told(self, who: int, what: str) -> None:
        self._world.fault(f"told under k to {who}: {what}")
