"""What a worker does for a session when something happened in it: finish what was interrupted, save shared work."""

from __future__ import annotations

import time

from workshop.activities.registry import parts_of_kept_work
from workshop.domain.live import Head
from workshop.service.checkpoint import save_checkpoint
from workshop.service.close_round import finish_closing
from workshop.service.context import Context
from workshop.service.finish import end_session
from workshop.service.moments import Moments
from workshop.service.ports import Signs, Unavailable, UnknownSession

EVERY = 2.0
SELDOM = 60.0
"""Seconds after which a session is looked after though nothing happened in it."""


class Housekeeper:
    """One for a session on a worker. Leases keep workers from doing the same work twice; doing it twice is harmless."""

    def __init__(self, context: Context, session: str) -> None:
        self._context, self._session, self._saved = context, session, 0
        self._retired = False
        self._moments = Moments(context, session)
        self._done: Signs | None = None
        """What had happened when everything was in order last."""
        self._ran = time.monotonic()

    def wants(self, signs: Signs) -> bool:
        """Whether there may be something to do. Asks nobody."""
        return signs != self._done or self._moments.are_due(signs) or time.monotonic() - self._ran > SELDOM

    def run(self, signs: Signs) -> None:
        """One round, of what had happened by `signs`. What an outage or another worker kept from it is wanted again."""
        self._done, self._ran = None, time.monotonic()
        try:
            head = self._context.live.head(self._session, fresh=True)
            if head.state == "ended":
                self._retire(head)
            else:
                finish_closing(self._context, self._session)
                self._moments.run(signs)
                if not self._save():
                    return
        except (Unavailable, UnknownSession):
            return
        self._done = signs

    def _save(self) -> bool:
        """False when another worker is at it."""
        seen = self._context.live.view(self._session, lambda head: ())
        newest = max(seen.parts.get(part, 0) for part in {"*", *parts_of_kept_work()})
        if newest <= self._saved:
            return True
        if not self._context.live.take_lease(self._session, "checkpoint", EVERY):
            return False
        listed = self._context.record.session(self._session)
        if listed is not None and listed.state == "ended":  # whoever ended it did not get to the end
            end_session(self._context, self._session)
            return True
        save_checkpoint(self._context, self._session)
        self._saved = newest
        return True

    def _retire(self, head: Head) -> None:
        """Once for each worker: whoever ended it may have died before the live state was erased."""
        if not self._retired:
            self._context.live.retire(self._session, head.code)
            self._retired = True
