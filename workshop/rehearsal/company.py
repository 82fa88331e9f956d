"""A room of simulated delegates."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from workshop.rehearsal.answer_policy import AnswerPolicy
from workshop.rehearsal.delegate import Pace, SimulatedDelegate

Effects = dict[str, dict[str, str]]
AT_ONCE = 20


def like_people() -> None:
    """The pause that a person makes before an answer."""
    time.sleep(random.uniform(0.5, 4))


@dataclass
class Company:
    """`size` delegates of one seed; the last may come late, the first may lose its connection in mid-round."""

    url: str
    code: str
    size: int
    seed: int
    effects: Effects = field(default_factory=Effects)
    late: int = 0
    drop: bool = False
    pace: Pace = lambda: None
    delegates: list[SimulatedDelegate] = field(default_factory=list[SimulatedDelegate])

    def join(self) -> None:
        """All but the late ones join, many at once."""
        self._join(range(self.size - self.late))

    def join_late(self) -> None:
        """The rest arrive."""
        self._join(range(self.size - self.late, self.size))

    def wait_until(self, what: str, seconds: float = 0) -> None:
        """Wait until everybody here has done all that they would do about `what`; a big room is given longer."""
        self._wait(lambda: all(d.settled(what) for d in self.delegates), seconds or 60 + self.size, what)

    def everyone(self, act: Callable[[SimulatedDelegate], None]) -> None:
        """Have everybody do something, many at once."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(act, self.delegates))

    def leave(self) -> None:
        """All phones are put away."""
        for delegate in self.delegates:
            delegate.leave()

    def _join(self, whom: range) -> None:
        fresh = [
            SimulatedDelegate(
                self.url,
                self.code,
                AnswerPolicy(self.seed, who),
                self.effects,
                drops=self.drop and who == 0,
                pace=self.pace,
            )
            for who in whom
        ]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(SimulatedDelegate.join, fresh))
        self.delegates += fresh

    def _wait(self, holds: Callable[[], bool], seconds: float, what: str) -> None:
        deadline = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > deadline:
                raise TimeoutError(f"the room did not finish {what}")
            time.sleep(0.02)
