"""What is saved of a running session so that it can be rebuilt when the live state is gone.

Everything here was shared work of the room or a facilitator's setting. Nothing here belongs to a seat.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workshop.domain.live import Head

Slices = Mapping[str, Mapping[str, Any]]
"""One collection: key → value (JSON-like)."""


ROOM = "room"
"""Collection of a checkpoint that is no collection of the live session. `people`: `most`, the most who ever held a
seat. `log`: `id`, which log of the live store it was read from; another one begins when that store starts again.
"""


@dataclass(frozen=True)
class Checkpoint:
    """The head, and those shared collections that their activities keep.

    `rev`: the live state's revision up to which all of it is in here, at least; 0 when that is not known.
    `support`: counts that were told and outlive the live state, by what they count.
    """

    head: Head
    collections: Mapping[str, Slices] = field(default_factory=dict[str, Slices])
    support: Mapping[str, int] = field(default_factory=dict[str, int])
    rev: int = 0

    def is_older_than(self, other: Checkpoint) -> bool:
        """Whether the room had moved on since, as far as the two can tell: revisions compare within one log only."""
        if self._log and self._log == other._log:
            return (self.head.version, self.rev) < (other.head.version, other.rev)
        return self.head.version < other.head.version

    @property
    def _log(self) -> str:
        return self.collections.get(ROOM, {}).get("log", {}).get("id", "")
