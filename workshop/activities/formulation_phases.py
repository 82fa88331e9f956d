"""The formulation as a studio: which phases a step has, and the facilitator's word to go to one."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, cast

from pydantic import Field

from workshop.activities.base import Change, GatherSupport, Model, Names, OneOf, Refused, Situation
from workshop.domain.phases import PHASES, ordered, phases_here

Phase = Annotated[str, OneOf(PHASES)]
PARTS = frozenset({"formulation"})
NO_PHASE = Refused("invalid", "formulation.no_phase")


class FormulationSettings(Model):
    """`phases`: those of this step; None for those that the length of the session has time for."""

    phases: list[Phase] | None = Field(default=None, min_length=1)


class ToPhase(Model):
    phase: Phase


def written(settings: dict[str, Any], names: Names) -> dict[str, Any]:
    """The settings of a formulation, its phases in their order. Raises ValueError in a sentence."""
    if "phases" in settings:
        settings["phases"] = _phases(settings["phases"])
    return settings


def _phases(wanted: object) -> list[str]:
    if not isinstance(wanted, list) or not wanted:
        raise ValueError("Phases are a list of some of these: " + ", ".join(PHASES) + ".")
    for phase in cast("list[object]", wanted):
        if phase not in PHASES:
            raise ValueError(f"There is no phase “{phase}”. There are: {', '.join(PHASES)}.")
    return list(ordered(cast("list[str]", wanted)))


def phase(situation: Situation, body: ToPhase) -> Change | Refused:
    """Everybody to this phase, forward or back: nothing that was written or joined is touched.

    What phones support is told at the same time, and no area is open any more.
    """
    if body.phase not in phases_here(situation.head):
        return NO_PHASE
    head = replace(situation.head, phase=body.phase, lane="")
    return Change(head=head, parts=PARTS, then=(GatherSupport(),))
