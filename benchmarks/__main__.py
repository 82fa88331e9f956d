"""`bin/bench`: measure, print a table for people, write JSON for machines."""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
import time
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks.rows import FULL, QUICK, Row, measure


@click.command()
@click.option("--quick", is_flag=True, help="One short run, within 50 seconds.")
@click.option("--runs", default=3, show_default=True, help="Runs of which the median counts (one when --quick).")
@click.option("--json", "file", type=click.Path(dir_okay=False, path_type=Path), help="Write the rows here.")
def main(quick: bool, runs: int, file: Path | None) -> None:
    """What the live core costs, beside the bare stack on the same machine in the same run."""
    began = time.monotonic()
    about = {"machine": machine(), "load": load()}
    print(f"{about['machine']}; load {about['load']}")
    taken = [list(measure(QUICK if quick else FULL)) for _ in range(1 if quick else runs)]
    rows = [middle(list(same)) for same in zip(*taken, strict=True)]
    show(rows, [spread(list(same)) for same in zip(*taken, strict=True)])
    print(f"{time.monotonic() - began:.0f} s; load {about['load']} before, {load()} after")
    if file:
        file.write_text(
            json.dumps({**about, "load_after": load(), "rows": [r.as_json() for r in rows]}, indent=1) + "\n"
        )


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
    """Three significant figures."""
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
