"""Fixed moments of the server's clock: what is told at them is told whoever taps, and however often."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workshop.domain.asking import EVERY
from workshop.service.house import House
from workshop.service.questions import release_questions
from workshop.service.support import gather_support
from workshop.service.telling import tell_counts

Act = Callable[[House, str], None]
AT: Mapping[str, tuple[int, Act]] = {
    "counts": (10, tell_counts),
    "support": (60, gather_support),
    "questions": (EVERY, release_questions),
}
"""What is done → (whole multiples of how many seconds, how)."""


class Moments:
    """One for a session on a worker. A lease for each moment keeps a second worker from it."""

    def __init__(self, house: House, session: str) -> None:
        self._house, self._session = house, session
        self._seen = {what: self._moment(every) for what, (every, _) in AT.items()}

    def run(self) -> None:
        """Do what has come due since. Raises Unavailable, UnknownSession; then it is done the next time."""
        for what, (every, act) in AT.items():
            moment = self._moment(every)
            if moment == self._seen[what]:
                continue
            if self._house.live.take_lease(self._session, f"{what}-{moment}", 2 * every):
                act(self._house, self._session)
            self._seen[what] = moment

    def _moment(self, every: int) -> int:
        return int(self._house.now()) // every
