"""What a worker does for a session every few seconds: finish what was interrupted, save shared work."""

from __future__ import annotations

from workshop.activities.registry import parts_of_kept_work
from workshop.domain.live import Head
from workshop.service.checkpoint import save_checkpoint
from workshop.service.close_round import finish_closing
from workshop.service.context import Context
from workshop.service.finish import end_session
from workshop.service.moments import Moments
from workshop.service.ports import Unavailable, UnknownSession

EVERY = 2.0


class Housekeeper:
    """One for a session on a worker. Leases keep workers from doing the same work twice; doing it twice is harmless."""

    def __init__(self, context: Context, session: str) -> None:
        self._context, self._session, self._saved = context, session, 0
        self._retired = False
        self._moments = Moments(context, session)

    def run(self) -> None:
        """One round of housekeeping. Outages are waited out: the next round comes soon."""
        try:
            head = self._context.live.head(self._session, fresh=True)
            if head.state == "ended":
                self._retire(head)
                return
            finish_closing(self._context, self._session)
            self._moments.run()
            self._save()
        except (Unavailable, UnknownSession):
            return

    def _save(self) -> None:
        seen = self._context.live.view(self._session, lambda head: ())
        newest = max(seen.parts.get(part, 0) for part in {"*", *parts_of_kept_work()})
        if newest <= self._saved or not self._context.live.take_lease(self._session, "checkpoint", EVERY):
            return
        listed = self._context.record.session(self._session)
        if listed is not None and listed.state == "ended":  # whoever ended it did not get to the end
            end_session(self._context, self._session)
            return
        save_checkpoint(self._context, self._session)
        self._saved = newest

    def _retire(self, head: Head) -> None:
        """Once for each worker: whoever ended it may have died before the live state was erased."""
        if not self._retired:
            self._context.live.retire(self._session, head.code)
            self._retired = True
