"""The report as data. `docs/formats.md` lists the fields; they only ever grow."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from workshop.domain.disclosure import BANDS
from workshop.domain.picture import HEIGHT, WIDTH, Picture
from workshop.outputs.model import (
    AnonymisedSession,
    CardOutput,
    ConfidenceOutput,
    Earlier,
    FormulationOutput,
    LedgerOutput,
    NoteOutput,
    ResponseOutput,
    RoundOutput,
    SecondOutput,
    Side,
    VersionOutput,
)
from workshop.outputs.model_plan import PlanOutput

Json = dict[str, Any]
SCHEMA = 2
"""1 counted a re-placing as a placing of its own; since 2 it is the picture that was told."""


def render(session: AnonymisedSession) -> bytes:
    """UTF-8 JSON with a final newline; the same session gives the same bytes."""
    return (json.dumps(report(session), ensure_ascii=False, indent=1) + "\n").encode()


def report(session: AnonymisedSession) -> Json:
    """The JSON-like value."""
    facts = session.facts
    return {
        "schema": SCHEMA,
        "scenario": facts.scenario,
        "scenario_title": facts.scenario_title,
        "scenario_version": facts.scenario_version,
        "scenario_sha256": facts.scenario_sha256,
        "title": facts.title,
        "opening": session.opening,
        "agenda": facts.agenda,
        "fictional": facts.fictional,
        "rehearsal": facts.rehearsal,
        "corrected": facts.corrected,
        "held_on": facts.held_on,
        "threshold": facts.k,
        "delegates": facts.delegates,
        "scale": {
            "title": session.scale_title,
            "ends": list(session.ends),
            "stages": [asdict(s) for s in session.stages],
        },
        "second": asdict(session.second) if session.second else None,
        "rounds": [_round(session, r) for r in session.rounds],
        "ledger": [_ledger(session, row) for row in session.ledger],
        "formulation": _formulation(session.formulation),
        "plan": _plan(session.plan),
        "confidence": [_confidence(c) for c in session.confidence],
        "needs": [asdict(n) for n in session.needs],
        "kept_texts": [{"field": field, "text": text} for field, text in session.kept_texts],
        "kept_questions": list(session.kept_questions),
        "question_themes": [{"theme": theme, "n": n} for theme, n in session.question_themes],
        "resources": [asdict(r) for r in session.resources],
        "summary": session.told.summary,
        "reflection": session.told.reflection,
        "reworded": [{"kind": kind, "text": text} for kind, text in session.told.reworded],
        **_where_there_is(session),
    }


def _formulation(made: FormulationOutput) -> Json:
    told = {"agreement": dict(made.agreement), "quality": dict(made.quality)}
    return asdict(made) | {
        "notes": [_note(n) for n in made.notes],
        "explanation": dict(made.explanation),
        "picture": _drawn(made.picture),
        "versions": [_version(v) for v in made.versions],
        **{name: {about: asdict(one) for about, one in found.items()} for name, found in told.items()},
    }


def _note(note: NoteOutput) -> Json:
    """`beneath`: for which it stands. `is`, `voice`, `from`: what it says of itself; null where nobody said."""
    ground = note.ground
    return {
        "number": note.number,
        "section": note.section,
        "text": note.text,
        "support": note.support,
        "beneath": list(note.beneath),
        "is": note.sure or None,
        "voice": note.voice or None,
        "from": {ground.what: ground.id} if ground else None,
    }


def _version(made: VersionOutput) -> Json:
    pieces = {"added": made.changed.added, "aside": made.changed.aside, "reworded": made.changed.reworded}
    return {
        "cause": made.cause,
        "information": made.information or None,
        "notes": [{"section": section, "text": text} for section, text in made.notes],
        "sentences": dict(made.sentences),
        "changed": {name: [piece._asdict() for piece in found] for name, found in pieces.items()},
    }


def _where_there_is(session: AnonymisedSession) -> Json:
    """What a report has only where there is something of it."""
    found: dict[str, list[Json]] = {
        "panel": [asdict(p) for p in session.panels],
        "jotter": [asdict(j) for j in session.jottings],
        "asked": [asdict(a) | {"rows": _rows(a.rows)} for a in session.asked],
    }
    return {name: values for name, values in found.items() if values}


def _rows(rows: tuple[tuple[str, int | None], ...]) -> list[Json]:
    return [{"words": words, "n": n} for words, n in rows]


def _round(session: AnonymisedSession, shown: RoundOutput) -> Json:
    return {
        "round": shown.round,
        "cause": shown.cause,
        "information": shown.information,
        "information_text": shown.information_text,
        "cards": [_card(session, c) for c in shown.cards],
        "wanted": [{"topic": w.topic, "words": w.words, "phones": w.phones} for w in shown.wanted],
    }


def _card(session: AnonymisedSession, card: CardOutput) -> Json:
    names = [s.id for s in session.stages]
    return {
        "card": card.card,
        "text": card.text,
        "why": card.why,
        "answered": card.answered,
        "placed": card.placed,
        "need_to_know": card.need_to_know,
        "tallies": None if card.tallies is None else dict(zip(names, card.tallies, strict=True)),
        "median": card.median,
        "agreement": card.agreement,
        "label": card.label,
        "kind": card.label,
        "missing": list(card.missing),
        "certainty": asdict(card.certainty) if card.certainty else None,
        "camps": {"low": _side(names, card.low), "high": _side(names, card.high)} if card.low and card.high else None,
        "shared_reason": card.shared_reason,
        "reasons": {side: list(named) for side, named in asdict(card.reasons).items()},
        "compared_with": card.earlier.round if card.earlier else None,
        "movement": asdict(card.movement) if card.movement else None,
        "whys": list(card.whys),
        "response": _response(session.second, card.response),
    }


def _response(second: SecondOutput | None, told: ResponseOutput | None) -> Json | None:
    if second is None or told is None:
        return None
    names, figures = [s.id for s in second.stages], asdict(told)
    earlier = figures.pop("earlier")
    return figures | {
        "tallies": None if told.tallies is None else dict(zip(names, told.tallies, strict=True)),
        "compared_with": earlier["round"] if earlier else None,
    }


def _ledger(session: AnonymisedSession, row: LedgerOutput) -> Json:
    return {
        "round": row.round,
        "cause": row.cause,
        "information": row.information,
        "cards": [
            {
                "card": c.card,
                "before": _picture(session, c.before),
                "after": _picture(session, c.after),
                "movement": asdict(c.movement) if c.movement else None,
                "expected": c.expected,
                "happened": c.happened,
            }
            for c in row.cards
        ],
    }


def _picture(session: AnonymisedSession, told: Earlier | None) -> Json | None:
    if told is None:
        return None
    tallies = dict(zip((s.id for s in session.stages), told.tallies, strict=True))
    return {"tallies": tallies, "need_to_know": told.need_to_know, "kind": told.label, "median": told.median}


def _drawn(picture: Picture | None) -> Json | None:
    """The sheet's size with it; notes and links are numbers, as in `notes` and `links`."""
    if picture is None:
        return None
    made: Json = {**asdict(picture), "width": WIDTH, "height": HEIGHT}
    for name in ("words", "bars"):
        made[name] = [box | {"note": int(box["note"])} for box in made[name]]
    for name in ("lines", "path"):
        made[name] = [line | {"link": int(line["link"])} for line in made[name]]
    for area in (*made["columns"], *([made["band"]] if made["band"] else [])):
        area["notes"] = [int(note) for note in area["notes"]]
    return made


def _side(names: list[str], side: Side) -> Json:
    return {"first": names[side.first], "last": names[side.last], "n": side.n, "reasons": list(side.reasons)}


def _plan(plan: PlanOutput) -> Json:
    """Actions and notes by their numbers. `coverage`: where it reaches, and its holes."""
    wanted = [c for c in plan.cells if c.state != "aside"]
    return {
        "needs": [asdict(n) for n in plan.needs],
        "actions": [asdict(a) for a in plan.actions],
        "coverage": {
            "kinds": [{"id": id, "name": name} for id, name in plan.kinds],
            "cells": [asdict(c) for c in plan.cells],
            "places": len(wanted),
            "filled": sum(c.state == "filled" for c in wanted),
            "needs_without_action": [n.note for n in plan.unmet],
            "actions_without_need": list(plan.loose),
            "targets_without_anything": list(plan.bare),
        },
        "signs": {
            "up": [asdict(s) for s in plan.up],
            "down": [asdict(s) for s in plan.down],
            "review": asdict(plan.review) if plan.review else None,
        },
    }


def _confidence(asking: ConfidenceOutput) -> Json:
    """Bands are named by their values: {"0-3": 6, "4-6": null, "7-10": 9}; null is withheld."""
    names = [f"{first}-{last}" for first, last in BANDS]
    items = [
        asdict(i) | {"bands": None if i.bands is None else dict(zip(names, i.bands, strict=True))} for i in asking.items
    ]
    return {"asking": asking.asking, "answered": asking.answered, "items": items}
