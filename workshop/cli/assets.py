"""`workshop assets`: the style sheets and scripts as files, for a web server that stands in front."""

from __future__ import annotations

from pathlib import Path

import click

from workshop.web import STATIC
from workshop.web.assets import Assets
from workshop.web.words import modules


@click.command("assets")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    """Write style sheets and scripts to FOLDER, each under the fingerprint of its content."""
    try:
        many = Assets.read(STATIC, modules()).write(folder)
    except OSError as fault:
        raise click.ClickException(f"{folder} cannot be written: {fault.strerror}.") from fault
    click.echo(f"{many} files are in {folder}.")
