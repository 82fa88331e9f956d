"""The report as data. `docs/formats.md` lists the fields; they only ever grow."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from workshop.outputs.model import AnonymisedSession, CardOutput

Json = dict[str, Any]


def render(session: AnonymisedSession) -> bytes:
    """UTF-8 JSON with a final newline; the same session gives the same bytes."""
    return (json.dumps(report(session), ensure_ascii=False, indent=1) + "\n").encode()


def report(session: AnonymisedSession) -> Json:
    """The JSON-like value."""
    facts = session.facts
    return {
        "scenario": facts.scenario,
        "scenario_version": facts.scenario_version,
        "title": facts.title,
        "agenda": facts.agenda,
        "held_on": facts.held_on,
        "threshold": facts.k,
        "delegates": facts.delegates,
        "scale": {
            "title": session.scale_title,
            "ends": list(session.ends),
            "stages": [asdict(s) for s in session.stages],
        },
        "rounds": [
            {
                "round": r.round,
                "cause": r.cause,
                "information": r.information,
                "cards": [_card(session, c) for c in r.cards],
            }
            for r in session.rounds
        ],
        "formulation": asdict(session.formulation) | {"explanation": dict(session.formulation.explanation)},
        "plan": [asdict(a) for a in session.plan],
        "confidence": [asdict(c) for c in session.confidence],
        "needs": [{"need": need, "n": n} for need, n in session.needs],
        "kept_texts": [{"field": field, "text": text} for field, text in session.kept_texts],
        "kept_questions": list(session.kept_questions),
    }


def _card(session: AnonymisedSession, card: CardOutput) -> Json:
    names = [s.id for s in session.stages]
    return {
        "card": card.card,
        "text": card.text,
        "placed": card.placed,
        "need_to_know": card.need_to_know,
        "tallies": None if card.tallies is None else dict(zip(names, card.tallies, strict=True)),
        "median": card.median,
        "agreement": card.agreement,
        "label": card.label,
        "missing": [{"topic": topic, "n": n} for topic, n in card.missing],
        "camps": {"low": asdict(card.low), "high": asdict(card.high)} if card.low and card.high else None,
        "movement": asdict(card.movement) if card.movement else None,
        "whys": [{"why": why, "n": n} for why, n in card.whys],
    }
