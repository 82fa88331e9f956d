"""`bin/attack`: attack rooms, print a table and every hit, say whether the rules hold and the attacker is any good."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import click

from benchmarks.attack.page import markdown
from benchmarks.attack.run import whole
from benchmarks.page import put

PAGE = Path(__file__).resolve().parents[2] / "docs" / "promise.md"


@click.command()
@click.option("--rooms", default=300, show_default=True, help="Rooms under the rules as they are.")
@click.option("--first", default=0, show_default=True, help="Seed of the first room; the same seed, the same room.")
@click.option("--guess-every", default=5, show_default=True, help="Reckon the odds in one of so many rooms; 0: never.")
@click.option("--control-rooms", default=400, show_default=True, help="Rooms at most for each bad rule.")
@click.option("--use-rooms", default=200, show_default=True, help="Rooms of each size in which nobody attacks.")
@click.option("--json", "file", type=click.Path(dir_okay=False, path_type=Path), help="Write every number here.")
@click.option("--write", is_flag=True, help="Put the table into docs/promise.md.")
def main(
    rooms: int, first: int, guess_every: int, control_rooms: int, use_rooms: int, file: Path | None, write: bool
) -> None:
    """What somebody gains who sees every figure, knows who tapped when, and has up to four phones of their own."""
    began = time.process_time()
    found = whole(range(first, first + rooms), guess_every, control_rooms, use_rooms)
    for hit in found.hits + found.hits_aloud:
        print(f"room {hit.seed}: person {hit.member} after placing {hit.round} is on pile {hit.pile} ({hit.kind})")
    for hit in found.hits_second:
        print(f"room {hit.seed}: person {hit.member} would do {hit.pile}, after placing {hit.round} ({hit.kind})")
    table = markdown(found)
    print(f"\n{table}\n{time.process_time() - began:.0f} s of CPU")
    if file:
        file.write_text(json.dumps(found.as_json(), indent=1) + "\n")
    if write:
        put("attack", table, PAGE)
    if found.weak or found.rooms_with("named") or found.second_with("named"):
        sys.exit(1)


if __name__ == "__main__":
    main()
