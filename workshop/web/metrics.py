"""`/metrics`, for this machine, or for whoever shows the token made from the installation's secret."""

from __future__ import annotations

import hmac
from ipaddress import ip_address

from flask import Blueprint, Response, current_app, request
from prometheus_client import CONTENT_TYPE_LATEST

from workshop.metrics import snapshot

blueprint = Blueprint("metrics", __name__)
FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-IP")


@blueprint.get("/metrics")
def metrics() -> Response:
    """Figures about the process, without any name in them."""
    return Response(snapshot(), content_type=CONTENT_TYPE_LATEST)


def may_read_metrics() -> bool:
    """A program on this machine that came by no proxy, or a bearer of the token."""
    kind, _, shown = request.headers.get("Authorization", "").partition(" ")
    token = str(current_app.config.get("METRICS_TOKEN", ""))
    if token and kind.lower() == "bearer" and hmac.compare_digest(shown.encode(), token.encode()):
        return True
    return _is_this_machine() and not any(name in request.headers for name in FORWARDED)


def _is_this_machine() -> bool:
    try:
        return ip_address(request.environ.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
