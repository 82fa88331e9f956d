"""`workshop forget`: erase a session, or all that an organisation has, and print the receipts.

It writes to the record alone, so it works beside a running server, which drops what is live of it within a minute, and
without one. A released report is the organisation's: it is erased only where `--filed` says so.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import click

from workshop.cli.account import asked, the_record
from workshop.domain.days import ANYWHERE, day_in
from workshop.record.repository import SqlRecord
from workshop.service.ports import Receipt, SessionRecord, Why


@dataclass(frozen=True)
class Chosen:
    """What is to go, by ids."""

    sessions: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()


@click.command("forget")
@click.argument("sessions", nargs=-1, metavar="[SESSION]...")
@click.option("--organisation", help="Everything that this organisation has: its name, or its id.")
@click.option("--filed", is_flag=True, help="Also reports that were released, with their sessions.")
@click.option("--list", "only_list", is_flag=True, help="Only say what would go.")
@click.option("--yes", is_flag=True, help="Do not ask: for scripts.")
def command(sessions: tuple[str, ...], organisation: str | None, filed: bool, only_list: bool, yes: bool) -> None:
    """Erase each SESSION (by its id), or everything of an organisation. Its accounts and receipts stay.

    It says first what would go, and asks. A receipt stays: how much was erased, never what.
    """
    if bool(sessions) == bool(organisation):
        raise click.ClickException("Name sessions by their ids, or an --organisation.")
    record = the_record()
    chosen = asked(lambda: _of_organisation(record, organisation) if organisation else _of_ids(record, sessions))
    if chosen.releases and not filed:
        raise click.ClickException(
            f"{len(chosen.releases)} released: two accounts of the organisation destroy a report, on its page, or one "
            "after seven days. --filed erases it all the same, and the receipt says that it was done from here."
        )
    asked(lambda: _say(record, chosen))
    if only_list or not (chosen.sessions or chosen.releases):
        return
    if not yes:
        click.confirm("Erase this? It cannot be taken back", abort=True)
    for receipt in asked(lambda: _erased(record, chosen)):
        click.echo(_line(receipt))


def _of_ids(record: SqlRecord, ids: Sequence[str]) -> Chosen:
    sessions, releases = list[str](), list[str]()
    for id in dict.fromkeys(ids):
        found = record.session(id)
        if found is None:
            raise click.ClickException(f"There is no session {id}. --organisation NAME --list shows those there are.")
        (releases if found.release else sessions).append(found.release or id)
    return Chosen(tuple(sessions), tuple(releases))


def _of_organisation(record: SqlRecord, wanted: str) -> Chosen:
    known = record.organisations()
    found = [id for id, name in known.items() if wanted in (id, name)]
    if not found:
        raise click.ClickException(f"There is no organisation “{wanted}”. There are: {', '.join(known.values())}.")
    sessions, releases = record.held_of(found[0])
    return Chosen(tuple(sessions), tuple(releases))


def _say(record: SqlRecord, chosen: Chosen) -> None:
    click.echo(f"{len(chosen.sessions)} sessions that nobody released, {len(chosen.releases)} released reports "
               "with their sessions:")  # fmt: skip
    for session in chosen.sessions:
        if found := record.session(session):
            click.echo(f"  {session}  {found.held_on}  {_state(found)}  {found.title}")
    for release in chosen.releases:
        if report := record.release(release):
            click.echo(f"  {report.session}  {report.released_on}  released  {report.title}")


def _state(session: SessionRecord) -> str:
    return "rehearsal" if session.rehearsal else session.state


def _erased(record: SqlRecord, chosen: Chosen) -> list[Receipt]:
    """The receipts, one for each that leaves one."""
    why, organisations = Why("command", day_in(ANYWHERE, time.time())), record.organisations()
    before = {r.id for o in organisations for r in record.receipts(o)}
    for session in chosen.sessions:
        record.forget(session, why)
    for release in chosen.releases:
        record.expire(release, why)
    record.tidy_deleted()
    return [r for o in organisations for r in record.receipts(o) if r.id not in before]


def _line(receipt: Receipt) -> str:
    counts = ", ".join(f"{kind} {'few' if n is None else n}" for kind, n in receipt.counts.items())
    digests = "".join(f"\n  SHA-256 {name} {digest}" for name, digest in receipt.digests.items())
    return f"Receipt {receipt.id}: {receipt.scenario_title}, held on {receipt.held_on}: {counts}.{digests}"
