"""What every answer carries, and what every request must: headers, Content-Security-Policy, Origin, sizes."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, abort, request
from werkzeug.middleware.proxy_fix import ProxyFix

from workshop.network import local_addresses
from workshop.service.house import House
from workshop.web.assets import Assets

LARGEST_BODY = 64 * 1024
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
}


def init_security(app: Flask, house: House, assets: Assets) -> None:
    """Set the limits, check the Origin of what changes something, and put the headers on every answer."""
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_BODY
    if house.settings.trust_proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]
    policy = _policy(assets)

    @app.before_request
    def check_origin() -> None:  # pyright: ignore[reportUnusedFunction]
        origin = request.headers.get("Origin")
        if request.method not in ("GET", "HEAD", "OPTIONS") and origin and not _ours(origin, house):
            abort(403)

    @app.after_request
    def add_headers(answer: Response) -> Response:  # pyright: ignore[reportUnusedFunction]
        answer.headers.extend(HEADERS)
        answer.headers.setdefault("Content-Security-Policy", policy)
        answer.headers.setdefault("Cache-Control", "no-store")
        answer.headers.pop("Server", None)
        if house.settings.cookie_secure:
            answer.headers["Strict-Transport-Security"] = "max-age=31536000"
        return answer


def _policy(assets: Assets) -> str:
    """Nothing inline but the import map, by its hash; nothing from elsewhere; frames of our own only."""
    rules = (
        "default-src 'none'",
        f"script-src 'self' {assets.import_map_source()}",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-src 'self'",
        "frame-ancestors 'self'",
    )
    return "; ".join(rules)


def _ours(origin: str, house: House) -> bool:
    """Named origins, or the very host that was asked; forwarded headers count only when a proxy is trusted."""
    asked = urlsplit(origin)
    if origin in house.settings.allowed_origins(["localhost", "127.0.0.1", *local_addresses()]):
        return True
    return asked.scheme in ("http", "https") and asked.netloc == request.host
