"""Sign-ins that end. The library forgets a sign-in by taking its cookie back; whoever copied the cookie kept it.

Each sign-in has a random name of its own in its cookie. Signing out writes a digest of that name down in the live
store, for as long as a cookie could live: from then on the cookie signs nobody in, and its sockets are closed.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Collection

from flask import Flask, session
from flask_login import user_logged_in, user_logged_out

from workshop.service.context import Context

LIFE = 31 * 24 * 3600
"""Seconds after which no session cookie of ours is believed."""
NAME = "sign_in"


def init_sign_ins(app: Flask, context: Context) -> None:
    """Name every sign-in, and remember those that were ended."""
    app.config["PERMANENT_SESSION_LIFETIME"] = LIFE

    @user_logged_in.connect_via(app)
    def begin(_: Flask, **__: object) -> None:  # pyright: ignore[reportUnusedFunction]
        session[NAME] = secrets.token_urlsafe(12)

    @user_logged_out.connect_via(app)
    def end(_: Flask, **__: object) -> None:  # pyright: ignore[reportUnusedFunction]
        if found := session.pop(NAME, ""):
            context.live.count(_counter(context, found), LIFE)


def sign_in_here() -> str:
    """The name of this browser's sign-in, "" when it has none."""
    found = session.get(NAME, "")
    return found if isinstance(found, str) else ""


def is_over(context: Context, sign_in: str) -> bool:
    """Whether it was never begun, or has been ended. Raises Unavailable."""
    return not sign_in or context.live.counted(_counter(context, sign_in)) > 0


def have_ended(context: Context, sign_ins: Collection[str]) -> set[str]:
    """Those of them that have been ended, in one question. Raises Unavailable."""
    counters = {sign_in: _counter(context, sign_in) for sign_in in sign_ins}
    counted = context.live.all_counted(counters.values())
    return {sign_in for sign_in, counter in counters.items() if counted[counter] > 0}


def _counter(context: Context, sign_in: str) -> str:
    digest = hmac.digest(context.secret, f"sign-in\0{sign_in}".encode(), hashlib.sha256).hex()[:24]
    return f"signed-out:{digest}"
