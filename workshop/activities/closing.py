"""How a round that is told by a reveal comes to its end: the same for placings and for what the room wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workshop.activities.base import Change, CloseRound, Refused, Situation
from workshop.domain import quorum
from workshop.domain.live import Head, Round

NEVER = Refused("too_few", "board.never")


def closable(head: Head, round_id: str, kind: str) -> Round | Refused:
    """A round of this kind that is open, or was begun to be closed."""
    found = head.rounds.get(round_id)
    if found is None or found.kind != kind or found.state not in ("open", "closing"):
        return Refused("not_now", "board.not_open")
    return found


def revealing(situation: Situation, found: Round, idle_out: bool, parts: frozenset[str]) -> Change | Refused:
    """Close it and show it, if enough have finished; `idle_out`: without waiting for phones that nobody uses."""
    head = situation.head
    if idle_out and not quorum.may_count_idle_out(head, found.id, situation.now()):
        return Refused("not_now", "board.early")
    if found.state == "open" and not quorum.reached(head, situation.counts, found.id, idle_out):
        return _too_few(head, situation.counts, idle_out)
    enough = found.quorum if found.state == "closing" else quorum.reached(head, situation.counts, found.id, idle_out)
    return ending(head, found, True, enough, parts)


def ending(head: Head, found: Round, reveal: bool, enough: bool, parts: frozenset[str]) -> Change:
    """The quorum is frozen with the close. What was begun ends as it began: nobody's tap can be added to it."""
    closing = replace(found, state="closing", reveal=reveal and enough, quorum=enough)
    return Change(head=head.with_round(closing), parts=parts, then=(CloseRound(found.id, reveal and enough),))


def _too_few(head: Head, counts: Mapping[str, int], idle_out: bool) -> Refused:
    if counts.get("devices", 0) < head.k:
        return Refused("too_few", "board.too_few_joined", {"k": head.k})
    if idle_out:
        return Refused("too_few", "board.too_few_active")
    return Refused("too_few", "board.too_few_finished")
