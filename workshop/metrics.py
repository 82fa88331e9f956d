"""Figures about the process for whoever looks after it: how much, how fast, never who or what.

No label names a session, a person or a round, and what is read is never newer than the last of few snapshots: whoever
reads it again and again sees no single tap. Several processes of `--workers` write into one directory, and any of
them answers for all.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

OUTCOMES = ("ok", "refused", "invalid", "too_fast", "saving", "failed")
ROLES = ("delegate", "facilitator", "screen")
SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""The variable by which prometheus_client knows where several processes write."""
WITHIN = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

EVERY = 30.0
"""Seconds for which a snapshot is shown."""

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


@dataclass
class _Snapshot:
    """What was read last, and when, in seconds since the epoch."""

    when: float = 0.0
    text: bytes = b""


_last = _Snapshot()


def snapshot(now: float | None = None) -> bytes:
    """The text that Prometheus reads, as it was at most half a minute ago; the same for all processes."""
    now = time.time() if now is None else now
    if not 0 <= now - _last.when < EVERY:
        _last.when, _last.text = _shared_snapshot(now) if SHARED in os.environ else (now, exposition())
    return _last.text


def _shared_snapshot(now: float) -> tuple[float, bytes]:
    """The one that a sister process made, while it is young enough; else a new one, for all of them."""
    kept = Path(os.environ[SHARED], "snapshot.txt")
    with suppress(OSError):
        if 0 <= now - (made := kept.stat().st_mtime) < EVERY:
            return made, kept.read_bytes()
    text = exposition()
    ours = kept.with_suffix(f".{os.getpid()}")
    ours.write_bytes(text)
    os.utime(ours, (now, now))
    ours.replace(kept)
    return now, text


def exposition() -> bytes:
    """The figures of this moment; of all processes together when there are several. For `snapshot`, not for readers."""
    if SHARED not in os.environ:
        return generate_latest(registry)
    together = CollectorRegistry()
    MultiProcessCollector(together)
    return generate_latest(together)


def forget_process(pid: int) -> None:
    """A process has ended: its sockets are closed. Called by the parent."""
    if SHARED in os.environ:
        mark_process_dead(pid)
