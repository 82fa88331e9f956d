"""`workshop scenario`: check case studies, list those there are, print the schema for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from workshop.casebook import SHIPPED, Casebook, check_file, json_schema


@click.group("scenario")
def command() -> None:
    """Case studies: check, list, schema."""


@command.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Say every fault of each FILE at once, with its line, field and what would be right."""
    faults = [fault for file in files for fault in check_file(file)]
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults:
        raise SystemExit(1)
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
