"""`workshop rehearse`: a whole workshop with simulated people, through real sockets, and its outputs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

import click
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from workshop.casebook import SHIPPED, Casebook, ScenarioError, load_file
from workshop.domain.scenario import AgendaTemplate, Scenario
from workshop.preflight import StartError
from workshop.rehearsal import outcome
from workshop.rehearsal.company import Company
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.wire import Refusal

LINK = re.compile(r"https?://\S+/sign-in/\S+")
PASSWORDS = "/account/sign-in"
LINK_USED = "The sign-in link was not accepted: each works once. `workshop link` prints a new one."
FORMATS = ("json", "html", "pdf", "docx", "xlsx", "csv")


@dataclass(frozen=True)
class Plan:
    """What to rehearse."""

    scenario: Scenario
    directory: Path | None
    delegates: int
    seed: int


@click.command("rehearse")
@click.option("--scenario", "scenario", required=True, help="A case study: its id, or a YAML file.")
@click.option("--delegates", default=24, show_default=True, type=click.IntRange(1, 1000), help="How many take part.")
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same answers and the same report.")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Where to write.")
@click.option("--data-dir", type=click.Path(file_okay=False, path_type=Path), help="Keep the server's data here.")
@click.option("--url", help="A running workshop, instead of one of our own.")
@click.option("--facilitator-link", "link", help="With --url: a facilitator's one-time sign-in link.")
def command(
    scenario: str, delegates: int, seed: int, out: Path, data_dir: Path | None, url: str | None, link: str | None
) -> None:
    """Drive a whole workshop and write answers.json and the report in every format to OUT."""
    if bool(url) != bool(link):
        raise click.UsageError("--url and --facilitator-link belong together.")
    if url and data_dir:
        raise click.UsageError("--data-dir is for a server of our own: leave it out with --url.")
    plan = _plan(scenario, delegates, seed)
    _make(out)
    with _told(), _server(plan, data_dir, url, link) as (where, sign_in):
        sent, files = rehearse(plan, SimulatedFacilitator(where, sign_in))
    outcome.write(out, sent, files)
    wrong = outcome.differences(sent, json.loads(files["report.json"]))
    for line in wrong:
        click.echo(line, err=True)
    if wrong:
        raise click.ClickException("The report does not say what was sent.")
    click.echo(
        f"Rehearsed “{plan.scenario.title}” with {delegates} delegates. Every tally is what was sent. See {out}/"
    )


def rehearse(plan: Plan, facilitator: SimulatedFacilitator) -> tuple[outcome.Json, dict[str, bytes]]:
    """Run it where this facilitator is signed in. Returns (answers, the report's files)."""
    agenda = _fullest(plan.scenario)
    code = facilitator.create(plan.scenario.id, agenda.id, k=5)
    late = int(plan.delegates > 5 and any(s.activity == "discussion" for s in agenda.steps))  # when they arrive
    effects = {i.id: dict(i.effects) for i in plan.scenario.information}
    company = Company(
        facilitator.browser.url, code, plan.delegates, plan.seed, effects, late=late, drop=plan.delegates > 1
    )
    columns = (TextColumn("{task.description:<28}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("Starting", total=1.0)
        facilitator.run(company, lambda what, share: bar.update(task, description=what, completed=share))
    company.leave()
    path = f"/facilitate/{facilitator.session}/report"
    files = {f"report.{f}": facilitator.browser.get(f"{path}.{f}") for f in FORMATS}
    return outcome.answers(plan.scenario.id, company), files


def _plan(scenario: str, delegates: int, seed: int) -> Plan:
    file = Path(scenario)
    if file.suffix in (".yaml", ".yml"):
        try:
            return Plan(load_file(file), file.resolve().parent, delegates, seed)
        except ScenarioError as faults:
            raise click.ClickException(f"This case study cannot be used:\n{faults}") from faults
    try:
        return Plan(Casebook([SHIPPED]).get(scenario), None, delegates, seed)
    except KeyError as unknown:
        raise click.ClickException(
            f"There is no case study “{scenario}”. `workshop scenario list` shows them."
        ) from unknown


def _make(out: Path) -> None:
    """Before the workshop, not after it."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise click.ClickException(f"{out} cannot be written to: {fault.strerror}.") from fault


@contextmanager
def _told() -> Iterator[None]:
    """What goes wrong at the workshop's end, in a sentence."""
    try:
        yield
    except HTTPError as answer:
        told = LINK_USED if "/sign-in/" in (answer.url or "") else f"The workshop answered {answer.code}."
        raise click.ClickException(told) from answer
    except Refusal as refused:
        raise click.ClickException(f"The workshop refused it: {refused}") from refused
    except (TimeoutError, ConnectionError, URLError) as fault:
        raise click.ClickException(f"The workshop does not answer, or not in time: {fault}") from fault


def _fullest(scenario: Scenario) -> AgendaTemplate:
    """The agenda template with the most steps: everything is to be rehearsed."""
    return max(scenario.agendas, key=lambda a: (len(a.steps), a.minutes))


@contextmanager
def _server(plan: Plan, data_dir: Path | None, url: str | None, link: str | None) -> Iterator[tuple[str, str]]:
    """The server named, or one of our own on a free port with a data directory of its own."""
    if url and link:
        yield url, link
        return
    with tempfile.TemporaryDirectory(prefix="workshop-") as scratch:
        environ = {k: v for k, v in os.environ.items() if not k.startswith("WORKSHOP_")}
        environ |= {"WORKSHOP_PORT": "0", "WORKSHOP_HOST": "127.0.0.1", "PYTHONUNBUFFERED": "1"}
        environ["WORKSHOP_DATA_DIR"] = str((data_dir or Path(scratch) / "data").resolve())
        if plan.directory and plan.directory != SHIPPED:
            environ["WORKSHOP_SCENARIOS"] = str(plan.directory)
        serve = [sys.executable, "-m", "workshop", "serve"]
        with subprocess.Popen(serve, env=environ, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
            try:
                found = _link(server)
                parts = urlsplit(found)
                yield f"{parts.scheme}://{parts.netloc}", found
            finally:
                server.terminate()


def _link(server: subprocess.Popen[str]) -> str:
    """The sign-in link that the server prints; none when somebody has added accounts."""
    for line in server.stdout or ():
        if found := LINK.search(line):
            return found.group(0)
        if PASSWORDS in line:
            raise StartError("The data directory has accounts of its own, and so no sign-in link: name another.")
    raise StartError("The workshop to rehearse with could not be started; its own words are above.")
