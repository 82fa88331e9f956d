"""`workshop account`: add people who facilitate or review, list them, give them a new password.

It writes to the record alone, so it works beside a running server, and without one.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from typing import TypeVar

import click

from workshop.datadir import DataDir
from workshop.domain.texts import is_blank, tidy
from workshop.record.engine import make_engine, reachable
from workshop.record.migrate import upgrade
from workshop.record.passwords import LONGEST, SHORTEST, hash_password
from workshop.record.repository import SqlRecord
from workshop.service.emails import address_key, tidy_address
from workshop.service.ports import ROLES, Member, Unavailable
from workshop.settings import Settings

T = TypeVar("T")
generate = click.option("--generate", is_flag=True, help="Make a password and print it once, instead of asking for it.")


@click.group("account")
def command() -> None:
    """People with an account: facilitators, reviewers, admins. Delegates have none."""


@command.command("add")
@click.argument("email")
@click.option("--organisation", required=True, help="The name of the organisation they belong to.")
@click.option("--new-organisation", is_flag=True, help="Make the organisation, which is not there yet.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    default=("facilitator",),
    show_default=True,
    type=click.Choice(ROLES),
    help="What they may do there; may be given more than once.",
)
@generate
def add(email: str, organisation: str, new_organisation: bool, roles: tuple[str, ...], generate: bool) -> None:
    """Add EMAIL to an organisation. Somebody who has an account already keeps the password."""
    address, record = _address(email), the_record()
    members = asked(record.members)
    name = _organisation(organisation, members, new_organisation)
    theirs = [m for m in members if _same(m.email, address)]
    _refuse_twice(theirs, name, frozenset(roles))
    password = "" if theirs else _password(generate)
    hashed = None if theirs else _hashed(password, address, name)
    known_as = theirs[0].email if theirs else address
    asked(lambda: record.add_member(known_as, hashed, name, frozenset(roles)))
    click.echo(f"{known_as} is now {_listed(roles)} of {name}.")
    _say(password if generate else "")


@command.command("reset")
@click.argument("email")
@generate
def reset(email: str, generate: bool) -> None:
    """Give EMAIL a new password. Every older sign-in of theirs ends."""
    address, record = _address(email), the_record()
    theirs = [m for m in asked(record.members) if _same(m.email, address)]
    if not theirs:
        raise click.ClickException(f"There is no account {address}. `workshop account list` shows those there are.")
    known_as = theirs[0].email
    password = _password(generate)
    hashed = _hashed(password, known_as, *(m.organisation_name for m in theirs))
    asked(lambda: record.set_password(known_as, hashed))
    click.echo(f"{known_as} has a new password, and is signed out everywhere.")
    _say(password if generate else "")


@command.command("list")
def list_() -> None:
    """Everybody, by organisation."""
    for member in asked(the_record().members):
        click.echo(f"{member.organisation_name}: {member.email} ({_listed(sorted(member.roles))})")


def the_record() -> SqlRecord:
    """The record that the settings name, brought to its newest form."""
    settings = Settings.from_environ(os.environ)
    DataDir(settings.data_dir).make()
    engine = make_engine(settings.database_url)

    def prepare() -> None:
        with reachable():
            upgrade(engine)

    asked(prepare)
    return SqlRecord(engine)


def asked(question: Callable[[], T]) -> T:
    """Ask the record; one that is away is a sentence."""
    try:
        return question()
    except Unavailable as away:
        raise click.ClickException("The database cannot be reached. Look at WORKSHOP_DATABASE_URL.") from away


def _address(email: str) -> str:
    try:
        return tidy_address(email)
    except ValueError as wrong:
        raise click.ClickException(f"“{email}” is not an e-mail address: {wrong}") from wrong


def _organisation(asked: str, members: list[Member], new: bool) -> str:
    """Its name as it is known. A name that is not there may be a slip, so making one has to be said."""
    name = tidy(asked)
    if is_blank(name) or len(name) > 120:
        raise click.ClickException("An organisation's name has 1 to 120 characters.")
    known = {tidy(m.organisation_name).casefold(): m.organisation_name for m in members}
    found = known.get(name.casefold())
    if found is None and not new:
        there = f"There are: {', '.join(sorted(known.values()))}." if known else "There are none yet."
        raise click.ClickException(f"There is no organisation “{name}”. {there} Add --new-organisation to make it.")
    if found is not None and new:
        raise click.ClickException(f"The organisation “{found}” is there already. Leave --new-organisation out.")
    return found or name


def _refuse_twice(theirs: list[Member], organisation: str, roles: frozenset[str]) -> None:
    has = next((m.roles for m in theirs if m.organisation_name == organisation), frozenset[str]())
    if roles <= has:
        raise click.ClickException(
            f"{theirs[0].email} is {_listed(sorted(has))} of {organisation} already. "
            "For a new password: workshop account reset."
        )


def _password(generate: bool) -> str:
    if generate:
        return secrets.token_urlsafe(12)
    return click.prompt(f"Password ({SHORTEST} to {LONGEST} characters)", hide_input=True, confirmation_prompt=True)


def _hashed(password: str, *about: str) -> str:
    try:
        return hash_password(password, *about)
    except ValueError as weak:
        raise click.ClickException(str(weak)) from weak


def _say(password: str) -> None:
    if password:
        click.echo(f"Their password, shown this once: {password}")


def _same(one: str, other: str) -> bool:
    return address_key(one) == address_key(other)


def _listed(roles: tuple[str, ...] | list[str]) -> str:
    unique = list(dict.fromkeys(roles))
    return " and ".join(filter(None, [", ".join(unique[:-1]), unique[-1]]))
