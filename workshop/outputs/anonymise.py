"""The only door out: from a session's record to what may leave. Every output passes here, and nowhere else.

Only revealed rounds; withheld stays withheld; only kept texts and questions; canonical order instead of the order of
writing; numbers instead of ids. Whoever adds a figure adds it here, under the eyes of `tests/outputs/test_anonymise.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from workshop.domain.checkpoint import Checkpoint
from workshop.domain.confidence import ITEMS
from workshop.domain.formulation import EXPLANATION, Link, Note, sentence
from workshop.domain.placements import REASONS, TOPICS, WHYS, queue
from workshop.domain.plan import TARGETS
from workshop.domain.reflection import FIELDS, NEEDS
from workshop.domain.results import AnswersResult, Camp, CardResult, RoundResult
from workshop.domain.scenario import Scenario
from workshop.outputs.model import (
    ActionOutput,
    AnonymisedSession,
    CardOutput,
    ConfidenceOutput,
    Earlier,
    Facts,
    FormulationOutput,
    LinkOutput,
    NoteOutput,
    RoundOutput,
    SectionOutput,
    Side,
    StageOutput,
)

Result = RoundResult | AnswersResult


def anonymise(facts: Facts, scenario: Scenario, rounds: Iterable[Result], kept: Checkpoint) -> AnonymisedSession:
    """What may leave a session. `kept` is the checkpoint made at its end."""
    closed = list(rounds)
    notes = _notes(scenario, kept)
    return AnonymisedSession(
        facts=facts,
        scale_title=scenario.scale.title,
        ends=scenario.scale.ends,
        acknowledgement=scenario.scale.acknowledgement,
        stages=tuple(StageOutput(s.id, s.name, s.definition) for s in scenario.scale.stages),
        rounds=_rounds(scenario, [r for r in closed if isinstance(r, RoundResult)]),
        formulation=_formulation(scenario, kept, notes),
        plan=_plan(kept, notes),
        confidence=tuple(
            ConfidenceOutput(r.cause, r.answered, r.items)
            for r in closed
            if isinstance(r, AnswersResult) and r.kind == "confidence"
        ),
        needs=_needs(closed),
        kept_texts=_kept_texts(kept),
        kept_questions=tuple(sorted(q["text"] for q in _values(kept, "questions") if q["kept"])),
    )


def _rounds(scenario: Scenario, closed: list[RoundResult]) -> tuple[RoundOutput, ...]:
    shown = [r for r in closed if r.revealed and r.cause != "warm_up"]
    information = {i.id: i.text for i in scenario.information}
    told: dict[str, Earlier] = {}
    outputs: list[RoundOutput] = []
    for r in shown:
        cards = {c.card: _card(scenario, c, told.get(c.card)) for c in r.cards}
        order = [*queue(r.cards), *(c.card for c in r.cards if c.withheld)]
        text = information.get(r.information or "", "")
        outputs.append(RoundOutput(r.round, r.cause, r.information, text, tuple(cards[c] for c in order)))
        told |= {c.card: Earlier(r.round, c.tallies, c.need_to_know or 0, c.label) for c in r.cards if c.tallies}
    return tuple(outputs)


def _card(scenario: Scenario, result: CardResult, earlier: Earlier | None) -> CardOutput:
    card = scenario.find_card(result.card)
    return CardOutput(
        card=result.card,
        text=card.text if card else result.card,
        short=card.short_text if card else result.card,
        withheld=result.withheld,
        placed=result.placed,
        need_to_know=result.need_to_know,
        tallies=result.tallies,
        median=result.median,
        agreement=result.agreement,
        label=result.label,
        missing=tuple((TOPICS[t], n) for t, n in result.missing),
        low=_side(result.low),
        high=_side(result.high),
        movement=result.movement,
        whys=tuple((WHYS[w], n) for w, n in result.whys),
        earlier=None if result.withheld else earlier,
    )


def _side(camp: Camp | None) -> Side | None:
    return None if camp is None else Side(camp.first, camp.last, camp.n, tuple(REASONS[r] for r in camp.reasons))


def _notes(scenario: Scenario, kept: Checkpoint) -> dict[str, NoteOutput]:
    """Random id → numbered note, in the order of the template's sections, then support, then words."""
    order = {s.id: i for i, s in enumerate(scenario.formulation.sections)}
    found = kept.collections.get("notes", {})

    def place(id: str) -> tuple[int, int, str]:
        note = found[id]
        return (order.get(note["section"], len(order)), -kept.support.get(id, 0), note["text"])

    return {
        id: NoteOutput(number, found[id]["section"], found[id]["text"], kept.support.get(id, 0))
        for number, id in enumerate(sorted(found, key=place), 1)
    }


def _formulation(scenario: Scenario, kept: Checkpoint, notes: Mapping[str, NoteOutput]) -> FormulationOutput:
    links = [x for x in _values(kept, "links") if x["source"] in notes and x["target"] in notes]
    told = {str(n.number): n for n in notes.values()}
    joined = sorted(
        (LinkOutput(notes[x["source"]].number, notes[x["target"]].number, x["kind"]) for x in links), key=_link
    )
    explained = kept.collections.get("explanation", {})
    return FormulationOutput(
        sections=tuple(SectionOutput(s.id, s.title) for s in scenario.formulation.sections),
        notes=tuple(notes.values()),
        links=tuple(joined),
        explanation=tuple((p, explained[p]["text"]) for p in EXPLANATION if p in explained and explained[p]["text"]),
        sentence=sentence(
            [Note(i, n.section, n.text, n.support) for i, n in told.items()],
            [Link(str(x.source), str(x.target), x.kind) for x in joined],
        ),
    )


def _link(link: LinkOutput) -> tuple[int, int, str]:
    return link.source, link.target, link.kind


def _plan(kept: Checkpoint, notes: Mapping[str, NoteOutput]) -> tuple[ActionOutput, ...]:
    order = list(TARGETS)
    actions = sorted(_values(kept, "actions"), key=lambda a: (order.index(a["target"]), a["action"], a["why"]))
    return tuple(
        ActionOutput(
            a["target"],
            a["action"],
            a["why"],
            notes[a["note"]].number if a["note"] in notes else None,
            a["who"],
            a["by_when"],
            a["review"],
        )
        for a in actions
    )


def _needs(closed: list[Result]) -> tuple[tuple[str, int], ...]:
    reflections = [r for r in closed if isinstance(r, AnswersResult) and r.kind == "reflection"]
    return tuple((NEEDS[t], n) for t, n in reflections[-1].tags) if reflections else ()


def _kept_texts(kept: Checkpoint) -> tuple[tuple[str, str], ...]:
    order = list(FIELDS)
    texts = [(t["field"], t["text"]) for t in _values(kept, "texts") if t["kept"]]
    return tuple(sorted(texts, key=lambda t: (order.index(t[0]), t[1])))


def _values(kept: Checkpoint, collection: str) -> list[Any]:
    return list(kept.collections.get(collection, {}).values())


def item_words(item: str) -> str:
    """A confidence item in words, for formats."""
    return ITEMS[item]
