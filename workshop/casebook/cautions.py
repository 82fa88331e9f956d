"""What an author may want to look at again: nothing here keeps a case study from being used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from workshop.casebook.faults import Fault
from workshop.casebook.reading import Document, Place
from workshop.casebook.recognisable import Looks, Recogniser, names_of, told
from workshop.casebook.rules import items
from workshop.casebook.written import NEWEST
from workshop.domain.placements import TOPICS
from workshop.domain.scenario import LANES
from workshop.domain.sourced import due, is_over

Found = Iterator[tuple[Place, str]]
Fields = dict[str, Any]


def cautions_of(document: Document, recogniser: Recogniser, today: date, looks: Looks) -> list[Fault]:
    """All of a file without faults, in the order of its lines. A file that is no case study has dates only."""
    file: Fields = document.value
    found = list(_old(file)) + list(_stale(file, (), today))
    if "information" in file or "opening" in file:
        found += [*_unanswered(file), *_cards(file), *_recognisable(file, recogniser, looks)]
    return sorted((document.fault(place, f"Caution: {said}") for place, said in found), key=lambda f: (f.line, f.field))


def _old(file: Fields) -> Found:
    if file.get("schema", 1) != NEWEST:
        yield (), f"It is of an earlier schema. “workshop scenario upgrade” brings it to schema {NEWEST}."


def _stale(value: Any, place: Place, today: date) -> Found:
    """Evidence, law and terms that somebody was to look at again by now."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _stale(item, (*place, number), today)
    elif isinstance(value, dict):
        by = due(str(value.get("checked", "")), str(value.get("review_by", "")))
        if is_over(by, today):
            field = "review_by" if value.get("review_by") else "checked"
            yield (*place, field), f"It was to be looked at again by {by}. Look, and write when that was."
        for name, item in value.items():
            yield from _stale(item, (*place, name), today)


def _unanswered(file: Fields) -> Found:
    """What a room may ask for, and never gets."""
    answered = {topic for piece in items(file, "information") for topic in piece.get("answers", ())}
    if missing := [topic for topic in TOPICS if topic not in answered]:
        yield ("information",), f"No information answers {', '.join(missing)}. A room may need to know."


def _cards(file: Fields) -> Found:
    expected = {card for piece in items(file, "information") for card in piece["effects"]}
    for number, card in enumerate(items(file, "cards")):
        if card.get("mode") not in LANES:
            yield ("cards", number, "mode"), f"The card lies in no lane. Write {', '.join(LANES)}, once that is known."
        if card["id"] not in expected:
            yield ("cards", number, "id"), "No information has an expected effect on this card."
    if not file.get("panel_by") and any(card.get("panel") for card in items(file, "cards")):
        yield ("cards",), "Say in “panel_by” whose reasons those of the panel are."


def _recognisable(file: Fields, recogniser: Recogniser, looks: Looks) -> Found:
    known = names_of(file)
    for place, text in told(file):
        found = list(recogniser.finds(text, known))
        for kind, written in found:
            yield place, f"“{written}” looks like {kind}. A made-up case needs none."
        if not found and "prompts" not in place and (kind := looks(text, known)):  # they may speak of “your school”
            yield place, f"It looks like {kind}. A made-up case needs none."
