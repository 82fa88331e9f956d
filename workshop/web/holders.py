"""Whether a request comes from a browser that holds something of ours: a seat, a pass, a sign-in.

Only the signature is looked at, without Redis or SQL: it is asked for every connection, and decides nothing but whose
connection goes first when there are too many.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask
from itsdangerous import BadSignature
from werkzeug.http import parse_cookie

from workshop.cookie_header import plain_cookies
from workshop.web.cookies import LONGEST, holder
from workshop.web.sign_ins import LIFE, NAME

LONGEST_SESSION = 2000
"""Characters of a session cookie of ours, which holds a few short names."""
Known = Callable[[Mapping[str, Any]], str]


def known_browser(app: Flask) -> Known:
    """A function of a WSGI environment: a digest of what the browser holds, or "" for a stranger."""
    key, sign_ins = secrets.token_bytes(16), app.session_interface.get_signing_serializer(app)  # pyright: ignore

    def known(environ: Mapping[str, Any]) -> str:
        cookies = parse_cookie(plain_cookies(str(environ.get("HTTP_COOKIE", ""))))
        for kind in ("seat", "pass"):
            value = cookies.get(_name(app, kind), "")
            if 0 < len(value) <= LONGEST and (who := holder(app, kind, value)):
                return _digest(who)
        value = cookies.get(str(app.config["SESSION_COOKIE_NAME"]), "")
        who = _signed_in(value) if len(value) <= LONGEST_SESSION else ""
        return _digest(who) if who else ""

    def _signed_in(value: str) -> str:
        """The name of the sign-in, whatever else the cookie says by now; "" when it is none."""
        try:
            found = sign_ins.loads(value, max_age=LIFE) if value and sign_ins else None
        except BadSignature:
            return ""
        return str(found.get(NAME, "")) if isinstance(found, dict) and "_user_id" in found else ""

    def _digest(value: str) -> str:
        return hmac.digest(key, value.encode("utf-8", "replace"), hashlib.sha256).hex()[:24]

    return known


def _name(app: Flask, kind: str) -> str:
    return f"{'__Host-' if app.config['SESSION_COOKIE_SECURE'] else ''}cw_{kind}"
