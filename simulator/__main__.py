"""bin/simulate: seed after seed; ends with 1 and the shortest schedule that fails when something is wrong."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from simulator.pages import Engine, bundle
from simulator.run import Simulator
from simulator.schedule import drawn

OUT = Path("build/simulator")


def main() -> int:
    """The exit code."""
    asked = _arguments()
    simulator = Simulator(Engine(bundle(OUT / "phones.js")))
    if asked.seed is not None:
        return _explain(simulator, asked.seed)
    began, bad, seed = time.monotonic(), [], asked.start
    for seed in range(asked.start, asked.start + asked.seeds):
        if faults := simulator.run(drawn(seed)):
            bad.append(seed)
            print(f"seed {seed}: {'; '.join(faults)}", flush=True)
        if seed % 1000 == 999:
            print(f"{seed + 1 - asked.start} schedules, {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        if len(bad) >= asked.most:
            break
    done = seed + 1 - asked.start
    print(f"{done} schedules, {len(bad)} at fault, {time.monotonic() - began:.0f} s")
    if asked.json:
        asked.json.write_text(json.dumps({"schedules": done, "start": asked.start, "bad": bad}))
    return _explain(simulator, bad[0]) if bad else 0


def _explain(simulator: Simulator, seed: int) -> int:
    """One seed again, and as short as it can be made."""
    plan = drawn(seed)
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
