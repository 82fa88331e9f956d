"""The gate: connect, disconnect, command. The only socket handlers, for ever; every feature is a command.

Identity comes from the connection's cookies, never from a payload. Nothing that a client sent is ever logged.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import structlog
from flask import request
from flask_socketio import SocketIO
from socketio.exceptions import ConnectionRefusedError

from workshop import metrics
from workshop.activities.base import Refused, Role, said_no
from workshop.logs import where
from workshop.realtime.allowance import COSTS, ENTER, FLOOD, TAP, Allowance
from workshop.realtime.fanout import Fanout
from workshop.realtime.fast_commands import NAMESPACES, read_fast_command
from workshop.realtime.frames import full_frame
from workshop.realtime.gate_messages import FAILED, MALFORMED, SAVING, TOO_FAST, as_spoken, digests, known, well_formed
from workshop.realtime.heart import Heart
from workshop.realtime.hub import Hub
from workshop.realtime.sockets import Connection, Sockets
from workshop.realtime.websockets import server_of
from workshop.realtime.wire import compact, filled_ack, protocol_of
from workshop.refusals import Kind, refused
from workshop.service.context import Context
from workshop.service.desks import who_is
from workshop.service.join import take_back
from workshop.service.perform import LEFT, Done, Sender, perform
from workshop.service.ports import Unavailable, UnknownSession
from workshop.service.sessions import ensure_live, why_lost

PASS = frozenset("012")
"""Socket.IO's connect, disconnect and event. Acks, errors and binary packets come from no client of ours."""
SPARE = 2.0
"""What a message that is no tap takes of its connection's own allowance: 30 at once, seven a second."""
READ_AGAIN = 4
"""How often a full frame is read when the room moves meanwhile. The last one is sent as it is."""
Ack = dict[str, Any]
log = structlog.get_logger("gate")


@dataclass(frozen=True)
class Admission:
    """Who may come in, as the web room knows it. Each answers with (session, token or user) or None."""

    seat: Callable[[], tuple[str, str] | None]
    facilitator: Callable[[str], str | None]
    screen: Callable[[str], str | None]


class Gate:
    """Registers the three handlers for each namespace.

    Only `connect` needs Flask: it reads cookies. The other two are registered with Socket.IO itself, for a request
    context and a session for each tap would cost more than the tap.
    """

    def __init__(
        self,
        context: Context,
        socketio: SocketIO,
        sockets: Sockets,
        hub: Hub,
        fanout: Fanout,
        heart: Heart,
        admission: Admission,
    ) -> None:
        self._context, self._sockets, self._hub, self._fanout = context, sockets, hub, fanout
        self._heart, self._admission = heart, admission
        self._server = server_of(socketio)
        for namespace, role in NAMESPACES.items():
            socketio.on_event("connect", self._connect(role), namespace=namespace)
            self._server.on("disconnect", self._disconnect, namespace=namespace)
            self._server.on("command", self._by_the_library, namespace=namespace)
        self._library = self._server.eio.handlers["message"]
        self._server.eio.on("message", self._heard)

    def _connect(self, role: Role) -> Callable[[object], None]:
        def connect(auth: object = None) -> None:
            connection = self._admit(role, auth)
            connection.protocol = protocol_of(auth)
            metrics.connected(connection.protocol)
            try:
                self._enter(connection)
            except UnknownSession:
                self._sockets.remove(connection.sid)
                raise ConnectionRefusedError(why_lost(self._context, connection.session)) from None
            except (Unavailable, OSError):
                self._sockets.remove(connection.sid)
                raise ConnectionRefusedError("saving") from None
            except ConnectionRefusedError:
                raise
            except Exception as fault:
                self._sockets.remove(connection.sid)
                log.error("connect_failed", kind=type(fault).__name__, where=where(fault))
                raise ConnectionRefusedError("saving") from None

        return connect

    def _enter(self, connection: Connection) -> None:
        if not self._sockets.allow(connection).take(ENTER):
            refused("rate")
            raise ConnectionRefusedError("saving")
        if connection.role == "delegate":
            ensure_live(self._context, connection.session)
            connection.epoch = take_back(self._context, connection.session, connection.token)
        self._sockets.add(connection)
        for old in self._sockets.too_many(connection):
            self._server.disconnect(old.sid, namespace=f"/{old.role}")
        self._hub.arrived(connection.session)
        self._hub.desks.arrived(connection)
        self._show(connection)

    def _show(self, connection: Connection) -> int:
        """The full frame, and after it everything else: what the room is sent meanwhile makes us read again."""
        connection.ready = False
        try:
            for _ in range(READ_AGAIN):
                connection.missed = None
                frame = full_frame(self._context, connection.session, connection.role, connection.token)
                if connection.missed is None:
                    break
            self._fanout.give(connection, frame)
            return frame.rev
        finally:
            connection.ready = True
            self._hub.level(connection.session)

    def _admit(self, role: Role, auth: object) -> Connection:
        """What this socket may be, or a refusal that says no more than that."""
        wanted = auth.get("session", "") if isinstance(auth, dict) else ""
        session = wanted if isinstance(wanted, str) and len(wanted) <= 40 else ""
        sid: str = request.sid  # pyright: ignore[reportAttributeAccessIssue] - Flask-SocketIO puts it there
        connection_id: str = self._server.manager.eio_sid_from_sid(sid, f"/{role}")
        if role == "delegate":
            seat = self._admission.seat()
            if seat is not None and session in ("", seat[0]):  # a page of another session must not show this one
                return Connection(sid, seat[0], role, token=seat[1], connection_id=connection_id)
        elif session:
            allowed = self._admission.facilitator if role == "facilitator" else self._admission.screen
            user = allowed(session)
            if user is not None:
                who = who_is(self._context.secret, user) if role == "facilitator" else ""
                care = user.startswith("care ") or (isinstance(auth, dict) and auth.get("care") is True)
                return Connection(sid, session, role, user=user, who=who, care=care, connection_id=connection_id)
        raise ConnectionRefusedError("refused")

    def _disconnect(self, sid: str, *reason: object) -> None:
        self._hub.desks.left(self._sockets.remove(sid))

    def _heard(self, connection_id: str, data: object) -> None:
        """Every message, before the library: a command with an ack takes the short way, all else the library's."""
        if isinstance(data, str) and self._heart.hears(connection_id, data):
            return
        fast = read_fast_command(data)
        connection = self._sockets.on_connection(connection_id, fast.role) if fast else None
        if fast is None or connection is None:
            if self._may_pass(connection_id, data):
                self._library(connection_id, data)
            return
        began = time.perf_counter()
        ack = as_spoken(self._command(connection, *fast.arguments), connection.protocol, self._context.words)
        metrics.COMMANDS[metrics.outcome(ack)].inc()
        metrics.SECONDS.observe(time.perf_counter() - began)
        with suppress(OSError):  # it has gone; it will ask again
            self._fanout.answer(
                connection, fast.number, filled_ack(fast.number, ack) if connection.token else compact(ack)
            )

    def _may_pass(self, connection_id: str, data: object) -> bool:
        """Whether the library may hear it: a client of ours connects, disconnects and sends events, all as text, seldom
        but for taps. Whoever sends anything else, or much of it, is cut off: attachments that never come are kept.
        """
        socket = self._server.eio.sockets.get(connection_id)
        if socket is None:
            return False
        if not isinstance(data, str) or data[:1] not in PASS:
            return self._hang_up(connection_id, "packet")
        spare: Allowance = socket.session.setdefault("spare", Allowance())
        return spare.take(SPARE) or self._hang_up(connection_id, "rate")

    def _hang_up(self, connection_id: str, why: Kind) -> bool:
        refused(why)
        self._fanout.hang_up(connection_id)
        return False

    def _by_the_library(self, sid: str, message: object = None, *more: object) -> Ack:
        """A command that asks for no ack, or one in a form that the short way does not know."""
        connection = self._sockets.get(sid)
        if connection is None:
            return MALFORMED
        return as_spoken(self._command(connection, message, *more), connection.protocol, self._context.words)

    def _command(self, connection: Connection, message: object = None, *more: object) -> Ack:
        fit = message if not more and well_formed(message) else None
        cost = COSTS.get(fit["name"], TAP) if fit else TAP  # nonsense counts as much as sense
        if not connection.allowance.take(cost):
            refused("rate")
            if connection.allowance.refusals >= FLOOD:
                self._server.disconnect(connection.sid, namespace=f"/{connection.role}")
            return TOO_FAST
        if fit is None:
            refused("packet")
            return MALFORMED
        try:
            return self._perform(connection, fit)
        except (Unavailable, UnknownSession):  # the second: lost just now
            return SAVING
        except Exception as fault:
            log.error("command_failed", kind=type(fault).__name__, name=known(fit["name"]), where=where(fault))
            return FAILED

    def _perform(self, connection: Connection, message: dict[str, Any]) -> Ack:
        if message["name"] == "session.view":
            return {"ok": True, "rev": self._show(connection)}
        sender, before = Sender(connection.role, connection.token, connection.who, connection.care), connection.epoch
        done = perform(
            self._context,
            connection.session,
            sender,
            message["name"],
            message["body"],
            *digests(self._context.secret, message),
        )
        if done is LEFT and self._was_rebuilt(connection, before):
            return SAVING
        if isinstance(done, Refused):
            return said_no(done)
        assert isinstance(done, Done)
        return {"ok": True, "rev": done.rev}

    def _was_rebuilt(self, connection: Connection, before: str) -> bool:
        """Whether the live state is a new one, which did not know this seat yet. Then it does now.

        `before`: the one in which it was known when the command came; the watch may have given it back meanwhile.
        """
        epoch = self._context.live.view(connection.session, lambda head: ()).epoch
        if connection.role != "delegate" or before == epoch:
            return False
        connection.epoch = take_back(self._context, connection.session, connection.token)
        return True
