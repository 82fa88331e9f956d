"""What is refused, by kind: counted in /metrics, and said in the log at most once a minute for each kind.

Never what was sent, by whom, or from where. A flood of refusals is one line a minute, so that it fills no disk.
"""

from __future__ import annotations

import time
from typing import Literal

import structlog
from prometheus_client import Counter

from workshop.metrics import registry

Kind = Literal[
    "head",
    "slow",
    "large",
    "stalled_reader",
    "crowd",
    "body",
    "json",
    "form",
    "polling",
    "socket",
    "packet",
    "rate",
    "origin",
]
KINDS: tuple[Kind, ...] = (
    "head",  # no HTTP: a request line or headers that cannot be read
    "slow",  # a head, a body or the next request did not come in time
    "large",  # more bytes than anybody needs
    "stalled_reader",  # asked for something and did not read it
    "crowd",  # too many strangers' connections at once: the one that waited longest
    "body",  # a body that is no JSON object where one is needed
    "json",  # JSON with what no page of ours sends: too deep, not a number, a half character, a name twice
    "form",  # a form, a query, a cookie or a header with what no page of ours sends
    "polling",  # an Engine.IO request that no client of ours makes
    "socket",  # a connection that joined no room in time, or ended against the protocol
    "packet",  # a Socket.IO packet that no client of ours sends
    "rate",  # too much from one phone
    "origin",  # a socket for a page of another host, or under a name that is none of ours
)
SAID_EVERY = 60.0
log = structlog.get_logger("refusals")
_counter = Counter(
    "workshop_refused", "What was refused before anything was done, by kind.", ["kind"], registry=registry
)
_children = {kind: _counter.labels(kind) for kind in KINDS}
_said: dict[Kind, tuple[float, int]] = {}
"""Kind → when it was said, and how many came since."""


def refused(kind: Kind) -> None:
    """One more of this kind."""
    _children[kind].inc()
    said, since = _said.get(kind, (float("-inf"), 0))
    now = time.monotonic()
    if now - said < SAID_EVERY:
        _said[kind] = (said, since + 1)
        return
    _said[kind] = (now, 0)
    log.info("refused", kind=kind, count=since + 1)
