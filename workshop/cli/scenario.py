"""`workshop scenario`: check case studies, bring them to the newest schema, list those there are, print the schema."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from difflib import unified_diff
from pathlib import Path

import click

from workshop.casebook import SHIPPED, Casebook, ScenarioError, cautions, check_file, json_schema, upgrade
from workshop.casebook.upgrade import Upgrade
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


@command.command("upgrade")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Write without asking.")
def upgrade_(file: Path, yes: bool) -> None:
    """Bring FILE to the newest schema: what would be added is shown, and written when you say so.

    Comments and everything else stay as they are.
    """
    try:
        found = upgrade(file)
        if found is None:
            click.echo(f"{file} is in the newest schema.")
            return
        click.echo(_difference(found), nl=False)
        if yes or click.confirm("Write this?", default=False):
            found.write()
            click.echo(f"{file} is in the newest schema now. “workshop scenario check” says what else it may need.")
        else:
            click.echo("Nothing was written.")
    except ScenarioError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error


@command.command("list")
def list_() -> None:
    """The case studies that are shipped."""
    for scenario in Casebook([SHIPPED]).list():
        click.echo(f"{scenario.id:<18} {scenario.title}  ({len(scenario.cards)} cards, version {scenario.version})")


@command.command("schema")
def schema() -> None:
    """The JSON Schema of a case study."""
    click.echo(json.dumps(json_schema(), indent=2))


def _difference(found: Upgrade) -> str:
    """As `diff -u` shows it; a last line without an end has one here."""
    before, after = ([f"{line}\n" for line in text.splitlines()] for text in (found.before, found.after))
    return "".join(unified_diff(before, after, str(found.path), f"{found.path} (upgraded)", n=1))


def _looks(text: str, known: Iterable[str]) -> str:
    kind = looks_like(text, known)
    return Words.of("en").say(f"common.looks_like.{kind}") if kind else ""
