"""`bin/bench`: measure, print a table for people, write JSON for machines."""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
import time
from functools import partial
from math import isinf
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks import otree, rooms, slow_reader
from benchmarks.growth import picture, sizes, table
from benchmarks.page import PAGE, put
from benchmarks.rows import FULL, QUICK, Row, measure


@click.command()
@click.option("--quick", is_flag=True, help="One short run, within 50 seconds.")
@click.option("--runs", default=3, show_default=True, help="Runs of which the median counts (one when --quick).")
@click.option("--json", "file", type=click.Path(dir_okay=False, path_type=Path), help="Write the rows here.")
@click.option("--rooms", "many", is_flag=True, help="Many rooms of 25 instead, once; with --quick within 90 seconds.")
@click.option("--growth", is_flag=True, help="Rooms of 10 to 2,000 phones instead.")
@click.option("--otree", "beside", is_flag=True, help="Side by side with oTree, fetched from PyPI, instead.")
@click.option("--slow-reader", "slow", is_flag=True, help="One phone of 201 stops reading for a minute instead.")
@click.option("--write", is_flag=True, help="Put the results into docs/performance.md or docs/reliability.md.")
def main(
    quick: bool, runs: int, file: Path | None, many: bool, growth: bool, beside: bool, slow: bool, write: bool
) -> None:
    """What the live core costs, beside the bare stack on the same machine in the same run."""
    if growth:
        grown(write)
        return
    if beside:
        with_otree(write)
        return
    if slow:
        asleep(write)
        return
    began, before = time.monotonic(), load()
    print(f"{machine()}; load {before}")
    one_run = (
        partial(rooms.measure, rooms.QUICK if quick else rooms.FULL)
        if many
        else partial(measure, QUICK if quick else FULL)
    )
    taken = [list(one_run()) for _ in range(1 if quick or many else runs)]
    rows = [middle(list(same)) for same in zip(*taken, strict=True)]
    spreads = [spread(list(same)) for same in zip(*taken, strict=True)]
    show(rows, spreads)
    print(f"{time.monotonic() - began:.0f} s; load {before} before, {load()} after")
    if file:
        found = {"machine": machine(), "load": before, "load_after": load(), "rows": [row.as_json() for row in rows]}
        file.write_text(json.dumps(found, indent=1) + "\n")
    if write:
        times = "1 run" if len(taken) == 1 else f"{len(taken)} runs"
        put("rooms" if many else "bench", f"{about(before)}, {times}.\n\n{markdown(rows, spreads)}")


def grown(write: bool) -> None:
    """Room by room, as each is measured; the table and the picture."""
    before, found = load(), []
    for size in sizes():
        found.append(size)
        print(table(found).splitlines()[-1], flush=True)
    if write:
        put("growth", f"{about(before)}.\n\n{table(found)}")
        (PAGE.parent / "pictures" / "growth.svg").write_text(picture(found), "utf-8")


def with_otree(write: bool) -> None:
    """The same work on both."""
    if not otree.install():
        raise click.ClickException("oTree could not be fetched from the package index.")
    before, pairs = load(), []
    for pair in otree.side_by_side():
        pairs.append(pair)
        print(otree.table(pairs).splitlines()[-1], flush=True)
    if write:
        put("otree", f"{about(before)}.\n\n{otree.table(pairs)}")


def asleep(write: bool) -> None:
    """200 phones that read and one that does not for a minute, ours and the bare stack."""
    before, found = load(), []
    for one in slow_reader.side_by_side(200, 60.0):
        found.append(one)
        print(one, flush=True)
    print(slow_reader.table(found))
    if write:
        put("slow-reader", f"{about(before)}.\n\n{slow_reader.table(found)}", PAGE.parent / "reliability.md")


def about(before: list[float]) -> str:
    """Where and under which load it was measured."""
    return f"Measured on {machine()}; load average {before[0]:g} before"


def markdown(rows: list[Row], spreads: list[tuple[float, float]]) -> str:
    """The table of docs/performance.md."""
    lines = ["| what | median | least to most | unit | budget | |", "|---|---:|---:|---|---:|---|"]
    for row, (least, most) in zip(rows, spreads, strict=True):
        budget = "" if row.budget is None else f"{row.budget:g}"
        between = f"{figure(least)} to {figure(most)}"
        verdict = "" if row.budget is None else "met" if row.ok else "**over**"
        lines.append(f"| {row.name} | {figure(row.value)} | {between} | {row.unit} | {budget} | {verdict} |")
    return "\n".join(lines)


def middle(rows: list[Row]) -> Row:
    """The row with the median of the runs."""
    last = rows[-1]
    return Row(last.name, statistics.median(r.value for r in rows), last.unit, last.budget)


def spread(rows: list[Row]) -> tuple[float, float]:
    """The least and the most of the runs."""
    return min(r.value for r in rows), max(r.value for r in rows)


def show(rows: list[Row], spreads: list[tuple[float, float]]) -> None:
    """The table."""
    table = Table(box=None, pad_edge=False)
    for name in ("what", "value", "least", "most", "unit", "budget", ""):
        table.add_column(name, justify="left" if name in ("what", "unit", "") else "right")
    for row, (least, most) in zip(rows, spreads, strict=True):
        budget = "" if row.budget is None else f"{row.budget:g}"
        table.add_row(row.name, figure(row.value), figure(least), figure(most), row.unit, budget,
                      "" if row.ok else "over")  # fmt: skip
    Console(width=None if sys.stdout.isatty() else 150).print(table)


def figure(value: float) -> str:
    """Three significant figures; what is without end never came."""
    if isinf(value):
        return "never"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def machine() -> str:
    """Processor, cores, kernel, Python."""
    text = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    names = [line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("model name")]
    name = names[0] if names else platform.processor() or platform.machine()
    system = f"{platform.system()} {platform.release().split('-')[0]}"
    return f"{name}, {len(os.sched_getaffinity(0))} cores, {system}, Python {platform.python_version()}"


def load() -> list[float]:
    """The load averages of the last 1, 5 and 15 minutes."""
    return [round(x, 2) for x in os.getloadavg()]


if __name__ == "__main__":
    main()
