"""The only file that joins everything: settings, casebook, live store, record, pages, sockets."""

from __future__ import annotations

import hashlib
import hmac
import random
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import redis
import structlog
from alembic.util import CommandError
from flask import Flask
from flask_socketio import SocketIO
from gevent import get_hub, spawn
from redis.exceptions import NoPermissionError
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from werkzeug.middleware.proxy_fix import ProxyFix

from workshop.addresses import Addresses
from workshop.casebook import Casebook, ScenarioError
from workshop.domain.scenario import Scenario
from workshop.live.connect import connect
from workshop.live.reach import AWAY
from workshop.live.revisions import listen
from workshop.live.rewrite import LogRewriter
from workshop.live.store import RedisStore
from workshop.logs import configure_logs
from workshop.preflight import StartError
from workshop.realtime.fanout import Fanout
from workshop.realtime.gate import Admission, Gate
from workshop.realtime.guard import Guard
from workshop.realtime.heart import Heart
from workshop.realtime.hub import Hub
from workshop.realtime.siblings import Siblings, siblings_here
from workshop.realtime.sockets import Connection, Sockets
from workshop.realtime.waiting import WaitingRoom
from workshop.realtime.watch import Watch
from workshop.realtime.websockets import WebSockets, server_of
from workshop.record.engine import make_engine
from workshop.record.migrate import upgrade
from workshop.record.repository import SqlRecord
from workshop.record.users import Users
from workshop.rehearsal.company import Company, like_people
from workshop.service.cases import pin_all
from workshop.service.context import Context
from workshop.service.overview import catch_up
from workshop.service.ports import Unavailable, UnknownSession
from workshop.service.restore import keep_restored, revive, revive_all
from workshop.service.retention import keep_periods
from workshop.settings import Settings
from workshop.web import init_web
from workshop.web.admission import delegate_comes, facilitator_comes, screen_comes, who_may_stay
from workshop.web.holders import known_browser
from workshop.web.origins import Origins
from workshop.web.security import bare_headers
from workshop.words import Words, languages

ROOT = Path(__file__).resolve().parent.parent
LARGEST_MESSAGE = 64 * 1024
REHEARSING = 24
log = structlog.get_logger("app")
Task = Callable[[Callable[[], bool]], object]


@dataclass
class Workshop:
    """One web process: the Flask app, its sockets, and what they stand on."""

    app: Flask
    socketio: SocketIO
    context: Context
    sockets: Sockets
    known: Callable[[Mapping[str, Any]], str] = lambda environ: ""
    """By what a request's browser is known, "" for a stranger."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """What answers carry that are no pages."""
    tasks: tuple[Task, ...] = ()
    """What runs beside the requests until it is told that the workshop is not running any more."""
    siblings: Siblings | None = None
    """The other processes on this port, if there are any."""
    running: bool = True

    def start(self) -> None:
        """Begin to listen for revisions and to watch. Whoever serves calls it once."""
        for task in self.tasks:
            spawn(task, lambda: self.running)

    def close(self) -> None:
        """Stop listening for revisions; sockets end with the server."""
        self.running = False


def create_app(settings: Settings, redis_url: str, secret_key: str) -> Workshop:
    """Join everything. `redis_url` names a server that is up; `secret_key` is the installation's one secret.

    Raises StartError, in a sentence, when something that it stands on cannot be used.
    """
    configure_logs(settings.log_level)
    engine = _engine(settings)
    live, record = _redis(redis_url), SqlRecord(engine)
    store = RedisStore(live, derived(secret_key, "slots"))
    context = Context(
        settings=settings,
        live=store,
        record=record,
        scenarios=casebook(settings),
        secret=derived(secret_key, "house"),
        words=_words(settings.language),
        aside=lambda work: get_hub().threadpool.apply(work),
        rehearse=lambda code, scenario: fill_with_simulated_people(Addresses(settings).own(), code, scenario),
    )
    store.restore = lambda session: _restore(context, session)
    if left := pin_all(record, context.scenarios):
        log.warning("sessions_without_case_study", count=left)
    revive_all(context)
    if left := catch_up(context):
        log.warning("reports_without_figures", count=left)
    tidy_files(live, record)
    app = Flask(
        "workshop", root_path=str(ROOT / "workshop"), static_folder=None, template_folder=str(ROOT / "templates")
    )
    app.config["SECRET_KEY"] = derived(secret_key, "web").hex()
    app.config["METRICS_TOKEN"] = derived(secret_key, "metrics").hex()
    init_web(app, context, Users(engine))
    return _with_sockets(app, context, connect(redis_url, health_check_interval=30), store.order.run)


def _restore(context: Context, session: str) -> None:
    """What the live store calls before it reads a session of an earlier run of its server."""
    with suppress(UnknownSession):
        revive(context, session)


def tidy_files(live: redis.Redis, record: SqlRecord) -> None:
    """Whoever deleted something may have died before it left the files. Others that read now tidy up themselves."""
    LogRewriter(live).request()
    with suppress(Unavailable):
        record.tidy()


def _words(language: str) -> Words:
    """The words of a language that there is a catalogue of. Raises StartError, which names those that there are."""
    try:
        return Words.of(language)
    except LookupError:
        raise StartError(
            f"WORKSHOP_LANGUAGE: there are no words in {language}, only in {', '.join(languages())}."
        ) from None


def _engine(settings: Settings) -> Engine:
    """The record's engine, on a database in its newest form."""
    engine = make_engine(settings.database_url)
    try:
        upgrade(engine)
    except CommandError as newer:
        raise StartError("The database was written by a newer version of Continuum Workshop.") from newer
    except DBAPIError as fault:
        where = "WORKSHOP_DATABASE_URL" if engine.dialect.name != "sqlite" else str(engine.url.database)
        raise StartError(f"The database cannot be used: look at {where}.") from fault
    return engine


def _redis(url: str) -> redis.Redis:
    try:
        client = connect(url, socket_timeout=5, socket_connect_timeout=2, health_check_interval=30)
        client.info("server")
    except NoPermissionError as refused:
        raise StartError("The Redis user may not ask INFO, which tells that the server was started again.") from refused
    except (*AWAY, redis.RedisError) as away:
        raise StartError("The Redis server cannot be reached: look at WORKSHOP_REDIS_URL.") from away
    return client


def casebook(settings: Settings) -> Casebook:
    """The case studies that are shipped, and those of the trainer's own folder. Raises StartError."""
    try:
        return Casebook([ROOT / "scenarios", *([settings.scenarios] if settings.scenarios else [])])
    except ScenarioError as faults:
        raise StartError(f"A case study cannot be used:\n{faults}") from faults


def derived(secret_key: str, purpose: str) -> bytes:
    """A key for one purpose: none of them tells another, or the secret."""
    return hmac.digest(secret_key.encode(), f"workshop {purpose}".encode(), hashlib.sha256)


def fill_with_simulated_people(url: str, code: str, scenario: Scenario) -> None:
    """Twenty-four simulated delegates for somebody who practises alone. Returns at once."""
    effects = {i.id: dict(i.effects) for i in scenario.information}
    company = Company(url, code, REHEARSING, random.SystemRandom().randrange(10**6), effects, pace=like_people)
    spawn(company.join)


def _with_sockets(app: Flask, context: Context, listener: redis.Redis, *tasks: Task) -> Workshop:
    socketio = SocketIO(
        app,
        async_mode="gevent",
        cors_allowed_origins=[],  # the guard asks, by the rule that pages have
        max_http_buffer_size=LARGEST_MESSAGE,
        manage_session=False,
        async_handlers=False,  # one phone's commands one after the other; phones side by side
        http_compression=False,  # for a phone that polls: how well its frames compress would tell of its own parts
        ping_interval=20,
        ping_timeout=20,
        logger=False,
        engineio_logger=False,
    )
    siblings = siblings_here()
    random_socket_ids(socketio, siblings.mark if siblings else "")
    sockets, websockets = Sockets(), WebSockets(socketio, LARGEST_MESSAGE)
    fanout = Fanout(sockets, websockets)
    hub = Hub(context, sockets, fanout)
    heart = Heart(sockets, websockets)
    websockets.at_once = heart.hears
    Gate(context, socketio, sockets, hub, fanout, heart, Admission(delegate_comes, facilitator_comes, screen_comes))
    waiting = WaitingRoom(server_of(socketio).eio, websockets, sockets)
    known, headers = known_browser(app), bare_headers(context)
    guard = Guard(app.wsgi_app, websockets, LARGEST_MESSAGE, headers, known, Origins(context).turned_away, siblings)
    trusts = context.settings.trust_proxy  # before everything else, so that pages and sockets are told the same host
    app.wsgi_app = ProxyFix(guard, x_for=1, x_proto=1, x_host=1) if trusts else guard  # type: ignore[method-assign]
    watch = Watch(context, sockets, lambda comers: who_may_stay(context, comers), _closer(socketio), hub.signs)
    tasks = (
        lambda running: listen(listener, hub.revised, running),
        *(each.run for each in (hub, watch, waiting)),
        lambda running: keep_restored(context, running),
        lambda running: keep_periods(context, running),
        *tasks,
    )
    return Workshop(app, socketio, context, sockets, known, headers, tasks, siblings)


def _closer(socketio: SocketIO) -> Callable[[Connection], None]:
    def close(connection: Connection) -> None:
        server_of(socketio).disconnect(connection.sid, namespace=f"/{connection.role}")

    return close


def random_socket_ids(socketio: SocketIO, mark: str = "") -> None:
    """The library's socket ids carry a counter, and so the order of joining. Ours are random, after a mark."""
    server_of(socketio).eio.generate_id = lambda: mark + secrets.token_urlsafe(15)
