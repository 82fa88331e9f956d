"""Browsers in which an account has signed in before: its owner gets in there, however many passwords others try."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Any

from flask import Flask, Response, after_this_request, current_app, request
from flask_login import user_logged_in
from itsdangerous import BadSignature, URLSafeSerializer

from workshop.service.context import Context
from workshop.service.emails import address_key
from workshop.web.here import context

LIFE = 180 * 24 * 3600
"""Seconds."""
MOST = 5
"""Accounts that one browser is known by: the last ones."""
LONGEST = 600


def init_known(app: Flask, context: Context) -> None:
    """Remember in the browser every account that signs in."""
    secure = context.settings.cookie_secure
    app.config["KNOWN_COOKIE"] = f"{'__Host-' if secure else ''}cw_known"

    @user_logged_in.connect_via(app)
    def remember(_: Flask, user: Any, **__: object) -> None:  # pyright: ignore[reportUnusedFunction]
        account = account_digest(str(user.email))
        name, accounts = _read() or (secrets.token_urlsafe(12), [])
        value = str(_serializer().dumps([name, [account, *(a for a in accounts if a != account)][:MOST]]))

        @after_this_request
        def set_known(answer: Response) -> Response:  # pyright: ignore[reportUnusedFunction]
            answer.set_cookie(
                app.config["KNOWN_COOKIE"], value, max_age=LIFE, path="/", secure=secure, httponly=True, samesite="Lax"
            )
            return answer


def known_here(account: str) -> str:
    """The random name of this browser, when the account has signed in in it before; else ""."""
    found = _read()
    return found[0] if found and account in found[1] else ""


def account_digest(email: str) -> str:
    """An account as counters and cookies name it: nobody without the server's secret can tell which."""
    account = address_key(email)
    return hmac.digest(context().secret, f"account\0{account}".encode("utf-8", "replace"), hashlib.sha256).hex()[:16]


def _read() -> tuple[str, list[str]] | None:
    value = request.cookies.get(current_app.config["KNOWN_COOKIE"], "")
    try:
        found: Any = _serializer().loads(value) if 0 < len(value) <= LONGEST else None
    except BadSignature:
        return None
    return (found[0], found[1]) if isinstance(found, list) else None


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.config["SECRET_KEY"]), salt="workshop known")
