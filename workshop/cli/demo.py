"""`workshop demo`: serve, with a room of simulated delegates to look at and to practise with; or make test data."""

# ruff: noqa: E402 - the standard library is patched for gevent before anything else is imported
from gevent import monkey

monkey.patch_all()

import os

import click
from gevent import spawn

from workshop.cli import demo_years
from workshop.cli.announce import announce
from workshop.cli.serve import Serving, serving, wait_for_end
from workshop.rehearsal.company import Company, like_people
from workshop.rehearsal.facilitator import SimulatedFacilitator, here
from workshop.settings import Settings
from workshop.web.sign_in import one_time_link

SCENARIO, STOPS_AT, SEED = "group-chat", "discussion", 7


@click.command("demo")
@click.option("--rehearse", "delegates", default=24, show_default=True, type=click.IntRange(5, 500))
@click.option("--organisations", is_flag=True, help="Do not serve: make three organisations of test data, and end.")
@click.option("--sessions", default=200, show_default=True, type=click.IntRange(1, 10_000), help="How many they held.")
@click.option("--share", hidden=True, help="One of the processes that hold them.")
def command(delegates: int, organisations: bool, sessions: int, share: str | None) -> None:
    """Serve, with DELEGATES simulated delegates who have placed the cards and go on reacting to what you do."""
    settings = Settings.from_environ(os.environ)
    if share:
        demo_years.hold_share(settings, sessions, share)
    elif organisations:
        demo_years.make(settings, sessions)
    else:
        _serve(settings, delegates)


def _serve(settings: Settings, delegates: int) -> None:
    with serving(settings) as running:
        announce(running.settings, running.sign_in, running.workshop.context.scenarios.left_out())
        click.echo(f"{delegates} simulated delegates are taking their seats…")
        spawn(_fill, running, delegates)
        wait_for_end()


def _fill(running: Serving, delegates: int) -> None:
    """Take a room as far as the discussion, then leave the console to the human."""
    facilitator = SimulatedFacilitator(
        running.url, one_time_link(running.workshop.context.record, running.workshop.context.secret, running.url)
    )
    scenario = running.workshop.context.scenarios.get(SCENARIO)
    code = facilitator.create(SCENARIO, scenario.agendas[0].id, k=5, title=f"Rehearsal · {scenario.title}")
    effects = {i.id: dict(i.effects) for i in scenario.information}
    company = Company(running.url, code, delegates, SEED, effects)
    facilitator.start(company)
    while here(facilitator.line.parts)["activity"] != STOPS_AT:
        step = here(facilitator.line.parts)
        facilitator.work(step)
        facilitator.next(step["id"])
    parts = facilitator.line.wait_for(lambda parts: bool(parts["board"]["queue"]))
    facilitator.send("discussion.focus", {"card": parts["board"]["queue"][0]})
    for delegate in company.delegates:
        delegate.pace = like_people
    facilitator.line.drop()
    click.echo(f"The room is ready, at the discussion:\n\n    {running.url}/facilitate/{facilitator.session}\n")
