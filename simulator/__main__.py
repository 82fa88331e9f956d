"""bin/simulate: seed after seed; ends with 1 and the shortest schedule that fails when something is wrong."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import time
from pathlib import Path

from simulator.pages import Engine, bundle
from simulator.run import Simulator
from simulator.schedule import drawn

OUT = Path("build/simulator")
BATCH = 500
"""Schedules in one process: what simulations leave behind (10,000 of them 4 GB) goes with it."""


def main() -> int:
    """The exit code."""
    asked = _arguments()
    script = bundle(OUT / "phones.js")
    if asked.seed is not None:
        return _explain(script, asked.seed)
    began, bad, seed, end = time.monotonic(), list[int](), asked.start - 1, asked.start + asked.seeds
    with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as fresh:
        while seed + 1 < end and len(bad) < asked.most:
            batch = (seed + 1, min(end, seed + 1 + BATCH), asked.most - len(bad))
            seed, found = fresh.apply(_batch, (script, *batch))
            bad += found
            print(f"{seed + 1 - asked.start} schedules, {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    done = seed + 1 - asked.start
    print(f"{done} schedules, {len(bad)} at fault, {time.monotonic() - began:.0f} s")
    if asked.json:
        asked.json.write_text(json.dumps({"schedules": done, "start": asked.start, "bad": bad}))
    return _explain(script, bad[0]) if bad else 0


def _batch(script: str, start: int, end: int, most: int) -> tuple[int, list[int]]:
    """(The last seed that was run, those at fault): from `start`, before `end`, until so many are at fault."""
    simulator, bad, seed = Simulator(Engine(script)), list[int](), start
    for seed in range(start, end):
        if faults := simulator.run(drawn(seed)):
            bad.append(seed)
            print(f"seed {seed}: {'; '.join(faults)}", flush=True)
        if len(bad) >= most:
            break
    return seed, bad


def _explain(script: str, seed: int) -> int:
    """One seed again, and as short as it can be made."""
    simulator, plan = Simulator(Engine(script)), drawn(seed)
    faults = simulator.run(plan)
    if not faults:
        print(f"{plan}\nall is as it must be")
        return 0
    shortest = simulator.shortest(plan)
    print("\n".join([str(shortest), *(f"  → {fault}" for fault in simulator.run(shortest))]))
    return 1


def _arguments() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="bin/simulate", description=__doc__)
    asked.add_argument("--seeds", type=int, default=1000, help="how many schedules")
    asked.add_argument("--start", type=int, default=0, help="the first seed")
    asked.add_argument("--most", type=int, default=5, help="faults after which it is enough")
    asked.add_argument("--seed", type=int, help="this one alone, as short as it fails")
    asked.add_argument("--json", type=Path, help="where to write how many there were")
    return asked.parse_args()


if __name__ == "__main__":
    sys.exit(main())
