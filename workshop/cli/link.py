"""`workshop link`: a new link for a workshop that runs, so that nobody has to restart it to come back."""

import os

import click

from workshop.app import derived
from workshop.datadir import DataDir
from workshop.preflight import StartError
from workshop.record.engine import make_engine
from workshop.record.repository import SqlRecord
from workshop.service.ports import Unavailable
from workshop.settings import Settings
from workshop.web.sign_in import HOURS, first_sign_in_link

NOT_RUNNING = (
    "Nothing runs with the data directory {}. Start it: it prints a link (or name another in WORKSHOP_DATA_DIR)."
)
ACCOUNTS = (
    "This workshop has accounts of its own: sign in at {}/account/sign-in. "
    "For a new password: workshop account reset EMAIL."
)


@click.command("link")
def command() -> None:
    """Print a new link that signs the facilitator in, while the workshop runs."""
    settings = Settings.from_environ(os.environ)
    data = DataDir(settings.data_dir)
    where = data.where()
    if where is None:
        raise StartError(NOT_RUNNING.format(settings.data_dir))
    url = where or settings.public_url or f"http://localhost:{settings.port}"
    link = _link(settings, settings.secret_key or data.secret_key(), url)
    if link is None:
        raise StartError(ACCOUNTS.format(url))
    click.echo(f"Sign in as the facilitator (this link works once, within {HOURS} hours):\n  {link}")


def _link(settings: Settings, key: str, url: str) -> str | None:
    try:
        return first_sign_in_link(SqlRecord(make_engine(settings.database_url)), derived(key, "house"), url)
    except Unavailable as away:
        raise StartError("The database cannot be reached. Look at WORKSHOP_DATABASE_URL.") from away
