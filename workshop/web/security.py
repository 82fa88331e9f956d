"""What every answer carries, and what every request must: headers, Content-Security-Policy, Host, Origin, sizes."""

from __future__ import annotations

from functools import lru_cache

from flask import Flask, Response, request
from flask.typing import ResponseReturnValue

from workshop.service.context import Context
from workshop.web.errors import refusal
from workshop.web.origins import ADDRESS, NAMES, OPENED, Origins

LARGEST_BODY = 64 * 1024
HSTS = "max-age=31536000"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: under it browsers send our own forms with `Origin: null`, which is refused below.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
}
FOR_FILES = {name: HEADERS[name] for name in ("X-Content-Type-Options", "Cross-Origin-Resource-Policy")}
"""For scripts and style sheets: what governs a document means nothing for them, and a phone fetches fifty of them."""
NOTHING = "default-src 'none'; frame-ancestors 'none'"
FILES = frozenset({"text/javascript", "text/css"})
FRAMED = frozenset({"facilitate.screen"})
"""The console shows the real screen in a frame; nothing else may be (reports carry their own policy)."""
FOR_MACHINES = frozenset({"pages.healthz", "pages.readyz"})


def init_security(app: Flask, context: Context) -> None:
    """Set the limits, check Host and Origin, and put the headers on every answer."""
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_BODY
    origins = Origins(context)

    @app.before_request
    def check_sender() -> ResponseReturnValue | None:  # pyright: ignore[reportUnusedFunction]
        # Probes of a load balancer name whatever they like, and are told nothing.
        if request.endpoint not in FOR_MACHINES and not origins.is_ours(request.host):
            return refusal(400, origins.instead(ADDRESS))
        asks = request.method not in ("GET", "HEAD", "OPTIONS")
        if asks and not origins.may_ask(request.headers.get("Origin", ""), request.host):
            return refusal(403, origins.instead(OPENED))
        return None

    @app.after_request
    def add_headers(answer: Response) -> Response:  # pyright: ignore[reportUnusedFunction]
        answer.headers.pop("Server", None)
        if request.endpoint == "assets.file" and answer.mimetype in FILES:
            answer.headers.update(FOR_FILES)
            return answer
        answer.headers.update(HEADERS)
        answer.headers.setdefault("Content-Security-Policy", policy(_sockets(origins), request.endpoint))
        if request.endpoint != "assets.file":  # a library's own idea of "do not keep" is not one that browsers know
            answer.headers["Cache-Control"] = "no-store"
        if context.settings.cookie_secure:
            answer.headers["Strict-Transport-Security"] = HSTS
        return answer


def bare_headers(context: Context) -> dict[str, str]:
    """What answers carry that are no pages of ours: those of the engine, and refusals of the door."""
    found = {**HEADERS, "Content-Security-Policy": NOTHING, "Cache-Control": "no-store"}
    return found | ({"Strict-Transport-Security": HSTS} if context.settings.cookie_secure else {})


@lru_cache(NAMES)
def policy(sockets: str, endpoint: str | None) -> str:
    """Nothing inline; nothing from elsewhere; framed by nobody but the console."""
    rules = (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        f"connect-src 'self' {sockets}".rstrip(),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-src 'self'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
        "frame-ancestors 'self'" if endpoint in FRAMED else "frame-ancestors 'none'",
    )
    return "; ".join(rules)


def _sockets(origins: Origins) -> str:
    """Our own sockets by name: older browsers do not count them as 'self'."""
    scheme = "wss" if request.is_secure else "ws"
    return f"{scheme}://{request.host}" if origins.is_ours(request.host) else ""
