"""What an overview holds: figures over whole sessions of one period, by case study. Types only."""

from __future__ import annotations

from pydantic.dataclasses import dataclass

from workshop.domain import agreement
from workshop.outputs.told_figures import ToldFigures


@dataclass(frozen=True)
class Report:
    """One released report. `summed`: its placings may be added to others'."""

    told: ToldFigures
    summed: bool


@dataclass(frozen=True)
class Block:
    """A session of a quarter, or several of one version: `sessions`. `people` None: too few to say."""

    case: str
    version: int
    sessions: int
    people: int | None


@dataclass(frozen=True)
class Quarter:
    """One quarter of the period; `blocks` may be sums, by version."""

    quarter: str
    sessions: int
    people: int
    too_few: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class CardOver:
    """A card as `rooms` rooms placed it first. `kinds`: (kind, rooms), commonest first. `versions`: in which it stands.

    `tallies`, `unsure`: over `summed` of the rooms; None where those are fewer than two. `missing`: (topic, rooms that
    named it).
    """

    text: str
    versions: tuple[int, ...]
    rooms: int
    kinds: tuple[tuple[str, int], ...]
    summed: int
    tallies: tuple[int, ...] | None
    unsure: int | None
    label: str
    missing: tuple[tuple[str, int], ...]

    @property
    def split(self) -> float:
        """Share of rooms that it split."""
        return dict(self.kinds).get(agreement.SPLIT, 0) / self.rooms


@dataclass(frozen=True)
class MoveOver:
    """A card placed again after one piece of information ("": after a talk), in `rooms` rooms.

    `moved`: (typical, same, harmful) over the `told` rooms that told it; None where those are fewer than two.
    """

    card: str
    information: str
    expected: str
    rooms: int
    told: int
    moved: tuple[int, int, int] | None


@dataclass(frozen=True)
class CaseOver:
    """A case study with one scale, in all its versions. `cards`: those that split most rooms first."""

    scenario: str
    title: str
    versions: tuple[tuple[int, int], ...]
    """(version, sessions)."""
    stages: tuple[str, ...]
    sessions: int
    cards: tuple[CardOver, ...]
    moves: tuple[MoveOver, ...]


@dataclass(frozen=True)
class ItemOver:
    """A confidence item, by the medians of `rooms` rooms: their middle, and where it may lie (None: too few rooms)."""

    words: str
    rooms: int
    start: int
    start_range: tuple[int, int] | None
    end: int
    end_range: tuple[int, int] | None
    rose: int
    same: int
    fell: int


@dataclass(frozen=True)
class NeedOver:
    """So many people or more named it, in `rooms` rooms that tell how many."""

    need: str
    rooms: int
    n: int


@dataclass(frozen=True)
class ThemeOver:
    """So many kept questions were put under it, in `rooms` rooms. `theme`: an id."""

    theme: str
    rooms: int
    n: int


@dataclass(frozen=True)
class Overview:
    """A period. `people`: of sessions that tell how many; `too_few`: sessions that do not."""

    period: str
    sessions: int
    people: int
    too_few: int
    quarters: tuple[Quarter, ...]
    cases: tuple[CaseOver, ...]
    versions: tuple[CaseOver, ...]
    """The same, each version by itself."""
    confidence: tuple[ItemOver, ...]
    needs: tuple[NeedOver, ...]
    themes: tuple[ThemeOver, ...] = ()
