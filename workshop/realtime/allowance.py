"""How much one phone may ask for: one allowance for all its sockets of a worker, of which dear commands take more."""

from __future__ import annotations

import time
from collections.abc import Hashable

RATE = 15.0
BURST = 60.0
"""Taps a second and at once. Placing fast is three or four a second; a flood is refused and slows nobody else."""
TAP, VIEW, ENTER = 1.0, 12.0, 5.0
"""What is taken by a command, by a full frame that was asked for, and by coming in (a full frame too, but needed)."""
COSTS = {"session.view": VIEW}
FLOOD = 200
"""Refusals for sending too fast after which a socket is closed: it alone, and nobody else notices."""
FORGET_ABOVE = 4096


class Allowance:
    """A token bucket. `refusals`: how often it was empty since it was last full."""

    __slots__ = ("_last", "_left", "_most", "_rate", "refusals")

    def __init__(self, times: float = 1.0) -> None:
        self._rate, self._most = RATE * times, BURST * times
        self._left, self._last = self._most, time.monotonic()
        self.refusals = 0

    def take(self, cost: float = TAP) -> bool:
        """Whether there was enough; if not, nothing is taken."""
        now = time.monotonic()
        self._left = min(self._most, self._left + (now - self._last) * self._rate)
        self._last = now
        if self._left >= self._most:
            self.refusals = 0
        if self._left < cost:
            self.refusals += 1
            return False
        self._left -= cost
        return True

    def is_full(self) -> bool:
        """Nothing would be lost by forgetting it."""
        return self._left + (time.monotonic() - self._last) * self._rate >= self._most


class Allowances:
    """One for each phone or console, which a new connection does not renew."""

    def __init__(self) -> None:
        self._of: dict[Hashable, Allowance] = {}

    def of(self, who: Hashable, times: float = 1.0) -> Allowance:
        """The allowance of somebody; `times` as much as a phone has."""
        if len(self._of) > FORGET_ABOVE:
            self._of = {name: kept for name, kept in self._of.items() if not kept.is_full()}
        return self._of.setdefault(who, Allowance(times))
