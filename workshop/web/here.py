"""The house, from within a request."""

from __future__ import annotations

from flask import current_app

from workshop.service.house import House


def house() -> House:
    """The house that this app was joined with."""
    return current_app.extensions["house"]
