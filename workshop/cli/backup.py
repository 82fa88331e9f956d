"""`workshop backup`: the whole record as one file, also while the workshop runs; by itself every day if wanted.

Live sessions are not in it: what is being placed belongs to the phones and the live store until a round closes, and no
copy of it may outlive the round.
"""

from __future__ import annotations

import os
import re
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

import click
from sqlalchemy import Engine, make_url
from sqlalchemy.exc import DBAPIError

from workshop.datadir import PRIVATE_DIRECTORY, secret_file
from workshop.record import archive
from workshop.record.archive import ArchiveError
from workshop.record.engine import make_engine
from workshop.service.ports import Unavailable
from workshop.settings import Settings

DAILY = re.compile(r"workshop-\d{4}-\d{2}-\d{2}\.backup")
HOUR = 3600.0
AGAIN = 600.0
"""Seconds until a daily backup that failed is tried again."""


@click.command("backup")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--with-key", is_flag=True, help="Put the secret key in it: whoever has the file can then sign in as anybody."
)
@click.option("--daily", is_flag=True, help="FILE is a folder that gets a file now and every day, until it is stopped.")
@click.option("--keep", type=click.IntRange(1), help="With --daily: how many to keep; older ones are deleted.")
def command(target: Path, with_key: bool, daily: bool, keep: int | None) -> None:
    """Copy the record to FILE: accounts, sessions, figures, what was written together, released reports.

    It holds what the database holds, so keep it as safe. What is being placed at this moment is not in it.
    """
    if daily and with_key:
        raise click.ClickException("--daily and --with-key do not go together: one copy of the key is enough.")
    if keep and not daily:
        raise click.ClickException("--keep is for --daily alone.")
    settings = Settings.from_environ(os.environ)
    if daily:
        every_day(settings, target, keep)
        return
    if target.exists():
        raise click.ClickException(f"{target} is there already: name another file.")
    click.echo(backup(settings, target, _key(settings) if with_key else None))


def every_day(settings: Settings, folder: Path, keep: int | None) -> None:
    """For ever: one file a day, the day's own replaced; a fault is said, and tried again soon."""
    folder.mkdir(mode=PRIVATE_DIRECTORY, parents=True, exist_ok=True)
    done: date | None = None
    while True:
        today = datetime.now(UTC).date()
        if done != today:
            try:
                click.echo(backup(settings, folder / f"workshop-{today.isoformat()}.backup", None))
            except click.ClickException as fault:
                click.echo(fault.format_message(), err=True)
                time.sleep(AGAIN)
                continue
            done = today
            tidy(folder, keep)
        time.sleep(HOUR)


def tidy(folder: Path, keep: int | None) -> None:
    """Delete all but the newest; files of other names are not ours."""
    ours = sorted(path for path in folder.iterdir() if DAILY.fullmatch(path.name))
    for old in ours[:-keep] if keep else []:
        old.unlink()


def backup(settings: Settings, target: Path, key: str | None) -> str:
    """Write it, whole or not at all, for this user alone; what there is to say."""
    try:
        # A file of its own first, which only this user can read (mode 600); its name is taken when all is on the disk.
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".backup-", delete=False) as draft:
            try:
                rows = archive.write(_engine(settings), draft, datetime.now(UTC).date().isoformat(), key)
                draft.flush()
                os.fsync(draft.fileno())
                os.replace(draft.name, target)
            except BaseException:
                os.unlink(draft.name)
                raise
    except Unavailable as away:
        raise click.ClickException("The database cannot be reached. Look at WORKSHOP_DATABASE_URL.") from away
    except ArchiveError as fault:
        raise click.ClickException(str(fault)) from fault
    except DBAPIError as fault:
        raise click.ClickException("The database cannot be used: look at WORKSHOP_DATABASE_URL.") from fault
    except OSError as fault:
        raise click.ClickException(f"{target} cannot be written: {fault.strerror}.") from fault
    holds = f"{rows['sessions']} sessions, {rows['releases']} released reports and {rows['users']} accounts"
    return f"{target}: {holds}{', and the secret key' if key else ''}."


def _engine(settings: Settings) -> Engine:
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        raise click.ClickException(f"There is no database yet at {url.database}.")
    return make_engine(settings.database_url)


def _key(settings: Settings) -> str:
    file = secret_file(settings.data_dir)
    if settings.secret_key:
        return settings.secret_key
    if not file.is_file():
        raise click.ClickException(f"There is no secret key yet at {file}.")
    return file.read_text("ascii").strip()
