"""`workshop demo --organisations`: organisations of test data, with years of reports, by the real service.

The parent holds the data directory and the live store; each of its children holds a share of the sessions.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import click

from workshop.app import casebook, derived
from workshop.datadir import DataDir
from workshop.domain.retention import BOUNDS, Keeping, Period
from workshop.live.connect import connect
from workshop.live.embedded import EmbeddedValkey, die_with_parent
from workshop.live.store import RedisStore
from workshop.record.engine import make_engine
from workshop.record.migrate import upgrade
from workshop.record.passwords import hash_password
from workshop.record.repository import SqlRecord
from workshop.rehearsal.indoors import Clock, hold
from workshop.rehearsal.invented import ORGANISATIONS, Invented, Shelf, invented
from workshop.service.context import Context
from workshop.service.document import texts
from workshop.service.ports import ROLES, Member
from workshop.service.report import release
from workshop.service.sessions import create_session
from workshop.settings import Settings
from workshop.words import Words

LONG = Period(BOUNDS["released"][1], BOUNDS["released"][1])
"""For how long their reports stay: the oldest are about as old as an organisation keeps one when it says nothing."""
MOST_AT_ONCE = 4
DONE = "held"
"""What a child says of each session."""


def make(settings: Settings, sessions: int) -> None:
    """All of it; then who may sign in. Raises StartError."""
    today = datetime.now(UTC).date()
    with DataDir(settings.data_dir) as data, _live(settings) as redis_url:
        engine = make_engine(settings.database_url)
        upgrade(engine)
        accounts = [_organisation(SqlRecord(engine), name) for name in ORGANISATIONS]
        shared = {"REDIS_URL": redis_url, "SECRET_KEY": settings.secret_key or data.secret_key()}
        environ = {**os.environ, **{f"WORKSHOP_{name}": value for name, value in shared.items()}}
        _hold_all(environ, sessions, today)
    click.echo(f"{len(ORGANISATIONS)} organisations of test data, with {sessions} sessions. To sign in:\n")
    for name, (email, password) in zip(ORGANISATIONS, accounts, strict=True):
        click.echo(f"  {name}\n    {email}   {password}")
    click.echo("\nThe passwords are shown this once; `workshop account reset` makes others.")


@contextmanager
def _live(settings: Settings) -> Iterator[str]:
    if settings.redis_url:
        yield settings.redis_url
        return
    with EmbeddedValkey(settings.data_dir.resolve()) as valkey:
        yield valkey.url


def _organisation(record: SqlRecord, name: str) -> tuple[str, str]:
    """It, and the one account that is everything in it: (address, password)."""
    try:
        record.choose_keeping(record.add_test_organisation(name), Keeping(released=LONG))
    except ValueError as there:
        raise click.ClickException(f"{there} Test data are made once in a data directory.") from there
    email, password = _address(name), secrets.token_urlsafe(12)
    record.add_member(email, hash_password(password, email, name), name, frozenset(ROLES))
    return email, password


def _address(name: str) -> str:
    word = name.rpartition("·")[2].split()[0].lower()
    return f"desk@{word}.example"


def _hold_all(environ: dict[str, str], sessions: int, today: date) -> None:
    shares = max(1, min(MOST_AT_ONCE, os.cpu_count() or 1, sessions))
    command = [sys.executable, "-m", "workshop", "demo", "--organisations", "--sessions", str(sessions)]
    children = [
        subprocess.Popen(  # noqa: S603 - our own program
            [*command, "--share", f"{n}/{shares}/{today}"],
            env=environ,
            stdout=subprocess.PIPE,
            text=True,
            preexec_fn=die_with_parent(),
        )
        for n in range(shares)
    ]
    with click.progressbar(length=sessions, label="Holding sessions") as bar:
        for child in children:  # the shares are alike: whoever is read later has said it meanwhile
            for line in child.stdout or ():
                bar.update(line.startswith(DONE))
    ended = [child.wait() for child in children]
    if any(ended):
        raise click.ClickException("Not all sessions could be held; what went wrong is above.")


def hold_share(settings: Settings, sessions: int, share: str) -> None:
    """A child's part. `share`: which of how many, and the day it is."""
    which, of, today = share.split("/")
    clock = Clock()
    context = _context(settings, clock)
    desks = {m.organisation_name: m for m in context.record.members() if m.test}
    shelf = context.scenarios.list()
    planned = list(invented(sessions, [s.id for s in shelf], date.fromisoformat(today)))
    for one in planned[int(which) :: int(of)]:
        clock.now = one.begins
        _hold(replace(context, scenarios=Shelf(shelf, one.version == 2)), clock, desks[one.organisation], one)
        click.echo(DONE)
        sys.stdout.flush()


def _context(settings: Settings, clock: Clock) -> Context:
    assert settings.redis_url and settings.secret_key
    live = RedisStore(connect(settings.redis_url), derived(settings.secret_key, "slots"))
    return Context(
        settings=settings,
        live=live,
        record=SqlRecord(make_engine(settings.database_url)),
        scenarios=casebook(settings),
        secret=derived(settings.secret_key, "house"),
        words=Words.of(settings.language),
        now=clock,
    )


def _hold(context: Context, clock: Clock, desk: Member, one: Invented) -> None:
    agendas = [a.id for a in context.scenarios.get(one.case).agendas]
    agenda = one.agenda if one.agenda in agendas else agendas[0]
    session = create_session(context, desk.user, desk.organisation, one.case, agenda, 5)
    hold(context, clock, session, one.size, one.seed)
    if one.released:
        release(context, session, [text.key for text in texts(context, session)])
