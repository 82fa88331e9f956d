"""The clock of a running order: when the room ends as it goes, and how many minutes the steps to come get.

It starts by a facilitator's hand, never by a phone. From then on `Head.due` says when the room is to end; whatever a
step takes more or less than its minutes is behind or ahead of that. The browser has the same rules, for what is shown
before anybody presses (static/src/console/schedule.ts); tests/messages/schedule.json holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import floor

from workshop.domain.live import Head, Step

MINUTE = 60.0
Keeps = Callable[[Step], bool]
"""Whether a step keeps its minutes, whatever the clock says: the break, support and leaving."""


def minutes(head: Head, step: Step) -> int:
    """How many minutes a step gets: as it was fitted, else its own."""
    return head.fit.get(step.id, step.minutes)


def started(head: Head, now: float) -> Head:
    """The clock begins with the step where the room is, as if all before had taken its minutes."""
    to_come = sum(minutes(head, s) for s in head.steps[head.position :])
    return replace(head, began=now, due=now + to_come * MINUTE, spent={})


def entered(before: Head, there: Head, now: float) -> Head:
    """The head at another step, with what the step that it left has taken. Leaving a step starts a clock that stood."""
    if before.due is None or before.began is None:
        return started(there, now)
    left = before.step.id
    took = before.spent.get(left, 0.0) + max(0.0, now - before.began)
    return replace(there, began=now, due=before.due, spent={**before.spent, left: took})


def ends(head: Head, now: float) -> float | None:
    """When the room ends as it goes, in seconds since the epoch; None while the clock stands.

    A step that has had some of its minutes takes the rest, and one that has had all takes none.
    """
    if head.due is None or head.began is None:
        return None
    spent = {**head.spent, head.step.id: head.spent.get(head.step.id, 0.0) + max(0.0, now - head.began)}
    return now + sum(max(0.0, minutes(head, s) * MINUTE - spent.get(s.id, 0.0)) for s in head.steps[head.position :])


def behind(head: Head, now: float) -> int:
    """Whole minutes behind the plan; below nothing, ahead of it; 0 while the clock stands."""
    as_it_goes = ends(head, now)
    return 0 if as_it_goes is None or head.due is None else floor((as_it_goes - head.due) / MINUTE + 0.5)


def fitted(head: Head, now: float, keeps: Keeps) -> Mapping[str, int]:
    """Step → minutes, for those to come that the room has not been in and that do not keep theirs.

    Together they give, or are given, what the room is behind or ahead; in proportion to their own minutes.
    """
    to_come = [s for s in head.steps[head.position + 1 :] if s.id not in head.spent and not keeps(s)]
    total = sum(minutes(head, s) for s in to_come) - behind(head, now)
    return dict(zip((s.id for s in to_come), shared([s.minutes for s in to_come], total), strict=True))


def shared(own: Sequence[int], total: int) -> tuple[int, ...]:
    """So many minutes among steps in proportion to their own, whole, and to none less than half of its own.

    What is left over when all are rounded down goes to those that lost most by it, the earlier first. Their sum is
    `total`, or that of all halves where it is less. The same minutes come of the same total, whatever was before.
    """
    halves = [(n + 1) // 2 for n in own]
    at_half: set[int] = set()
    while free := [i for i in range(len(own)) if i not in at_half]:
        rest = total - sum(halves[i] for i in at_half)
        whole = sum(own[i] for i in free)
        short = {i for i in free if own[i] * rest < halves[i] * whole}
        if not short:
            return _rounded(own, halves, free, rest)
        at_half |= short
    return tuple(halves)


def _rounded(own: Sequence[int], halves: Sequence[int], free: Sequence[int], rest: int) -> tuple[int, ...]:
    """The halves, but for those that are free: these have the rest among them."""
    whole = sum(own[i] for i in free)
    found = list(halves)
    for i in free:
        found[i] = own[i] * rest // whole
    over = rest - sum(found[i] for i in free)
    for i in sorted(free, key=lambda i: -(own[i] * rest % whole))[:over]:
        found[i] += 1
    return tuple(found)
