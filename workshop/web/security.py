"""What every answer carries, and what every request must: headers, Content-Security-Policy, Host, Origin, sizes."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request
from werkzeug.middleware.proxy_fix import ProxyFix

from workshop.network import local_addresses
from workshop.service.house import House

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


def init_security(app: Flask, house: House) -> None:
    """Set the limits, check Host and Origin, and put the headers on every answer."""
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_BODY
    if house.settings.trust_proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]
    hosts = own_hosts(house)

    @app.before_request
    def check_sender() -> None:  # pyright: ignore[reportUnusedFunction]
        # Probes of a load balancer name whatever they like, and are told nothing.
        if request.endpoint not in FOR_MACHINES and not _is_ours(request.host, hosts):
            abort(400)
        origin = request.headers.get("Origin")
        if request.method not in ("GET", "HEAD", "OPTIONS") and origin and not _same(origin, house):
            abort(403)

    @app.after_request
    def add_headers(answer: Response) -> Response:  # pyright: ignore[reportUnusedFunction]
        answer.headers.pop("Server", None)
        if request.endpoint == "assets.file" and answer.mimetype in FILES:
            answer.headers.update(FOR_FILES)
            return answer
        answer.headers.update(HEADERS)
        answer.headers.setdefault("Content-Security-Policy", policy(_sockets(hosts), request.endpoint))
        if request.endpoint != "assets.file":  # a library's own idea of "do not keep" is not one that browsers know
            answer.headers["Cache-Control"] = "no-store"
        if house.settings.cookie_secure:
            answer.headers["Strict-Transport-Security"] = HSTS
        return answer


def bare_headers(house: House) -> dict[str, str]:
    """What answers carry that are no pages of ours: those of the engine, and refusals of the door."""
    found = {**HEADERS, "Content-Security-Policy": NOTHING, "Cache-Control": "no-store"}
    return found | ({"Strict-Transport-Security": HSTS} if house.settings.cookie_secure else {})


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


def own_hosts(house: House) -> frozenset[str]:
    """The names that this workshop answers to. Any other name that leads here may be a trick (DNS rebinding)."""
    named = [house.settings.public_url, house.address, *house.settings.origins]
    machine = socket.gethostname().lower()
    return frozenset({"localhost", machine, f"{machine}.local", *(urlsplit(u).hostname or "" for u in named if u)}) - {
        ""
    }


def _is_ours(host: str, hosts: frozenset[str]) -> bool:
    """One of our names, or a bare address: an address cannot be pointed elsewhere."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return name in hosts or _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _sockets(hosts: frozenset[str]) -> str:
    """Our own sockets by name: older browsers do not count them as 'self'."""
    scheme = "wss" if request.is_secure else "ws"
    return f"{scheme}://{request.host}" if _is_ours(request.host, hosts) else ""


def _same(origin: str, house: House) -> bool:
    """Named origins, or the very host that was asked; forwarded headers count only when a proxy is trusted."""
    if origin in house.settings.allowed_origins(["localhost", "127.0.0.1", *local_addresses()]):
        return True
    asked = urlsplit(origin)
    return asked.scheme in ("http", "https") and asked.netloc == request.host
