"""The plan as it leaves: numbered actions, needs by the numbers of their notes, where it reaches, and its signs."""

from __future__ import annotations

from dataclasses import dataclass

from workshop.domain.plan import Cell


@dataclass(frozen=True)
class ActionOutput:
    """One line of the plan; `note` is the number of the note that it answers, `kind` of need by id, or "".

    `would`: how many phones would do it, None below three, as live.
    """

    target: str
    action: str
    why: str
    note: int | None
    who: str
    by_when: str
    review: str
    kind: str = ""
    known: str = ""
    step_up: str = ""
    step_down: str = ""
    would: int | None = None
    number: int = 0


@dataclass(frozen=True)
class NeededOutput:
    """A note that the room marked as a need, by its number. `met`: an action answers it."""

    note: int
    text: str
    target: str
    kind: str
    met: bool


@dataclass(frozen=True)
class SignOutput:
    """A sign to do more or less, or the review. `who` notices it and when; of the review, with whom."""

    text: str
    who: str


@dataclass(frozen=True)
class PlanOutput:
    """`kinds`: of need, (id, name). `unmet`: needs without an action, by their notes; `loose`: actions without a need,
    by their numbers; `bare`: targets without anything.
    """

    actions: tuple[ActionOutput, ...] = ()
    needs: tuple[NeededOutput, ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    cells: tuple[Cell, ...] = ()
    loose: tuple[int, ...] = ()
    bare: tuple[str, ...] = ()
    up: tuple[SignOutput, ...] = ()
    down: tuple[SignOutput, ...] = ()
    review: SignOutput | None = None

    @property
    def unmet(self) -> tuple[NeededOutput, ...]:
        """Needs without an action."""
        return tuple(n for n in self.needs if not n.met)

    @property
    def is_mapped(self) -> bool:
        """Whether the room worked with the grid: plans of earlier versions know no kinds of need."""
        return bool(self.needs or any(a.kind for a in self.actions) or any(c.state == "aside" for c in self.cells))

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it was written."""
        return not (self.actions or self.needs or self.up or self.down or self.review)
