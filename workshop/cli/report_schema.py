"""`workshop report-schema`: the JSON Schema of a report's data, as docs/report.schema.json has it."""

from __future__ import annotations

from pathlib import Path

import click

from workshop.outputs.formats.json_schema import document

PAGE = Path(__file__).resolve().parents[2] / "docs" / "report.schema.json"


@click.command("report-schema")
@click.option("--write", is_flag=True, help="Write docs/report.schema.json instead of printing it.")
def command(write: bool) -> None:
    """The JSON Schema of report.json."""
    if write:
        PAGE.write_text(document(), encoding="utf-8")
        click.echo(f"Wrote {PAGE.relative_to(PAGE.parents[1])}.")
    else:
        click.echo(document(), nl=False)
