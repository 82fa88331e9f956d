"""The two cookies of our own: a delegate's seat and a pass for one session. Signed, so that nobody can make one up."""

from __future__ import annotations

from flask import Flask, Response, current_app, request
from itsdangerous import BadSignature, URLSafeSerializer

from workshop.web.here import house

LONGEST = 400
HALF_A_DAY = 12 * 3600


def seat_here() -> tuple[str, str] | None:
    """(session, token) of the seat that this phone holds, or None."""
    return _read("seat")


def pass_here() -> tuple[str, str] | None:
    """(session, `screen` or `desk`) of the pass that this browser holds, or None."""
    return _read("pass")


def make_pass(session: str, kind: str) -> str:
    """The value of a pass, for its link and its cookie."""
    return _serializer("pass").dumps([session, kind])  # pyright: ignore[reportReturnType]


def read_pass(value: str) -> tuple[str, str] | None:
    """What a pass says, or None when it is not ours."""
    return _loads("pass", value)


def holds(app: Flask, kind: str, value: str) -> bool:
    """Whether a value of a cookie of ours (`seat`, `pass`) is signed by us. Works outside of a request."""
    try:
        _signer(app, kind).loads(value)
    except BadSignature:
        return False
    return True


def set_seat(answer: Response, session: str, token: str) -> None:
    """Give the phone its seat. The server keeps nothing of it."""
    _set(answer, "seat", str(_serializer("seat").dumps([session, token])))


def set_pass(answer: Response, value: str) -> None:
    """Give a browser its pass."""
    _set(answer, "pass", value)


def drop_seat(answer: Response) -> None:
    """Take the cookie back."""
    answer.delete_cookie(_name("seat"), path="/", secure=_secure(), httponly=True, samesite="Strict")


def _set(answer: Response, kind: str, value: str) -> None:
    # A pass is reached by a link from elsewhere (an e-mail, a chat): Strict would not send it on that first click.
    same_site = "Strict" if kind == "seat" else "Lax"
    answer.set_cookie(
        _name(kind), value, max_age=HALF_A_DAY, path="/", secure=_secure(), httponly=True, samesite=same_site
    )


def _read(kind: str) -> tuple[str, str] | None:
    value = request.cookies.get(_name(kind), "")
    return _loads(kind, value) if 0 < len(value) <= LONGEST else None


def _loads(kind: str, value: str) -> tuple[str, str] | None:
    try:
        found = _serializer(kind).loads(value)
    except BadSignature:
        return None
    return (found[0], found[1]) if isinstance(found, list) and len(found) == 2 else None


def _serializer(kind: str) -> URLSafeSerializer:
    return _signer(current_app, kind)


def _signer(app: Flask, kind: str) -> URLSafeSerializer:
    return URLSafeSerializer(str(app.config["SECRET_KEY"]), salt=f"workshop {kind}")


def _secure() -> bool:
    return house().settings.cookie_secure


def _name(kind: str) -> str:
    return f"{'__Host-' if _secure() else ''}cw_{kind}"
