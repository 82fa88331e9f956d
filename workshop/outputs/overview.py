"""An organisation's released sessions over one fixed period: sums of told figures, by case study, and of nothing else.

Rooms count by their kinds. Placings and moves are added up over rooms no two of which may be the same people but for a
few; which those are is decided once for each report, so that no period can be taken from another (docs/decisions/053).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import groupby

from pydantic import TypeAdapter

from workshop.domain import agreement
from workshop.domain.intervals import interval, median
from workshop.domain.periods import quarters_of
from workshop.domain.question_themes import THEMES
from workshop.outputs.overview_model import Block as Block
from workshop.outputs.overview_model import CardOver as CardOver
from workshop.outputs.overview_model import CaseOver as CaseOver
from workshop.outputs.overview_model import ItemOver as ItemOver
from workshop.outputs.overview_model import MoveOver as MoveOver
from workshop.outputs.overview_model import NeedOver as NeedOver
from workshop.outputs.overview_model import Overview as Overview
from workshop.outputs.overview_model import Quarter as Quarter
from workshop.outputs.overview_model import Report as Report
from workshop.outputs.overview_model import ThemeOver as ThemeOver
from workshop.outputs.told_figures import ToldCard, ToldFigures, ToldMove

MOST_BLOCKS = 40
"""Rooms of a quarter that are drawn one by one; of more, one block a version of a case study."""
LEAST_ROOMS = 2


FORM = TypeAdapter(Overview)


def read(kept: bytes | str) -> Overview:
    """What was written before."""
    return FORM.validate_json(kept)


def written(over: Overview) -> str:
    """Canonical JSON."""
    return FORM.dump_json(over).decode()


def overview(period: str, reports: Iterable[Report], test: bool = False) -> Overview:
    """Of all released reports of a period, in any order. `test`: of rehearsals, which else are in nothing."""
    ours = sorted((r for r in reports if r.told.rehearsal == test), key=_in_order)
    held = [r.told for r in ours]
    having = [r for r in ours if r.told.people is not None]
    told = [r.told for r in having]
    return Overview(
        period=period,
        sessions=len(held),
        people=sum(r.people or 0 for r in told),
        too_few=len(held) - len(told),
        quarters=tuple(_quarter(q, [r for r in held if r.quarter == q]) for q in quarters_of(period)),
        cases=tuple(sorted(_cases(having), key=_most_held)),
        versions=tuple(sorted(_cases(having, by_version=True), key=_most_held)),
        confidence=tuple(_confidence(told)),
        needs=tuple(_needs(told)),
        themes=tuple(_themes(told)),
    )


def same_words(text: str) -> str:
    """By which a card of one version is that of another: letters of any width and case, spaces and marks apart."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def _quarter(quarter: str, held: list[ToldFigures]) -> Quarter:
    told = [r for r in held if r.people is not None]
    return Quarter(quarter, len(held), sum(r.people or 0 for r in told), len(held) - len(told), tuple(_blocks(held)))


def _blocks(held: list[ToldFigures]) -> list[Block]:
    if len(held) <= MOST_BLOCKS:
        return [Block(r.scenario_title, r.version, 1, r.people) for r in held]
    by_case: dict[tuple[str, int], list[ToldFigures]] = {}
    for report in held:
        by_case.setdefault((report.scenario_title, report.version), []).append(report)
    return [Block(*case, len(of), sum(r.people or 0 for r in of)) for case, of in sorted(by_case.items())]


def _in_order(report: Report) -> tuple[str, str, int, int, str]:
    told = report.told
    return told.held_on, told.scenario, told.version, told.people or 0, told.title


def _most_held(case: CaseOver) -> tuple[int, str, tuple[tuple[int, int], ...], tuple[str, ...]]:
    return -case.sessions, case.title, case.versions, case.stages


def _cases(having: list[Report], by_version: bool = False) -> list[CaseOver]:
    def which(report: Report) -> tuple[str, tuple[tuple[str, str], ...], int]:
        return report.told.scenario, report.told.stages, report.told.version if by_version else 0

    return [_case(list(of)) for _, of in groupby(sorted(having, key=which), key=which)]


def _case(reports: list[Report]) -> CaseOver:
    cards: dict[str, list[tuple[Report, ToldCard]]] = {}
    moves: dict[tuple[str, str], list[tuple[Report, ToldMove]]] = {}
    words = cache(same_words)
    for report in reports:
        for card in report.told.cards:
            cards.setdefault(words(card.text), []).append((report, card))
        for move in report.told.moves:
            moves.setdefault((words(move.information), words(move.card)), []).append((report, move))
    newest = max((r.told for r in reports), key=lambda r: (r.version, r.held_on))
    return CaseOver(
        scenario=newest.scenario,
        title=newest.scenario_title,
        versions=tuple(sorted(Counter(r.told.version for r in reports).items())),
        stages=tuple(name for _, name in newest.stages),
        sessions=len(reports),
        cards=tuple(sorted(map(_card, cards.values()), key=_most_split)),
        moves=tuple(sorted(map(_move, moves.values()), key=_most_moved)),
    )


def _most_split(card: CardOver) -> tuple[float, int, str]:
    return -card.split, -card.rooms, card.text


def _most_moved(move: MoveOver) -> tuple[int, int, str, str]:
    moved = move.moved or (0, 0, 0)
    return -(moved[0] + moved[2]), -move.rooms, move.information, move.card


def _card(of: list[tuple[Report, ToldCard]]) -> CardOver:
    summed = [card for report, card in of if report.summed]
    enough = len(summed) >= LEAST_ROOMS
    tallies = tuple(map(sum, zip(*(c.tallies for c in summed), strict=True))) if enough else None
    unsure = sum(c.unsure for c in summed)
    named = Counter(topic for _, card in of for topic in card.missing)
    return CardOver(
        text=max(of, key=lambda found: found[0].told.version)[1].text,
        versions=tuple(sorted({report.told.version for report, _ in of})),
        rooms=len(of),
        kinds=_commonest(Counter(card.kind for _, card in of if card.kind)),
        summed=len(summed) if enough else 0,
        tallies=tallies,
        unsure=unsure if enough else None,
        label=agreement.kind(tallies, unsure, 1) or "" if tallies else "",
        missing=_commonest(named),
    )


def _commonest(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda found: (-found[1], found[0])))


def _move(of: list[tuple[Report, ToldMove]]) -> MoveOver:
    told = [move.moved for report, move in of if move.moved and report.summed]
    newest = max(of, key=lambda found: found[0].told.version)[1]
    summed = (sum(m[0] for m in told), sum(m[1] for m in told), sum(m[2] for m in told))
    enough = len(told) >= LEAST_ROOMS
    return MoveOver(
        newest.card,
        newest.information,
        newest.expected,
        len(of),
        len(told) if enough else 0,
        summed if enough else None,
    )


def _confidence(told: list[ToldFigures]) -> list[ItemOver]:
    """In the order in which the newest report has them."""
    found: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    for report in reversed(told):
        for item, words, start, end in report.confidence:
            found.setdefault(item, (words, []))[1].append((start, end))
    return [_item(words, ends) for words, ends in found.values() if len(ends) >= LEAST_ROOMS]


def _item(words: str, ends: list[tuple[int, int]]) -> ItemOver:
    starts, finals = [s for s, _ in ends], [e for _, e in ends]
    return ItemOver(
        words=words,
        rooms=len(ends),
        start=median(starts),
        start_range=interval(starts),
        end=median(finals),
        end_range=interval(finals),
        rose=sum(e > s for s, e in ends),
        same=sum(e == s for s, e in ends),
        fell=sum(e < s for s, e in ends),
    )


def _needs(told: list[ToldFigures]) -> list[NeedOver]:
    """By how many named them."""
    found = [NeedOver(need, len(ns), sum(ns)) for need, ns in _by_name(r.needs for r in told)]
    return sorted(found, key=lambda need: (-need.n, need.need))


def _themes(told: list[ToldFigures]) -> list[ThemeOver]:
    """By how many questions they have."""
    found = [ThemeOver(theme, len(ns), sum(ns)) for theme, ns in _by_name(r.themes for r in told)]
    return sorted(found, key=lambda theme: (-theme.n, THEMES.index(theme.theme)))


def _by_name(found: Iterable[tuple[tuple[str, int], ...]]) -> list[tuple[str, list[int]]]:
    """Name → the number of each room that has it; of two rooms or more, so that none is one room's."""
    counts: dict[str, list[int]] = {}
    for room in found:
        for name, n in room:
            counts.setdefault(name, []).append(n)
    return [(name, ns) for name, ns in counts.items() if len(ns) >= LEAST_ROOMS]
