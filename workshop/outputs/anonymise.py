"""The only door out: from a session's record to what may leave. Every output passes here, and nowhere else.

Only revealed rounds; withheld stays withheld; only kept texts and questions; canonical order instead of the order of
writing; numbers instead of ids; and of every breakdown what `domain/disclosure.py` lets through. Whoever adds a figure
adds it here, under the eyes of `tests/outputs/test_anonymise.py` and `tests/promise/test_outputs_audit.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import Any

from workshop.domain import disclosure
from workshop.domain.beneath import beneath
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.disclosure_steps import told_support
from workshop.domain.formulation import EXPLANATION, Aloud, Link, Note, aloud
from workshop.domain.note_kinds import kind_of
from workshop.domain.nudges import unheard
from workshop.domain.picture import Picture
from workshop.domain.picture_made import graph, order, picture
from workshop.domain.question_themes import counted
from workshop.domain.reflection import FIELDS
from workshop.domain.results import AnswersResult, ItemResult, Result, RoundResult, Told
from workshop.domain.scenario import Scale, Scenario
from workshop.outputs.anonymise_agreed import Agreements
from workshop.outputs.anonymise_kinds import ground_told, itself, lacking_told
from workshop.outputs.anonymise_plan import plan_told
from workshop.outputs.anonymise_rounds import ledger_told, rounds_told
from workshop.outputs.anonymise_talk import jottings_told, panels_told
from workshop.outputs.anonymise_versions import versions
from workshop.outputs.leaving import TOLD, marked
from workshop.outputs.model import (
    AnonymisedSession,
    AskedOutput,
    ConfidenceOutput,
    Facts,
    FormulationOutput,
    ItemOutput,
    LinkOutput,
    NeedOutput,
    NoteOutput,
    ResourceOutput,
    SecondOutput,
    SectionOutput,
    StageOutput,
)
from workshop.outputs.model_front import TOLD_BY, ToldOutput
from workshop.words import Words


def anonymise(
    facts: Facts,
    scenario: Scenario,
    rounds: Iterable[Result],
    kept: Checkpoint,
    words: Words,
    told: Iterable[Told] = (),
) -> AnonymisedSession:
    """What may leave a session; ids become what `words` call them.

    `kept` is the checkpoint made at its end; `told` what activities want told besides.
    """
    kept, changed = marked(kept, lambda text: words.say("report.reworded", text=text))
    closed = list(rounds)
    placed = [r for r in closed if isinstance(r, RoundResult)]
    notes = _notes(scenario, kept)
    return AnonymisedSession(
        facts=facts,
        opening=scenario.opening,
        scale_title=scenario.scale.title,
        ends=scenario.scale.ends,
        acknowledgement=scenario.scale.acknowledgement,
        stages=_stages(scenario.scale),
        rounds=rounds_told(scenario, placed, words),
        formulation=_formulation(scenario, kept, notes, words, Agreements(closed, facts.k)),
        plan=plan_told(scenario, kept, notes),
        confidence=_confidence(closed, facts.k, words),
        needs=_needs(closed, facts, words),
        kept_texts=_kept_texts(kept),
        kept_questions=tuple(sorted(q["text"] for q in _values(kept, "questions") if q["kept"])),
        question_themes=counted(q.get("theme", "") for q in _values(kept, "questions") if q["kept"]),
        resources=tuple(ResourceOutput(r.title, r.text, r.url, r.number) for r in scenario.resources),
        asked=tuple(_asked(told, facts.k, words)),
        ledger=ledger_told(scenario, placed),
        second=_second(scenario.second) if scenario.second and any(r.responses for r in placed) else None,
        panels=panels_told(scenario, placed, kept, words),
        jottings=jottings_told(scenario, kept),
        told=_told(kept, changed),
    )


def _told(kept: Checkpoint, changed: tuple[tuple[str, str], ...]) -> ToldOutput:
    said = {name: told["text"] for name, told in kept.collections.get(TOLD, {}).items() if name in TOLD_BY}
    return ToldOutput(**said, reworded=changed)


def _second(scale: Scale) -> SecondOutput:
    return SecondOutput(scale.title, scale.ends, _stages(scale), scale.acknowledgement)


def _stages(scale: Scale) -> tuple[StageOutput, ...]:
    return tuple(StageOutput(s.id, s.name, s.definition) for s in scale.stages)


def _confidence(closed: list[Result], k: int, words: Words) -> tuple[ConfidenceOutput, ...]:
    return tuple(
        ConfidenceOutput(r.cause, disclosure.withhold(r.answered, k), tuple(_item(i, k, words) for i in r.items))
        for r in closed
        if isinstance(r, AnswersResult) and r.kind == "confidence"
    )


def _item(item: ItemResult, k: int, words: Words) -> ItemOutput:
    """What was told when it closed; of what a version before kept by value, what may be told now."""
    told = disclosure.ratings(item.counts, k) if item.counts else item
    name = words.say(f"names.item.{item.item}")
    return ItemOutput(item.item, name, item.asked, told.n, told.median, told.quartiles, told.bands)


def _needs(closed: list[Result], facts: Facts, words: Words) -> tuple[NeedOutput, ...]:
    reflections = [r for r in closed if isinstance(r, AnswersResult) and r.kind == "reflection"]
    answered = disclosure.withhold(reflections[-1].answered, facts.k) if reflections else None
    if answered is None:
        return ()
    told = ((t, None if n is None else disclosure.numbered(n, answered, facts.k)) for t, n in reflections[-1].tags)
    return tuple(NeedOutput(words.say(f"names.need.{tag}"), n) for tag, n in told)


def _asked(told: Iterable[Told], k: int, words: Words) -> Iterator[AskedOutput]:
    """An activity says what it would tell; here it is decided whether it may: of k people, and no number of a few."""
    for said in told:
        answered = disclosure.withhold(said.answered, k)
        if answered is not None:
            rows = ((words.say(id), n) for id, n in disclosure.together(said.rows, answered, k))
            yield AskedOutput(words.say(said.title), answered, tuple(rows))


def _notes(scenario: Scenario, kept: Checkpoint) -> dict[str, NoteOutput]:
    """Random id → numbered note, in the order of the template's sections, then told support, then words."""
    order = {s.id: i for i, s in enumerate(scenario.formulation.sections)}
    found = kept.collections.get("notes", {})
    support = {id: told_support(kept.support.get(id, 0)) for id in found}

    def place(id: str) -> tuple[int, int, str]:
        note = found[id]
        return (order.get(note["section"], len(order)), -(support[id] or 0), note["text"])

    return {
        id: _note(number, found[id], support[id], scenario) for number, id in enumerate(sorted(found, key=place), 1)
    }


def _note(number: int, note: Mapping[str, Any], support: int | None, scenario: Scenario) -> NoteOutput:
    kind = kind_of(note)
    ground = ground_told(scenario, kind.ground)
    under = tuple(text for _, text in beneath(note))
    return NoteOutput(number, note["section"], note["text"], support, under, kind.sure, kind.voice, ground)


def _formulation(
    scenario: Scenario, kept: Checkpoint, notes: Mapping[str, NoteOutput], words: Words, agreed: Agreements
) -> FormulationOutput:
    told = {str(n.number): n for n in notes.values()}
    joined = sorted(_links(kept, notes, agreed), key=_link)
    explained = kept.collections.get("explanation", {})
    written = {part: text["text"] for part, text in explained.items()}
    return FormulationOutput(
        sections=tuple(SectionOutput(s.id, s.title) for s in scenario.formulation.sections),
        notes=tuple(notes.values()),
        links=tuple(joined),
        explanation=tuple((p, explained[p]["text"]) for p in EXPLANATION if p in explained and explained[p]["text"]),
        sentence=_sentence(
            aloud(
                [Note(i, n.section, n.text, n.support or 0) for i, n in told.items()],
                [Link(str(x.source), str(x.target), x.kind) for x in joined],
            ),
            words,
        ),
        picture=_picture(scenario, told, joined),
        agreement=agreed.of_sentences(written),
        quality=agreed.of_questions(written),
        lacking=lacking_told(scenario, notes.values(), len(joined)),
        unheard=unheard(itself(n) for n in notes.values()),
        versions=versions(scenario, kept),
    )


def _links(kept: Checkpoint, notes: Mapping[str, NoteOutput], agreed: Agreements) -> Iterator[LinkOutput]:
    found = kept.collections.get("notes", {})
    for id, x in kept.collections.get("links", {}).items():
        if x["source"] in notes and x["target"] in notes:
            told = agreed.of_link(id, Link(x["source"], x["target"], x["kind"]), found)
            support = told_support(kept.support.get(id, 0))
            yield LinkOutput(notes[x["source"]].number, notes[x["target"]].number, x["kind"], support, told)


def _picture(scenario: Scenario, notes: Mapping[str, NoteOutput], links: list[LinkOutput]) -> Picture | None:
    """Drawn whole, from what may leave: nothing of when a note came."""
    made = graph(
        [Note(i, n.section, n.text, n.support or 0) for i, n in notes.items()],
        {str(n): Link(str(x.source), str(x.target), x.kind, x.support or 0) for n, x in enumerate(links, 1)},
        [(s.id, s.role) for s in scenario.formulation.sections],
    )
    return picture(made, order(made)) if notes else None


def _sentence(found: Aloud | None, words: Words) -> str:
    """The picture in a sentence, or ""."""
    if found is None:
        return ""
    causes, easing = (_listed(texts, words) for texts in (found.because, found.eased))
    return words.say(f"common.aloud.{'eased' if easing else 'because'}", what=found.what, causes=causes, easing=easing)


def _listed(texts: tuple[str, ...], words: Words) -> str:
    *first, last = texts or ("",)
    some = reduce(lambda all, next: words.say("common.aloud.more", first=all, next=next), first) if first else ""
    return words.say("common.aloud.last", first=some, last=last) if some else last


def _link(link: LinkOutput) -> tuple[int, int, str]:
    return link.source, link.target, link.kind


def _kept_texts(kept: Checkpoint) -> tuple[tuple[str, str], ...]:
    order: list[str] = list(FIELDS)
    texts = [(t["field"], t["text"]) for t in _values(kept, "texts") if t["kept"]]
    return tuple(sorted(texts, key=lambda t: (order.index(t[0]), t[1])))


def _values(kept: Checkpoint, collection: str) -> list[Any]:
    return list(kept.collections.get(collection, {}).values())
