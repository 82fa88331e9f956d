"""`workshop restore`: put a backup in the place of the record. The workshop must be stopped.

The live sessions are emptied with it: they belong to the record that is replaced. Sessions that were running are made
anew from what the backup knows of them, and phones send again what they placed in open rounds.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import Any

import click
import redis
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from workshop.datadir import PRIVATE_FILE, DataDir, hold, secret_file
from workshop.live.connect import connect, each_server
from workshop.live.reach import AWAY
from workshop.live.rewrite import rewrite
from workshop.record import archive
from workshop.record.archive import ArchiveError, Contents
from workshop.record.engine import make_engine
from workshop.record.repository import SqlRecord
from workshop.record.restore import HoldsSomething, InTheWay, Restored, restore
from workshop.service.ports import Unavailable
from workshop.service.retention import erase_due
from workshop.settings import Settings


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--list", "only_list", is_flag=True, help="Only say what is in FILE.")
@click.option("--force", is_flag=True, help="Replace a database that holds something.")
@click.option("--without", "without", multiple=True, metavar="SESSION", help="Leave a session out; may be given often.")
@click.option("--bring-back", is_flag=True, help="Bring back also what was forgotten after the backup was made.")
def command(file: Path, only_list: bool, force: bool, without: tuple[str, ...], bring_back: bool) -> None:
    """Put the backup FILE in the place of the record.

    Stop the workshop first. A session that this database no longer has was forgotten since, and stays forgotten.
    """
    try:
        found = archive.contents(file)
    except ArchiveError as fault:
        raise click.ClickException(str(fault)) from fault
    if only_list:
        _list(found)
        return
    if unknown := set(without) - found.sessions.keys():
        raise click.ClickException(
            f"There is no session {', '.join(sorted(unknown))} in it. --list shows those there are."
        )
    settings = Settings.from_environ(os.environ)
    with DataDir(settings.data_dir):
        live = _Live(settings)
        done = _restored(make_engine(settings.database_url), file, force, bring_back, frozenset(without))
        live.empty()
        lapsed = _lapse_again(settings)
        key = _put_key(settings, found, force)
    _say(found, done, set(without), key)
    if lapsed:
        click.echo(f"Their time was over, and they went again: {lapsed} sessions and reports.")


def _restored(engine: Engine, file: Path, force: bool, bring_back: bool, without: frozenset[str]) -> Restored:
    try:
        return restore(engine, file, force, bring_back, without)
    except HoldsSomething as why:
        raise click.ClickException(f"{why} --force replaces them; make a backup first.") from why
    except InTheWay as why:
        raise click.ClickException(str(why)) from why
    except ArchiveError as fault:
        raise click.ClickException(str(fault)) from fault
    except Unavailable as away:
        raise click.ClickException("The database cannot be reached. Look at WORKSHOP_DATABASE_URL.") from away
    except DBAPIError as fault:
        raise click.ClickException("The database would not take the backup; nothing was changed.") from fault
    finally:
        engine.dispose()


def _lapse_again(settings: Settings) -> int:
    """What had lapsed, or whose period was over, is not there for a moment: how many went."""
    engine, gone = make_engine(settings.database_url), 0
    try:
        while more := erase_due(SqlRecord(engine), time.time()):
            gone += len(more)
    except Unavailable:
        pass  # the next start does it
    finally:
        engine.dispose()
    return gone


class _Live:
    """The live sessions, which must be within reach before the record is touched."""

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.data_dir / "valkey"
        self._client: Any = None
        if settings.redis_url:
            try:
                self._client = connect(settings.redis_url, socket_timeout=5, socket_connect_timeout=2)
                self._client.ping()
            except (*AWAY, redis.RedisError) as away:
                raise click.ClickException("The Redis server cannot be reached: look at WORKSHOP_REDIS_URL.") from away
        elif self._folder.exists():
            try:
                hold(self._folder / "lock").close()
            except BlockingIOError as error:
                raise click.ClickException(f"The data directory {self._folder.parent} is in use.") from error

    def empty(self) -> None:
        """Nothing of a live session is left, on the disk neither."""
        if self._client is None:
            shutil.rmtree(self._folder, ignore_errors=True)
            return
        for name in self._client.scan_iter("cw:*", count=500):
            self._client.delete(name)
        for server in each_server(self._client):
            rewrite(server)


def _put_key(settings: Settings, found: Contents, force: bool) -> str:
    """The key of the backup becomes this installation's, unless it has one of its own; what there is to say."""
    file = secret_file(settings.data_dir)
    if found.key is None:
        return ""
    if settings.secret_key:
        same = settings.secret_key == found.key
        return "" if same else "The backup has another secret key than WORKSHOP_SECRET_KEY, which goes on to be used."
    if file.exists() and not force:
        return f"The secret key that is in {file} goes on to be used."
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE), "w") as to:
        to.write(found.key + "\n")
    return f"The secret key is in {file} again."


def _say(found: Contents, done: Restored, asked: set[str], key: str) -> None:
    rows = done.rows
    click.echo(f"Restored as of {found.made_on}: {rows['sessions']} sessions, {rows['releases']} released reports "
               f"and {rows['users']} accounts. Everybody signs in anew.")  # fmt: skip
    if forgotten := [s for s in done.left_out if s not in asked]:
        click.echo("Forgotten after the backup was made, and left out (--bring-back would bring them back):")
        _sessions(found, forgotten)
    if done.gone:
        click.echo(f"Not in the backup, and gone now: {len(done.gone)} sessions that were made later.")
    if not forgotten and rows["sessions"]:
        click.echo(
            f"What was forgotten after {found.made_on} is in it again: forget it again, or restore --without it."
        )
    if key:
        click.echo(key)


def _list(found: Contents) -> None:
    click.echo(f"Made on {found.made_on}, {'with' if found.key else 'without'} the secret key.")
    _sessions(found, sorted(found.sessions))


def _sessions(found: Contents, which: list[str]) -> None:
    for session in sorted(which, key=lambda s: (found.sessions[s][0], s)):
        day, title = found.sessions[session]
        click.echo(f"  {session}  {day}  {title}")
