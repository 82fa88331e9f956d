"""The results as a table for docs/promise.md."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.attack.odds import Gain, interval
from benchmarks.attack.run import Found, differing

KINDS = {
    "named": "one stage is left for somebody, by all that was told",
    "few others": "the same, where fewer than five who answered are not the attacker's phones",
    "one mind": "the same, because all who answered, but for the attacker's phones, placed it alike",
}


def markdown(found: Found) -> str:
    """All tables, with a line on what each is about."""
    return "\n".join([*_named(found), "", *_odds(found), "", *_controls(found), "", *_told(found)])


def _named(found: Found) -> Iterator[str]:
    rooms = f"{found.rooms:,} hard rooms; {found.aloud:,} in which people say aloud that they moved"
    yield f"| {rooms} | rooms | aloud | what they would do |"
    yield "|---|---|---|---|"
    for kind, words in KINDS.items():
        here, aloud = found.rooms_with(kind), found.rooms_with(kind, aloud=True)
        would = _share(found.second_with(kind), found.rooms)
        yield f"| {words} | {_share(here, found.rooms)} | {_share(aloud, found.aloud)} | {would} |"


def _share(n: int, of: int) -> str:
    """A share with what "none" means: 95 % sure that it is below three in so many."""
    if not of:
        return "–"
    return f"{n} ({100 * n / of:.2f} %)" if n else f"0 (≤ {300 / of:.2f} %)"


def _odds(found: Found) -> Iterator[str]:
    yield "| guessing (Brier score, 0 to 2; mean and 95 % interval) | rooms | better than the shares | the log's part |"
    yield "|---|---|---|---|"
    yield _gain("nobody is known to differ", found.odds(False))
    yield _gain("up to 30 % away, late, leaving or slow", found.odds(True))
    yield _gain("people say aloud that they moved", found.gains_aloud)
    yield _gain("some away, and what people would do is told too: their stage", differing(found.stage_too))
    yield _gain("the same: what they would do", differing(found.would))


def _gain(words: str, gains: list[Gain]) -> str:
    if len(gains) < 2:
        return f"| {words} | {len(gains)} | – | – |"
    over, paired = interval([g.real for g in gains]), interval([g.paired for g in gains])
    return f"| {words} | {len(gains):,} | {_interval(over)} | {_interval(paired)} |"


def _interval(of: tuple[float, float, float]) -> str:
    middle, low, high = (round(x, 4) + 0.0 for x in of)
    return f"{middle:.4f} ({low:.4f} to {high:.4f})"


def _controls(found: Found) -> Iterator[str]:
    yield "| rules that are known to be bad | rooms tried | rooms that name somebody whom ours does not |"
    yield "|---|---|---|"
    for name, (rooms, hits) in found.controls.items():
        yield f"| {name} | {rooms} | {hits} |"


def _told(found: Found) -> Iterator[str]:
    yield "| nobody attacks, 30 % move, three re-placings | told |"
    yield "|---|---|"
    for room, share in found.told.items():
        yield f"| {room} | {100 * share:.0f} % |"
