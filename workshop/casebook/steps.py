"""The steps of an agenda template, with settings that name the cards and the new information of one case study."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import ValidationError

from workshop.activities.base import Names
from workshop.activities.registry import BY_NAME
from workshop.casebook.models import AgendaFile, StepFile
from workshop.domain.scenario import StepTemplate


def step_of(step: StepFile, names: Names) -> StepTemplate:
    """One step, with its settings as its activity makes them of what is written. Raises ValueError in a sentence."""
    activity = BY_NAME[step.activity]
    unknown = sorted(step.settings.keys() - activity.settings.model_fields.keys())
    if unknown:
        raise ValueError(f"A {step.activity} step has no setting “{unknown[0]}”.")
    settings = activity.written(dict(step.settings), names)
    try:
        activity.settings.model_validate(settings)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        raise ValueError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}.") from wrong
    return StepTemplate(step.activity, step.title, step.minutes, settings)


def seconds_of(agendas: Iterable[AgendaFile]) -> list[str]:
    """The scales on which these agendas ask a second question, each once."""
    asked = (step.settings.get("second") for agenda in agendas for step in agenda.steps)
    return list(dict.fromkeys(str(scale) for scale in asked if scale is not None))


def needs_information(step: StepFile) -> bool:
    """Whether a step makes sense only in a case study that has new information."""
    return BY_NAME[step.activity].needs_information(step.settings)
