"""Figures over several released reports: sums of what each of them tells, and of nothing else.

What is withheld in a room is not in the sum, and how many rooms a figure is of stands beside it. So nobody learns more
from a pool than from the reports in it; `domain/ledger.py` refuses the pools from which few people could be told.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any, cast

from workshop.domain import agreement
from workshop.domain.ledger import nearly_the_same
from workshop.drawing.strip_svg import strip_svg
from workshop.words import Words

Json = Mapping[str, Any]


@dataclass(frozen=True)
class PooledCard:
    """One card of a case study as `rooms` rooms placed it first. `tallies`: by stage, over those rooms.

    `kinds`: (settled, split and so on, in how many rooms), commonest first. Of a case study with kinds only, the
    figures are None: its rooms are so alike that the sum could be taken apart.
    """

    text: str
    rooms: int
    kinds: tuple[tuple[str, int], ...]
    placed: int | None
    tallies: tuple[int, ...] | None
    need_to_know: int | None
    agreement: float | None
    label: str


@dataclass(frozen=True)
class PooledCase:
    """The cards of one version of a case study, least agreement first."""

    title: str
    stages: tuple[str, ...]
    rooms: int
    cards: tuple[PooledCard, ...]


@dataclass(frozen=True)
class PooledItem:
    """One confidence item in `rooms` rooms that told both ends: how many medians rose, stayed, fell."""

    words: str
    rooms: int
    rose: int
    same: int
    fell: int


@dataclass(frozen=True)
class PooledNeed:
    """So many people or more named it, in the `rooms` rooms that tell how many."""

    need: str
    rooms: int
    n: int


@dataclass(frozen=True)
class Pooled:
    """Everything over the chosen reports."""

    sessions: int
    people: int
    cases: tuple[PooledCase, ...]
    confidence: tuple[PooledItem, ...]
    needs: tuple[PooledNeed, ...]


def people_of(content: bytes) -> int | None:
    """How many took part, as a released report tells; None when it does not."""
    n = _read(content).get("delegates")
    return n if isinstance(n, int) else None


def k_of(content: bytes) -> int:
    """The threshold of a released report."""
    return int(_read(content)["threshold"])


def is_rehearsal(content: bytes) -> bool:
    """Whether a report's people are invented."""
    return bool(_read(content).get("rehearsal", False))


def pooled(contents: Sequence[bytes], test: bool = False) -> Pooled:
    """Over the JSON of released reports. Their order does not matter.

    `test`: all of them are of rehearsals. Real people and invented ones are never added up: raises ValueError.
    """
    if any(is_rehearsal(c) != test for c in contents):
        raise ValueError("a rehearsal")
    reports = [_read(c) for c in contents]
    return Pooled(
        sessions=len(reports),
        people=sum(int(r.get("delegates") or 0) for r in reports),
        cases=tuple(_cases(reports)),
        confidence=tuple(_confidence(reports)),
        needs=tuple(_needs(reports)),
    )


def _read(content: bytes) -> Json:
    report = json.loads(content)
    if not isinstance(report, dict):
        raise ValueError("no report")
    return cast("Json", report)


def _cases(reports: Sequence[Json]) -> list[PooledCase]:
    """By case study, version and stages: only what was asked alike is added up."""
    by_kinds = {str(r["scenario"]) for r, other in combinations(reports, 2) if _nearly_the_same(r, other)}
    alike: dict[tuple[Any, ...], list[Json]] = {}
    for report in reports:
        stages = tuple((s["id"], s["name"]) for s in report["scale"]["stages"])
        alike.setdefault((report["scenario"], report["scenario_version"], stages), []).append(report)
    found = [_case(group, [name for _, name in key[2]], key[0] in by_kinds) for key, group in sorted(alike.items())]
    return [case for case in found if case.cards]


def _nearly_the_same(one: Json, other: Json) -> bool:
    """The same case within a year by rooms of 1 to k - 1 people more or less: they may be the same people but for
    those few, and what the two differ by would be theirs."""
    if one["scenario"] != other["scenario"]:
        return False
    k = max(int(r.get("threshold", 5)) for r in (one, other))
    ours, theirs = (int(r.get("delegates") or 0) for r in (one, other))
    return nearly_the_same(ours, theirs, k, _day(one) - _day(other))


def _day(report: Json) -> timedelta:
    return date.fromisoformat(str(report["held_on"])) - date.min


def _case(reports: list[Json], stages: list[str], by_kinds: bool) -> PooledCase:
    told: dict[str, list[Json]] = {}
    for report in reports:
        for card in _first_cards(report):
            told.setdefault(card["card"], []).append(card)
    summed = sorted((_card(group) for group in told.values()), key=_worth)
    cards = [_kinds_only(c) for c in summed] if by_kinds else summed
    return PooledCase(_title(reports[0]), tuple(stages), len(reports), tuple(cards))


def _title(report: Json) -> str:
    return str(report.get("scenario_title") or report["scenario"])


def _first_cards(report: Json) -> list[Json]:
    first = [r for r in report.get("rounds", []) if r["cause"] == "first"]
    return [c for r in first for c in r["cards"] if c["tallies"]]


def _card(told: list[Json]) -> PooledCard:
    tallies = tuple(sum(column) for column in zip(*(c["tallies"].values() for c in told), strict=True))
    unsure = sum(int(c["need_to_know"] or 0) for c in told)
    return PooledCard(
        text=str(told[0]["text"]),
        rooms=len(told),
        kinds=tuple(sorted(Counter(str(c["label"]) for c in told).items(), key=lambda kind: (-kind[1], kind[0]))),
        placed=sum(tallies),
        tallies=tallies,
        need_to_know=unsure,
        agreement=round(agreement.agreement(tallies), 7) if len(tallies) > 2 else None,
        label=agreement.kind(tallies, unsure, 1) or "",  # of told figures: at least k placed it in every room
    )


def _kinds_only(card: PooledCard) -> PooledCard:
    return replace(card, placed=None, tallies=None, need_to_know=None, agreement=None, label=card.kinds[0][0])


def _worth(card: PooledCard) -> tuple[float, str]:
    return (1.0 if card.agreement is None else card.agreement, card.text)


def _confidence(reports: Sequence[Json]) -> list[PooledItem]:
    """Medians are compared room by room: people of different rooms are not mixed."""
    changes: dict[str, list[int]] = {}
    words: dict[str, str] = {}
    for report in reports:
        ends = {c["asking"]: {i["item"]: i for i in c["items"] if i["asked"] == "now"} for c in report["confidence"]}
        for item, start in ends.get("before", {}).items():
            end = ends.get("after", {}).get(item)
            if end and start["median"] is not None and end["median"] is not None:
                words[item] = str(start["words"])
                changes.setdefault(item, []).append(end["median"] - start["median"])
    return [
        PooledItem(words[i], len(c), sum(x > 0 for x in c), sum(x == 0 for x in c), sum(x < 0 for x in c))
        for i, c in changes.items()
    ]


def _needs(reports: Sequence[Json]) -> list[PooledNeed]:
    told: dict[str, list[int]] = {}
    for report in reports:
        for need in report.get("needs", []):
            if need["n"] is not None:
                told.setdefault(str(need["need"]), []).append(int(need["n"]))
    found = [PooledNeed(need, len(counts), sum(counts)) for need, counts in told.items()]
    return sorted(found, key=lambda n: (-n.n, n.need))


def picture(case: PooledCase, card: PooledCard, words: Words, width: float = 292) -> str:
    """A card's strip in the list of its case study, as SVG; "" when there is nothing to draw."""
    piles = [(*c.tallies, c.need_to_know or 0) for c in case.cards if c.tallies is not None]
    if card.tallies is None or card.need_to_know is None:
        return ""
    return strip_svg(
        case.stages,
        card.tallies,
        card.need_to_know,
        size="list",
        width=width,
        among=piles,
        label=card.label,
        words=words,
    )
