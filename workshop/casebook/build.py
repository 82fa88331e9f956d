"""From what a person wrote to the frozen case study: scales looked up, agendas made to name this case's cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.activities.base import Names
from workshop.casebook.models import (
    START,
    CardFile,
    FormulationFile,
    InformationFile,
    NotesFile,
    ScaleFile,
    ScenarioFile,
    WarmUpFile,
)
from workshop.casebook.shelf import Shelf
from workshop.casebook.sources import LawFile, NudgeFile, ResourceFile, TermFile
from workshop.casebook.steps import needs_information, seconds_of, step_of
from workshop.domain.nudges import Nudge
from workshop.domain.scenario import (
    AgendaTemplate,
    Card,
    CardNotes,
    FormulationTemplate,
    NeedKind,
    NewInformation,
    PanelReason,
    Person,
    Scale,
    Scenario,
    Stage,
    TemplateSection,
    WarmUp,
    When,
)
from workshop.domain.sourced import Evidence, Law, Resource, Term


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
        people=tuple(Person(p.id, p.note, p.age) for p in file.people),
        scale=scale,
        cards=_cards(file.cards, scale),
        information=tuple(_information(i) for i in file.information),
        formulation=_formulation(file.formulation or shelf.formulation),
        resources=tuple(_resource(r) for r in file.resources or shelf.resources),
        agendas=tuple(_agendas(file, shelf)),
        warm_up=_warm_up(file.warm_up or shelf.warm_up),
        question=file.question,
        language=file.language,
        needs=tuple(NeedKind(n.id, n.name, n.prompt) for n in file.needs or shelf.needs),
        glossary=tuple(_term(t) for t in _terms(file.glossary, shelf.glossary)),
        law=tuple(_law(law) for law in (shelf.law if file.law is None else file.law)),
        nudges=tuple(_nudge(n) for n in shelf.nudges),
        panel_by=file.panel_by,
        second=_second(file, shelf),
    )


def _second(file: ScenarioFile, shelf: Shelf) -> Scale | None:
    """The scale of the second question, which all steps that ask one share."""
    asked = seconds_of(file.agendas or shelf.agendas)
    return _scale(shelf.scales[asked[0]]) if asked else None


def _agendas(file: ScenarioFile, shelf: Shelf) -> Iterator[AgendaTemplate]:
    """Its own; or the shared ones, without the steps for which it has nothing."""
    names = Names([c.id for c in file.cards], [i.id for i in file.information], sorted(shelf.scales))
    for agenda in file.agendas or shelf.agendas:
        steps = [s for s in agenda.steps if file.agendas or names.information or not needs_information(s)]
        yield AgendaTemplate(agenda.id, agenda.title, tuple(step_of(s, names) for s in steps))


def _scale(file: ScaleFile) -> Scale:
    stages = tuple(Stage(s.id, s.name, s.definition, n) for n, s in enumerate(file.stages, 1))
    return Scale(file.id, file.title, stages, (file.ends[0], file.ends[1]), file.acknowledgement)


def _cards(files: Iterable[CardFile], scale: Scale) -> tuple[Card, ...]:
    """Twins are each other's, though only one of them need say so."""
    twins = {f.id: f.twin for f in files if f.twin}
    twins |= {twin: id_ for id_, twin in twins.items()}
    return tuple(_card(f, scale, twins.get(f.id, "")) for f in files)


def _card(file: CardFile, scale: Scale, twin: str) -> Card:
    return Card(
        id=file.id,
        text=file.text,
        mode=file.mode,
        short=file.short,
        content_note=file.content_note,
        notes=_notes(file.notes, scale),
        panel=tuple(PanelReason(r.topic, r.text, r.end or "") for r in file.panel),
        twin=twin,
        when=When(file.when.order, file.when.words) if file.when else None,
        known="" if file.known == START else file.known,
    )


def _notes(notes: NotesFile, scale: Scale) -> CardNotes:
    span = (scale.stages[notes.range[0] - 1].id, scale.stages[notes.range[1] - 1].id) if notes.range else None
    evidence = tuple(Evidence(e.text, e.source, e.checked, e.review_by) for e in notes.evidence)
    return CardNotes(span, tuple(notes.prompts), evidence)


def _information(file: InformationFile) -> NewInformation:
    return NewInformation(file.id, file.kind, file.text, dict(file.effects), file.why, tuple(file.answers))


def _resource(file: ResourceFile) -> Resource:
    return Resource(file.title, file.text, file.url, file.number, file.hours, tuple(file.nations))


def _terms(own: Iterable[TermFile], shared: Iterable[TermFile]) -> Iterator[TermFile]:
    """Its own, and the shared ones that it does not explain itself."""
    said = {term.term.casefold() for term in own}
    yield from own
    yield from (term for term in shared if term.term.casefold() not in said)


def _term(file: TermFile) -> Term:
    return Term(file.term, file.meaning, file.formerly, file.since, file.source, file.checked)


def _law(file: LawFile) -> Law:
    return Law(file.name, file.text, tuple(file.nations), file.source, file.checked, file.review_by)


def _nudge(file: NudgeFile) -> Nudge:
    return Nudge(file.id, file.words, file.when, file.source, file.checked, tuple(file.of), file.opens, file.url)


def _formulation(file: FormulationFile) -> FormulationTemplate:
    return FormulationTemplate(
        file.id, file.title, tuple(TemplateSection(s.id, s.title, s.prompt, s.role) for s in file.sections)
    )


def _warm_up(file: WarmUpFile) -> WarmUp:
    scale = _scale(file.scale)
    return WarmUp(file.question, scale, _cards(file.cards, scale))
