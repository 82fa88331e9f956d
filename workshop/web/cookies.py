"""The cookies of our own: a delegate's seat and a pass for one session. Signed, so that nobody can make one up."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from flask import Flask, Response, current_app, request
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import BadData, BadSignature, URLSafeSerializer, URLSafeTimedSerializer

from workshop.service.join import Joined
from workshop.web.here import context

LONGEST = 400
SEAT_LIFE = 7 * 24 * 3600
"""Seconds that a browser keeps its seat: a course of two days, with a weekend between. Leaving or the end ends it."""
LINK_LIFE = 24 * 3600
"""Seconds in which the link to a screen or a desk has to be opened."""
HELD = "workshop.held"
"""Where a request carries the seat that its cookie names, once that was read."""
EVER = 100 * 365 * 24 * 3600
PASS_LIFE = 24 * 3600
"""Seconds for which a browser that opened one may be there: the session's day."""


class Pass(NamedTuple):
    """One session, what its holder may do there, the links that it came by, and when it ends (epoch seconds)."""

    session: str
    kind: str
    links: str
    until: int


class FormSessions(SecureCookieSessionInterface):
    """Flask's own cookie, which holds a form's token and a sign-in. Its signer is made once, not twice a request."""

    @cache  # noqa: B019 - there is one for the app, and it lives as long
    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """None when there is no key to sign with."""
        return super().get_signing_serializer(app)


def seat_here() -> tuple[str, str] | None:
    """(session, token) of the seat that this phone holds, or None."""
    held = held_here()
    return None if held is None else (held.session, held.token)


def held_here() -> Joined | None:
    """The seat that this phone's cookie names, or None. Several rules ask in one request; it is read once."""
    if HELD not in request.environ:
        request.environ[HELD] = _read_seat(request.cookies.get(_name("seat"), ""))
    return request.environ[HELD]


def _read_seat(value: str) -> Joined | None:
    try:
        found: Any = _serializer("seat").loads(value) if 0 < len(value) <= LONGEST else None
    except BadSignature:
        return None
    return Joined(*found) if _are_texts(found) and len(found) in (2, 3) else None


def holder(app: Flask, kind: str, value: str) -> str:
    """Whose a cookie of ours (`seat`, `pass`) is; "" when it is not signed by us. Works outside of a request.

    By what it says and not as it is written: base64 and its filling can be written in many ways.
    """
    try:
        found: Any = (_signer(app, kind) if kind == "seat" else _timed_signer(app, kind)).loads(value)
    except BadSignature:
        return ""
    return "\0".join([kind, *found[: 2 if kind == "seat" else 3]]) if _are_texts(found) else ""


def set_seat(answer: Response, seat: Joined) -> None:
    """Give the phone its seat. The server keeps nothing of it."""
    _set(answer, "seat", str(_serializer("seat").dumps([seat.session, seat.token, seat.epoch])), SEAT_LIFE)


def drop_seat(answer: Response) -> None:
    """Take the cookie back."""
    answer.delete_cookie(_name("seat"), path="/", secure=_secure(), httponly=True, samesite="Strict")


def pass_here() -> Pass | None:
    """The pass that this browser holds, or None. Whether its links still hold, the session says."""
    value = request.cookies.get(_name("pass"), "")
    return _timed("pass", value, PASS_LIFE) if 0 < len(value) <= LONGEST else None


def pass_to(session: str, kind: str, links: str) -> bool:
    """Whether this browser's pass is one to just that, by links that were not called back."""
    found = pass_here()
    return found is not None and found[:3] == (session, kind, links)


def make_link(session: str, kind: str, links: str) -> str:
    """What the address of a link to a `screen`, a `desk` or one for `care` ends in."""
    return str(_timed_serializer("link").dumps([session, kind, links]))


def read_link(value: str) -> Pass | None:
    """What such an address says; None when it is not ours, or too old to be opened."""
    return _timed("link", value, LINK_LIFE)


def is_old_link(value: str) -> bool:
    """Whether such an address was ours once."""
    return _timed("link", value, EVER) is not None


def set_pass(answer: Response, given: Pass) -> None:
    """Give a browser its pass, from now on."""
    _set(answer, "pass", str(_timed_serializer("pass").dumps([given.session, given.kind, given.links])), PASS_LIFE)


def _set(answer: Response, kind: str, value: str, life: int) -> None:
    # A pass is reached by a link from elsewhere (an e-mail, a chat): Strict would not send it on that first click.
    same_site = "Strict" if kind == "seat" else "Lax"
    answer.set_cookie(_name(kind), value, max_age=life, path="/", secure=_secure(), httponly=True, samesite=same_site)


def _timed(purpose: str, value: str, life: int) -> Pass | None:
    try:
        found, made = _timed_serializer(purpose).loads(value, max_age=life, return_timestamp=True)
    except BadData:
        return None
    return Pass(*found, until=int(made.timestamp()) + life) if _are_texts(found) and len(found) == 3 else None


def _are_texts(found: Any) -> bool:
    return isinstance(found, list) and all(isinstance(text, str) for text in found)  # pyright: ignore[reportUnknownVariableType]


def _serializer(kind: str) -> URLSafeSerializer:
    return _signer(current_app, kind)


def _signer(app: Flask, kind: str) -> URLSafeSerializer:
    return _signer_with(str(app.config["SECRET_KEY"]), kind)


@cache
def _signer_with(secret: str, kind: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt=f"workshop {kind}")


def _timed_serializer(kind: str) -> URLSafeTimedSerializer:
    return _timed_signer(current_app, kind)


def _timed_signer(app: Flask, kind: str) -> URLSafeTimedSerializer:
    return _timed_signer_with(str(app.config["SECRET_KEY"]), kind)


@cache
def _timed_signer_with(secret: str, kind: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt=f"workshop timed {kind}")


def _secure() -> bool:
    return context().settings.cookie_secure


def _name(kind: str) -> str:
    return f"{'__Host-' if _secure() else ''}cw_{kind}"
