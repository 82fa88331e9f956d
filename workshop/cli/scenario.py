"""`workshop scenario`: check case studies, bring them to the newest schema, list those there are, print the schema."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from workshop.casebook import SHIPPED, Casebook, cautions, check_file, json_schema
from workshop.service.identifying import looks_like
from workshop.words.catalogue import Words


@click.group("scenario")
def command() -> None:
    """Case studies: check, upgrade, list, schema."""


@command.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="As if it were this day: what will be stale then?")
def check(files: tuple[Path, ...], day: datetime | None) -> None:
    """Say every fault of each FILE at once, with its line, field and what would be right.

    Without faults: what its author may want to look at again. No caution keeps a case study from being used.
    """
    faults = [fault for file in files for fault in check_file(file)]
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults:
        raise SystemExit(1)
    today = (day or datetime.now(UTC)).date()
    for caution in (c for file in files for c in cautions(file, today, _looks)):
        click.echo(str(caution))
    click.echo(f"{len(files)} can be used." if len(files) > 1 else f"{next(iter(files))} can be used.")


@command.command("list")
def list_() -> None:
    """The case studies that are shipped."""
    for scenario in Casebook([SHIPPED]).list():
        click.echo(f"{scenario.id:<18} {scenario.title}  ({len(scenario.cards)} cards, version {scenario.version})")


@command.command("schema")
def schema() -> None:
    """The JSON Schema of a case study."""
    click.echo(json.dumps(json_schema(), indent=2))


def _looks(text: str, known: Iterable[str]) -> str:
    kind = looks_like(text, known)
    return Words.of("en").say(f"common.looks_like.{kind}") if kind else ""
