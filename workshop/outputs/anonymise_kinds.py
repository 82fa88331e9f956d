"""What notes say of themselves, and what the explanation lacks, as it leaves: cards by their short words."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.domain.note_kinds import NoteKind
from workshop.domain.nudges import lacking
from workshop.domain.scenario import Scenario
from workshop.outputs.model import GroundOutput, LackingOutput, NoteOutput


def ground_told(scenario: Scenario, id_: str) -> GroundOutput | None:
    """A card of the case, or its new information; None for none, and for one that this case study does not have."""
    for card in scenario.cards:
        if card.id == id_:
            return GroundOutput("card", id_, text=card.short_text)
    for number, information in enumerate(scenario.information, 1):
        if information.id == id_:
            return GroundOutput("information", id_, number=number)
    return None


def itself(note: NoteOutput) -> NoteKind:
    """What a note says of itself, as it leaves."""
    return NoteKind(note.sure, note.voice, note.ground.id if note.ground else "")


def lacking_told(scenario: Scenario, notes: Iterable[NoteOutput], links: int) -> tuple[LackingOutput, ...]:
    """What these notes, and so many links, still lack."""
    wall = [(n.section, itself(n)) for n in notes]
    found = lacking(scenario.nudges, wall, links, [s.id for s in scenario.formulation.sections])
    return tuple(LackingOutput(n.id, n.words, n.source) for n in found)
