"""From what a person wrote to the frozen case study: scales looked up, agendas made to name this case's cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from workshop.casebook.models import (
    AgendaFile,
    CardFile,
    FormulationFile,
    ScaleFile,
    ScenarioFile,
    StepFile,
    WarmUpFile,
)
from workshop.casebook.shelf import Shelf
from workshop.domain.scenario import (
    AgendaTemplate,
    Card,
    CardNotes,
    Evidence,
    FormulationTemplate,
    NewInformation,
    Person,
    Resource,
    Scale,
    Scenario,
    Stage,
    StepTemplate,
    TemplateSection,
    WarmUp,
)

SETTINGS = {"confidence": {"asking"}, "board": {"round", "cards", "information"}, "discussion": {"cards"}}


def build_scenario(file: ScenarioFile, shelf: Shelf) -> Scenario:
    """The case study. The file has been checked: nothing here can fail."""
    scale = _scale(file.scale if isinstance(file.scale, ScaleFile) else shelf.scales[file.scale])
    return Scenario(
        id=file.id,
        version=file.version,
        title=file.title,
        fictional=file.fictional,
        reviewed_by=file.reviewed_by,
        content_note=file.content_note,
        opening=file.opening,
        people=tuple(Person(p.id, p.note) for p in file.people),
        scale=scale,
        cards=tuple(_card(c, scale) for c in file.cards),
        information=tuple(NewInformation(i.id, i.kind, i.text, dict(i.effects), i.why) for i in file.information),
        formulation=_formulation(file.formulation or shelf.formulation),
        resources=tuple(Resource(r.title, r.text, r.url) for r in file.resources or shelf.resources),
        agendas=tuple(_agenda(a, file) for a in file.agendas or shelf.agendas),
        warm_up=_warm_up(file.warm_up or shelf.warm_up),
        question=file.question,
    )


def steps_of(steps: Iterable[StepFile], file: ScenarioFile) -> Iterator[StepTemplate]:
    """Steps whose settings name this case's cards and information. Raises LookupError or ValueError in a sentence."""
    for step in steps:
        unknown = set(step.settings) - SETTINGS.get(step.activity, set())
        if unknown:
            raise ValueError(f"A {step.activity} step has no setting “{sorted(unknown)[0]}”.")
        settings = dict(step.settings)
        if step.activity == "board":
            settings = _board(settings, file)
        yield StepTemplate(step.activity, step.title, step.minutes, settings)


def _board(settings: dict[str, Any], file: ScenarioFile) -> dict[str, Any]:
    kind, ids = settings.get("round", "first"), [c.id for c in file.cards]
    if kind not in ("warm_up", "first", "information"):
        raise ValueError("A board's round is warm_up, first or information.")
    if isinstance(cards := settings.get("cards"), int):
        settings["cards"] = ids[:cards]
    elif cards is not None and not set(cards) <= set(ids):
        raise LookupError("This step names a card that is not in the case study.")
    if kind == "information":
        settings["information"] = _information(settings.get("information"), file)
    return settings


def _information(wanted: object, file: ScenarioFile) -> str:
    """By id, or by number from 1; a shared agenda's number wraps, since case studies differ in how much they have."""
    ids = [i.id for i in file.information]
    if isinstance(wanted, int) and ids:
        return ids[(wanted - 1) % len(ids)]
    if wanted not in ids:
        raise LookupError("This step names new information that is not in the case study.")
    return str(wanted)


def _agenda(file: AgendaFile, scenario: ScenarioFile) -> AgendaTemplate:
    return AgendaTemplate(file.id, file.title, tuple(steps_of(file.steps, scenario)))


def _scale(file: ScaleFile) -> Scale:
    stages = tuple(Stage(s.id, s.name, s.definition, n) for n, s in enumerate(file.stages, 1))
    return Scale(file.id, file.title, stages, (file.ends[0], file.ends[1]), file.acknowledgement)


def _card(file: CardFile, scale: Scale) -> Card:
    notes = file.notes
    span = (scale.stages[notes.range[0] - 1].id, scale.stages[notes.range[1] - 1].id) if notes.range else None
    evidence = tuple(Evidence(e.text, e.source, e.checked) for e in notes.evidence)
    return Card(
        file.id, file.text, file.mode, file.short, file.content_note, CardNotes(span, tuple(notes.prompts), evidence)
    )


def _formulation(file: FormulationFile) -> FormulationTemplate:
    return FormulationTemplate(
        file.id, file.title, tuple(TemplateSection(s.id, s.title, s.prompt, s.role) for s in file.sections)
    )


def _warm_up(file: WarmUpFile) -> WarmUp:
    scale = _scale(file.scale)
    return WarmUp(file.question, scale, tuple(_card(c, scale) for c in file.cards))
