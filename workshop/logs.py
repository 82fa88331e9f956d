"""Logs with a closed list of fields: nothing that people typed, no token, address, user agent or socket id."""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from typing import Any

import structlog
from structlog.typing import EventDict

FIELDS = frozenset({"event", "level", "timestamp", "kind", "name", "where", "count", "seconds", "status", "account"})
QUIET = (
    "engineio",
    "engineio.server",
    "socketio",
    "socketio.server",
    "werkzeug",
    "geventwebsocket",
    "alembic",
    "gevent",
)


def configure_logs(level: str) -> None:
    """Console lines of allowed fields; the libraries that print payloads and addresses are silenced."""
    structlog.configure(
        processors=[
            only_allowed,
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="%H:%M", utc=False),
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        # Looked up at each line: whoever redirects or closes the stream in between gets what comes after.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
    )
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    logging.getLogger("workshop").addFilter(_without_trace)


def only_allowed(_: Any, __: str, event: EventDict) -> EventDict:
    """Fields that are not on the list are dropped, whoever meant well."""
    return {k: v for k, v in event.items() if k in FIELDS}


def where(fault: BaseException) -> str:
    """The last places of our own code that a fault came through: file and line, never a value."""
    frames = [
        f
        for f in traceback.extract_tb(fault.__traceback__)
        if "/workshop/" in f.filename or "/templates/" in f.filename
    ]
    return " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-3:]))


def _without_trace(record: logging.LogRecord) -> bool:
    """Flask's own error log: where it happened, never with which values."""
    if record.exc_info and record.exc_info[0] and record.exc_info[1]:
        record.msg, record.args = f"request failed: {record.exc_info[0].__name__} at {where(record.exc_info[1])}", ()
        record.exc_info = record.exc_text = None
    return True
