"""How templates write what is not text: days."""

from __future__ import annotations

from datetime import date

from flask import Flask

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def init_words(app: Flask) -> None:
    """Register the filter `day`."""
    app.jinja_env.filters["day"] = day


def day(iso: str) -> str:
    """`2026-11-24` as people write it: 24 November 2026. Raises ValueError for anything else."""
    found = date.fromisoformat(iso)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"
