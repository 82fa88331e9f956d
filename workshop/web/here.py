"""The context, from within a request."""

from __future__ import annotations

from flask import current_app

from workshop.service.context import Context


def context() -> Context:
    """The context that this app was joined with."""
    return current_app.extensions["context"]
