"""From what a person wrote to the frozen case study: scales looked up, agendas made to name this case's cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.activities.base import Names
from workshop.casebook.models import (
    AgendaFile,
    CardFile,
    FormulationFile,
    ScaleFile,
    ScenarioFile,
    WarmUpFile,
)
from workshop.casebook.shelf import Shelf
from workshop.casebook.steps import needs_information, step_of
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
    TemplateSection,
    WarmUp,
)


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
        agendas=tuple(_agendas(file, shelf.agendas)),
        warm_up=_warm_up(file.warm_up or shelf.warm_up),
        question=file.question,
    )


def _agendas(file: ScenarioFile, shared: Iterable[AgendaFile]) -> Iterator[AgendaTemplate]:
    """Its own; or the shared ones, without the steps for which it has nothing."""
    names = Names([c.id for c in file.cards], [i.id for i in file.information])
    for agenda in file.agendas or shared:
        steps = [s for s in agenda.steps if file.agendas or names.information or not needs_information(s)]
        yield AgendaTemplate(agenda.id, agenda.title, tuple(step_of(s, names) for s in steps))


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
