"""A room's rounds that are counted, and the world that really was: paths of those who placed the card first.

Quorum goes through the real functions (domain/quorum.py); they look at taps only, never at where anybody stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from benchmarks.attack.rooms import K, Path, Room
from workshop.domain import quorum
from workshop.domain.live import Head, Round, Step

World = tuple[Path, ...]
"""By member: the pile after each counted round."""
Reached = Callable[[Head, dict[str, int], str], bool]


@dataclass(frozen=True)
class Story:
    """What anybody could watch. Members are those who answered the card in its first counted round.

    `taps[m][r]`: whether member m answered again in counted round r. `own[m]`: the attacker's. `said[m][r]`: says
    aloud that they moved. `people`: the most seats ever held. `truth`: the world that really was.
    """

    room: Room
    taps: tuple[tuple[bool, ...], ...]
    own: tuple[bool, ...]
    said: tuple[tuple[bool, ...], ...]
    people: int
    truth: World

    @property
    def rounds(self) -> int:
        """How many were counted."""
        return len(self.taps[0])


def by_quorum(head: Head, counts: dict[str, int], round_id: str) -> bool:
    """The rule: enough have finished, or enough without the idle after three minutes."""
    return quorum.reached(head, counts, round_id) or quorum.reached(head, counts, round_id, idle_out=True)


def tell(room: Room, reached: Reached = by_quorum) -> Story | None:
    """The story of a room; None when nothing of it was ever counted."""
    everybody = range(len(room.taps))
    finished = [_finished(room, r, reached) for r in range(room.kind.again + 1)]
    counted = [r for r, f in enumerate(finished) if f is not None]
    if not counted:
        return None
    members = [p for p in everybody if p in (finished[counted[0]] or ())]
    taps = tuple(tuple(m in (finished[r] or ()) for r in counted) for m in members)
    truth = tuple(_stands(room, m, counted, t) for m, t in zip(members, taps, strict=True))
    said = tuple(tuple(room.kind.aloud and b != a for a, b in zip((p[0], *p), p, strict=False)) for p in truth)
    most = max(sum(a <= r <= b for a, b in room.seated) for r in range(room.kind.again + 1))
    return Story(room, taps, tuple(m < room.kind.own for m in members), said, most, truth)


def _stands(room: Room, m: int, counted: list[int], taps: tuple[bool, ...]) -> Path:
    """Where a member is counted: where they stood, unless they tapped."""
    path, at = [], room.wishes[m][counted[0]]
    for r, tap in zip(counted, taps, strict=True):
        at = room.wishes[m][r] if tap else at
        path.append(at)
    return tuple(path)


def _finished(room: Room, r: int, reached: Reached) -> frozenset[int] | None:
    """Who finished a round before it was shown; None when it closed below quorum.

    In a hurry it is shown at the first moment at which it can be, the attacker's phones being quickest.
    """
    tapping = [p for p, taps in enumerate(room.taps) if taps[r]]
    order = sorted(tapping, key=lambda p: (p >= room.kind.own, hash((room.seed, r, p))))
    for n in range(K if room.kind.hurry else len(order), len(order) + 1):
        if n and reached(_head(r + room.kind.warmed_up), _counts(room, r, order, n), f"r{r}"):
            return frozenset(order[:n])
    return None


@lru_cache
def _head(turns: int) -> Head:
    """With so many placing rounds opened before this one."""
    rounds = {f"x{n}": Round(f"x{n}", "s1", "board", "first", ("c1",)) for n in range(turns + 1)}
    return Head("s", "C", "T", "c", 1, K, (Step("s1", "board", "Board", 5),), rounds=rounds)


def _counts(room: Room, r: int, order: list[int], n: int) -> dict[str, int]:
    """The counters that quorum reads, when the first n of those who tap in this round have."""
    turn = r + 1 + room.kind.warmed_up
    found = {f"r{r}:finished": n, "devices": sum(a <= r <= b for a, b in room.seated)}
    for p, (first, last) in enumerate(room.seated):
        if not first <= r <= last:
            continue
        newest = turn if p in order[:n] else _before(room, p, r)
        if newest is not None:
            found[f"active:{newest}"] = found.get(f"active:{newest}", 0) + 1
    return found


def _before(room: Room, p: int, r: int) -> int | None:
    """The turn of this phone's newest tap before round r; a warm-up is turn 1 and everybody who is there taps."""
    earlier = [q for q in range(r) if room.taps[p][q]]
    if earlier:
        return earlier[-1] + 1 + room.kind.warmed_up
    return 1 if room.kind.warmed_up and room.seated[p][0] == 0 else None
