"""Figures about the process for whoever looks after it: how much, how fast, never who or what.

No label names a session, a person or a round. Several processes of `--workers` write into one directory, and any of
them answers for all.
"""

from __future__ import annotations

import os

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

OUTCOMES = ("ok", "refused", "invalid", "too_fast", "saving", "failed")
ROLES = ("delegate", "facilitator", "screen")
SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""The variable by which prometheus_client knows where several processes write."""
WITHIN = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

registry = CollectorRegistry()
_commands = Counter("workshop_commands", "Commands, by how they ended.", ["outcome"], registry=registry)
_sockets = Gauge("workshop_sockets", "Open sockets.", ["role"], registry=registry, multiprocess_mode="livesum")
COMMANDS = {outcome: _commands.labels(outcome) for outcome in OUTCOMES}
SOCKETS = {role: _sockets.labels(role) for role in ROLES}
SECONDS = Histogram("workshop_command_seconds", "From a command to its ack.", buckets=WITHIN, registry=registry)
_connects = Counter("workshop_connects", "Sockets that came, by protocol.", ["protocol"], registry=registry)
CONNECTS = {name: _connects.labels(name) for name in ("1", "2", "newer")}
FRAMES = Counter("workshop_frames", "Frames handed to sockets.", registry=registry)
WITHHELD = Counter("workshop_frames_withheld", "Frames that phones which do not read were spared.", registry=registry)
IN_PART = Counter("workshop_frames_in_part", "Frames of which a phone took only a part at first.", registry=registry)


def connected(protocol: int) -> None:
    """A socket came that speaks this version of the protocol."""
    CONNECTS.get(str(protocol), CONNECTS["newer"]).inc()


def outcome(ack: dict[str, object]) -> str:
    """How a command ended, in one of OUTCOMES."""
    code = "ok" if ack["ok"] else str(ack.get("code"))
    return code if code in OUTCOMES else "refused"


def exposition() -> bytes:
    """The text that Prometheus reads; of all processes together when there are several."""
    if SHARED not in os.environ:
        return generate_latest(registry)
    together = CollectorRegistry()
    MultiProcessCollector(together)
    return generate_latest(together)


def forget_process(pid: int) -> None:
    """A process has ended: its sockets are closed. Called by the parent."""
    if SHARED in os.environ:
        mark_process_dead(pid)
