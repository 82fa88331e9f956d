"""The fuzzer: strange input of every kind, from a seed, against a whole workshop in this process. `bin/fuzz` starts it.

After each input: no 500 and no `failed`, nothing of it in the log, no line that says that something went wrong. Now and
then: an honest phone in another room is served as ever. At the end: every connection can be let go, and is.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import gevent

from tests.helpers.fuzz_values import CANARY, Strange
from tests.helpers.fuzz_world import World
from workshop.live.embedded import EmbeddedValkey

ROUND = 1_000
"""Inputs to one room; then there is another, from the next seed."""
MOVE = 100
"""Inputs to one step of the agenda."""
LOOK = 250
"""Inputs between two looks at the honest phone and the descriptors."""
KINDS = ("packet", "polling", "http")
MIX = (13, 4, 3)
"""How often each of the KINDS comes."""
WRONG = ("request failed", "request_failed", "command_failed", "connect_failed", "Traceback")
PROGRESS = 10_000
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""Where the data folder is: what is tried here does not lie on a disk."""
SPARE = 24
"""Descriptors and greenlets more than at the beginning that are no leak: pools of the database and of Redis."""


class Found(AssertionError):
    """A fault, with the input that shows it."""


class Fuzzer:
    """One run. `world` is a World; what is thrown in depends on the seed of the round and on the `mix` only."""

    def __init__(self, world: World, seed: int, mix: tuple[int, ...] = MIX) -> None:
        self.world, self.seed, self.mix, self.counts = world, seed, mix, Counter[str]()

    def run(self, inputs: int) -> Counter[str]:
        """So many inputs. Raises Found."""
        gevent.sleep(0.05)
        before = descriptors(), greenlets()
        for start in range(0, inputs, ROUND):
            if start and start % PROGRESS == 0:
                print(f"{start:,} inputs, no fault", flush=True)
            chance = random.Random(f"{self.seed + start // ROUND}")
            self.world.fresh()
            strange = Strange(chance, self.world.near, self.world.fitting)
            for number in range(start, min(inputs, start + ROUND)):
                self.one(chance, strange, number)
        self.settle(before)
        return self.counts

    def one(self, chance: random.Random, strange: Strange, number: int) -> None:
        """One input, and whether all is well after it."""
        world, kind = self.world, chance.choices(KINDS, self.mix)[0]
        at = f"seed {self.seed + number // ROUND}, input {number % ROUND} of its round ({kind})"
        if number % MOVE == 0:
            world.go(chance)
        if kind == "packet":
            role = chance.choice(list(world.lines))
            line = world.lines[role]
            world.renew(line)
            said = world.packet(strange, role)
            world.hear(
                line, "4" + said if chance.random() < 0.99 else chance.choice((said, said.encode("utf-8", "replace")))
            )
            for packet in world.drain(line):
                self._ack(packet, at)
            if line not in world.engine.sockets:
                self.counts["hung up on"] += 1
                world.lines[role] = world.open(
                    world.browsers[["delegate", "facilitator", "screen"].index(role) + 1], role
                )
        else:
            answer = getattr(world, kind)(strange)
            self.counts[f"{kind} {answer.status}"] += 1
            if answer.status >= 500:
                raise Found(f"{answer.status} at {at}; {world.said.getvalue()[-600:]}")
        self._log(at)
        if number % LOOK == LOOK - 1:
            gevent.sleep(0)
            if not world.works(chance):
                raise Found(f"an honest phone is not served after {at}")

    def _ack(self, packet: object, at: str) -> None:
        if isinstance(packet, str) and packet.startswith("3/"):
            ack = json.loads("[" + packet.partition("[")[2])[0]
            code = "ok" if ack["ok"] else ack["code"]
            self.counts[f"command {code}"] += 1
            if code in ("failed", "saving"):
                raise Found(f"{code} at {at}; {self.world.said.getvalue()[-600:]}")

    def _log(self, at: str) -> None:
        said = self.world.said.getvalue()
        if CANARY in said or any(word in said for word in WRONG):
            raise Found(f"the log says what it should not at {at}: {said[-1500:]}")
        if len(said) > 100_000:
            self.world.said.seek(0)
            self.world.said.truncate()

    def settle(self, before: tuple[int, int]) -> None:
        """Time passes: whoever joined nothing goes, and with them everything that was kept for them."""
        world = self.world
        for line in [*world.lines.values()]:
            world.guard._websockets.end(line)
        world.waiting._now = lambda: time.monotonic() + 3600
        world.waiting.round()
        world.waiting._now = time.monotonic
        gevent.sleep(0.3)
        self._heartbeat()
        gc.collect()
        kept = {
            "connections": sum(not s.closed for s in world.engine.sockets.values()),
            "environments": len(world.server.environ),
        }
        kept |= {"attachments": len(world.server._binary_packet), "sockets": world.site.workshop.sockets.count()}
        kept |= {
            "descriptors": max(0, descriptors() - before[0] - SPARE),
            "greenlets": max(0, greenlets() - before[1] - SPARE),
        }
        if any(kept.values()):
            raise Found(f"left behind after seed {self.seed}: {kept}")

    def _heartbeat(self) -> None:
        """The engine misses whoever joined a room by an input and has been silent since: that takes 20 s of a clock."""
        for line in [*self.world.engine.sockets.values()]:
            if not line.closed and line.last_ping:
                line.last_ping = 1.0
                line.check_ping_timeout()


def descriptors() -> int:
    """Open files and sockets of this process."""
    return len(os.listdir("/proc/self/fd"))


def greenlets() -> int:
    """Greenlets that have begun, or will, and have not ended."""
    return sum(isinstance(o, gevent.Greenlet) and not o.dead for o in gc.get_objects())


def main() -> int:
    """The command line. 0 when all is well."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--inputs", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    said = io.StringIO()
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder, EmbeddedValkey(Path(folder)) as valkey:
        began, world = time.monotonic(), World(Path(folder), valkey.url, said)
        try:
            counts = Fuzzer(world, given.seed).run(given.inputs)
        except Found as fault:
            print(f"Found: {fault}", file=sys.__stderr__)
            return 1
        finally:
            world.close()
    kinds = ", ".join(f"{name}: {many:,}" for name, many in sorted(counts.items()))
    print(f"{given.inputs:,} inputs from seed {given.seed} in {time.monotonic() - began:.0f} s, no fault. {kinds}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
