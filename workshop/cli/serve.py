"""`workshop serve`: run the workshop until Ctrl-C, and say where everything is."""

# ruff: noqa: E402, I001 - the standard library is patched for gevent before anything else is imported
from gevent import monkey

monkey.patch_all()

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

import click
import structlog
from gevent import get_hub, pywsgi, sleep, spawn
from gevent.event import Event

from workshop.app import Workshop, create_app
from workshop.datadir import DataDir
from workshop.live.embedded import EmbeddedValkey
from workshop.network import free_port, listener, local_addresses
from workshop.preflight import check_port, port_sentence, StartError
from workshop.settings import Settings
from workshop.web.sign_in import first_sign_in_link

LOOK_AFTER = 0.5
"""Seconds between two looks at the live store."""
log = structlog.get_logger("serve")


@dataclass(frozen=True)
class Serving:
    """A running server: where it answers, and the one-time link that signs its facilitator in."""

    workshop: Workshop
    settings: Settings
    url: str
    delegates: str
    sign_in: str | None


@contextmanager
def serving(settings: Settings) -> Iterator[Serving]:
    """Start everything that a workshop stands on, and stop it again in order. Raises StartError in one sentence."""
    check_port(settings.host, settings.port)
    settings = replace(settings, port=settings.port or free_port(settings.host))
    with DataDir(settings.data_dir) as data, _live(settings) as redis_url:
        setattr(get_hub(), "exception_stream", None)  # noqa: B010 - gevent would print requests, with addresses; our own log says what failed
        workshop = create_app(settings, redis_url, settings.secret_key or data.secret_key())
        try:
            listening = listener(settings.host, settings.port)
        except OSError as taken:
            raise StartError(port_sentence(settings.host, settings.port, taken)) from taken
        server = pywsgi.WSGIServer(listening, workshop.app, log=None, error_log=None)
        server.start()
        workshop.start()
        try:
            yield _serving(workshop, settings)
        finally:
            workshop.close()
            server.stop(timeout=2)


@contextmanager
def _live(settings: Settings) -> Iterator[str]:
    if settings.redis_url:
        yield settings.redis_url
        return
    with EmbeddedValkey(settings.data_dir.resolve()) as valkey:
        keeping = spawn(keep_running, valkey)
        try:
            yield valkey.url
        finally:
            keeping.kill()


def keep_running(valkey: EmbeddedValkey) -> None:
    """For ever: start the live store again when it has ended (killed, or out of memory). What it had is on disk."""
    while True:
        sleep(LOOK_AFTER)
        if not valkey.running:
            log.error("live_store_ended")
            with suppress(StartError):
                valkey.start()


def _serving(workshop: Workshop, settings: Settings) -> Serving:
    here = f"http://{'localhost' if settings.host in ('0.0.0.0', '::') else settings.host}:{settings.port}"  # noqa: S104
    lan = [f"http://{a}:{settings.port}" for a in local_addresses()] if settings.host == "0.0.0.0" else []  # noqa: S104
    return Serving(
        workshop=workshop,
        settings=settings,
        url=here,
        delegates=settings.public_url or (lan[0] if lan else here),
        sign_in=first_sign_in_link(workshop.app, workshop.house, settings.public_url or here),
    )


def wait_for_end() -> None:
    """Until Ctrl-C or a service manager's signal."""
    ended = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    while not ended.wait(timeout=0.5):
        pass


def announce(serving: Serving) -> None:
    """What a new user needs to know, and nothing else."""
    lines = ["", "Continuum Workshop is running."]
    if serving.sign_in:
        lines += ["", "  Sign in as the facilitator (this link works once):", f"    {serving.sign_in}"]
    else:
        lines += ["", f"  Sign in as a facilitator:  {serving.url}/account/sign-in"]
    lines += [
        "",
        f"  Delegates join at:         {serving.delegates}",
        f"  Data are kept in:          {os.path.abspath(serving.settings.data_dir)}",
        "",
        "Ctrl-C stops it.",
        "",
    ]
    click.echo("\n".join(lines))


@click.command("serve")
def command() -> None:
    """Run the workshop until Ctrl-C."""
    with serving(Settings.from_environ(os.environ)) as running:
        announce(running)
        wait_for_end()
