"""`workshop serve`: run the workshop until Ctrl-C, and say where everything is."""

# ruff: noqa: E402, I001 - the standard library is patched for gevent before anything else is imported
from gevent import monkey

monkey.patch_all()

import gc
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import structlog
from gevent import get_hub, sleep, spawn
from gevent.event import Event

from workshop.addresses import Addresses
from workshop.app import Workshop, casebook, create_app
from workshop.cli.announce import announce, here, says_moves
from workshop.cli.door import Door, limits
from workshop.cli.workers import READY, Workers
from workshop.datadir import DataDir
from workshop.live.embedded import EmbeddedValkey
from workshop.metrics import SHARED as METRICS
from workshop.network import free_port, listener
from workshop.preflight import check_port, port_sentence, StartError
from workshop.realtime.siblings import FOLDER
from workshop.settings import Settings
from workshop.web.sign_in import first_sign_in_link

COLLECT = (20_000, 20, 50)
"""New objects before a look at the young ones, young looks before one at the older, those before one at all."""
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
        key = settings.secret_key or data.secret_key()
        with _answering(settings, redis_url, key, shared=False) as workshop:
            data.say_where(_for_facilitators(settings))
            yield _serving(workshop, settings)


@contextmanager
def _answering(settings: Settings, redis_url: str, key: str, shared: bool) -> Iterator[Workshop]:
    """The web process itself; `shared` when others listen on the same port."""
    setattr(get_hub(), "exception_stream", None)  # noqa: B010 - gevent would print requests, with addresses; our own log says what failed
    workshop = create_app(settings, redis_url, key)
    try:
        listening = listener(settings.host, settings.port, shared)
    except OSError as taken:
        raise StartError(port_sentence(settings.host, settings.port, taken)) from taken
    server = Door(listening, workshop.app, workshop.known, workshop.headers, limits(settings))
    spare_the_collector()
    server.start()
    workshop.start()
    try:
        with _for_siblings(workshop, settings):
            yield workshop
    finally:
        workshop.close()
        server.stop(timeout=2)


@contextmanager
def _for_siblings(workshop: Workshop, settings: Settings) -> Iterator[None]:
    """A door for the other processes on this port, when there are any."""
    if workshop.siblings is None:
        yield
        return
    listening = workshop.siblings.listener()
    inner = Door(listening, workshop.app, workshop.known, workshop.headers, limits(settings))
    inner.start()
    try:
        yield
    finally:
        workshop.siblings.close()
        inner.stop(timeout=0)


def spare_the_collector() -> None:
    """What is there from the start is looked at no more, and what comes less often: a full look walks every seat."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT)


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
    link = _first_link(workshop, settings)
    return Serving(workshop, settings, here(settings), Addresses(settings).best(), link)


def _first_link(workshop: Workshop, settings: Settings) -> str | None:
    context = workshop.context
    return first_sign_in_link(context.record, context.secret, _for_facilitators(settings))


def _for_facilitators(settings: Settings) -> str:
    return settings.public_url or here(settings)


def wait_for_end(look: Callable[[], None] = lambda: None, again: Callable[[], None] | None = None) -> None:
    """Until Ctrl-C or a service manager's signal. Twice a second `look`; at SIGHUP `again`."""
    ended, asked = Event(), Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    if again is not None:
        signal.signal(signal.SIGHUP, lambda *_: asked.set())
    while not ended.wait(timeout=0.5):
        look()
        if again is not None and asked.is_set():
            asked.clear()
            again()


@click.command("serve")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Web processes on one port.")
@click.option("--worker", is_flag=True, hidden=True, help="One of them; its parent holds what they share.")
def command(workers: int, worker: bool) -> None:
    """Run the workshop until Ctrl-C."""
    settings = Settings.from_environ(os.environ)
    if worker:
        one_of_several(settings)
    elif workers > 1:
        several(settings, workers)
    else:
        with serving(settings) as running:
            announce(running.settings, running.sign_in, running.workshop.context.scenarios.left_out())
            wait_for_end(says_moves(running.settings))


def several(settings: Settings, many: int) -> None:
    """The parent of `many` web processes."""
    check_port(settings.host, settings.port)
    settings = replace(settings, port=settings.port or free_port(settings.host))
    left_out = casebook(settings).left_out()
    with DataDir(settings.data_dir) as data, _live(settings) as redis_url:
        shared = {"PORT": str(settings.port), "REDIS_URL": redis_url}
        shared["SECRET_KEY"] = settings.secret_key or data.secret_key()
        os.environ[METRICS] = str(empty_directory(settings.data_dir / "metrics"))
        environ = {f"WORKSHOP_{name}": value for name, value in shared.items()}
        # Not in the data directory: the name of such a socket may have a hundred characters at the most.
        with TemporaryDirectory(prefix="workshop-") as folder, Workers(many, {**environ, FOLDER: folder}) as running:
            data.say_where(_for_facilitators(settings))
            announce(settings, running.link or None, left_out)
            wait_for_end(says_moves(settings, running.look), running.replace)


def empty_directory(path: Path) -> Path:
    """Where the processes count together; what earlier ones counted goes."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(mode=0o700)
    return path.resolve()


def one_of_several(settings: Settings) -> None:
    """A web process whose parent holds the data directory, the live store and the key."""
    if not settings.redis_url or not settings.secret_key:
        raise StartError("--worker is for `workshop serve --workers` alone.")
    with _answering(settings, settings.redis_url, settings.secret_key, shared=True) as workshop:
        link = _first_link(workshop, settings)
        click.echo(f"{READY}{link or ''}")
        wait_for_end()
