"""What must hold across the fields of a case study, said so that a trainer can mend it.

The rules look at what is written, whatever else is wrong with it: all faults of a file are said at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from workshop.activities.base import Names
from workshop.casebook.faults import Fault
from workshop.casebook.form import faults_of_form
from workshop.casebook.models import START, ScenarioFile, StepFile
from workshop.casebook.reading import Document, Place
from workshop.casebook.shelf import Shelf
from workshop.casebook.steps import step_of

Found = Iterator[tuple[Place, str]]
Fields = dict[str, Any]
FEWEST_STAGES = 3
LISTS = ("people", "cards", "information", "agendas")
"""Lists whose items have ids that must differ: said at the item, since they are long."""


def faults_of(document: Document, shelf: Shelf) -> list[Fault]:
    """Every fault of form and of what belongs together, in the order of lines."""
    form = list(document.doubles)
    try:
        ScenarioFile.model_validate(document.value)
    except ValidationError as error:
        form += faults_of_form(document, error)
    told = {(f.line, f.field) for f in form}
    meaning = (document.fault(place, message) for place, message in _of_meaning(document.value, shelf))
    return sorted(
        [*form, *(f for f in meaning if (f.line, f.field) not in told)], key=lambda f: (f.line, f.field, f.message)
    )


def _of_meaning(file: Fields, shelf: Shelf) -> Found:
    yield from _scale(file, shelf)
    for name in LISTS:
        yield from _doubles(file, name)
    yield from _warm_up(file, shelf)
    yield from _ranges(file, shelf)
    yield from _effects(file)
    yield from _twins(file)
    yield from _known(file)
    yield from _panels(file)
    yield from _agendas(file, shelf)


def _scale(file: Fields, shelf: Shelf) -> Found:
    scale = file.get("scale")
    if isinstance(scale, str) and scale not in shelf.scales:
        yield ("scale",), f"There is no shared scale “{scale}”. There are: {', '.join(sorted(shelf.scales))}."
    elif _stages(file, shelf) == FEWEST_STAGES - 1:
        yield ("scale",), "A case study needs a scale of at least three stages: with fewer, agreement means nothing."


def _stages(file: Fields, shelf: Shelf) -> int:
    """How many stages the scale has; 0 when that cannot be told."""
    scale = file.get("scale")
    if isinstance(scale, str):
        return len(shelf.scales[scale].stages) if scale in shelf.scales else 0
    return len(items(file, "scale", "stages"))


def _doubles(file: Fields, name: str) -> Found:
    seen: set[str] = set()
    for number, item in enumerate(items(file, name)):
        id_ = item.get("id")
        if isinstance(id_, str) and id_ in seen:
            yield (name, number, "id"), f"The id “{id_}” is used twice. Give each its own."
        seen.add(str(id_))


def _warm_up(file: Fields, shelf: Shelf) -> Found:
    """Results are found by card: the warm-up's must not be taken for the case's."""
    own = items(file, "warm_up", "cards")
    taken = {str(c.get("id")) for c in own} if "warm_up" in file else {c.id for c in shelf.warm_up.cards}
    for number, card in enumerate(items(file, "cards")):
        if card.get("id") in taken:
            yield ("cards", number, "id"), f"The warm-up has a card “{card.get('id')}”. Give this one another id."


def _ranges(file: Fields, shelf: Shelf) -> Found:
    size = _stages(file, shelf)
    for number, card in enumerate(items(file, "cards")):
        notes = card.get("notes")
        span = notes.get("range") if isinstance(notes, dict) else None
        if not isinstance(span, list) or len(span) != 2 or not all(isinstance(n, int) for n in span) or not size:
            continue  # its form is at fault, which is said already
        if not 1 <= span[0] <= span[1] <= size:
            yield ("cards", number, "notes", "range"), f"Give two stages from 1 to {size}, the lower one first."


def _effects(file: Fields) -> Found:
    known = _ids(file, "cards")
    for number, information in enumerate(items(file, "information")):
        effects = information.get("effects")
        for card in effects if isinstance(effects, dict) else ():
            if card not in known:
                yield ("information", number, "effects", str(card)), f"There is no card “{card}”."


def _twins(file: Fields) -> Found:
    """Two cards that differ in one thing: one says so of the other, or each does."""
    known, pairs = set(_ids(file, "cards")), dict[str, str]()
    for number, card in enumerate(items(file, "cards")):
        id_, twin = str(card.get("id")), card.get("twin")
        if not isinstance(twin, str):
            continue
        place = ("cards", number, "twin")
        if twin not in known or twin == id_:
            yield place, f"There is no other card “{twin}”."
        elif pairs.get(id_, twin) != twin or pairs.get(twin, id_) != id_:
            yield place, "A card has one twin: one of these two has another already."
        else:
            pairs |= {id_: twin, twin: id_}


def _known(file: Fields) -> Found:
    """By which information a card is known."""
    information = {START, *_ids(file, "information")}
    for number, card in enumerate(items(file, "cards")):
        known = card.get("known", START)
        if isinstance(known, str) and known not in information:
            yield ("cards", number, "known"), f"There is no new information “{known}”. Write {START}, or its id."


def _panels(file: Fields) -> Found:
    """Where practitioners differed, both sides speak."""
    for number, card in enumerate(items(file, "cards")):
        ends = {str(reason["end"]) for reason in items(card, "panel") if "end" in reason}
        if ends in ({"low"}, {"high"}):
            yield ("cards", number, "panel"), "Where practitioners differed, give a reason nearer the other end too."


def _agendas(file: Fields, shelf: Shelf) -> Found:
    names = Names(_ids(file, "cards"), _ids(file, "information"), sorted(shelf.scales))
    second = ""
    for number, agenda in enumerate(items(file, "agendas")):
        for at, written in enumerate(items(agenda, "steps")):
            wrong, second = _second(written.get("settings"), second, shelf)
            if wrong:
                yield ("agendas", number, "steps", at, "settings", "second"), wrong
            try:
                step_of(StepFile.model_validate(written), names)
            except ValidationError:
                continue  # said already
            except ValueError as wrong:
                yield ("agendas", number, "steps", at, "settings"), str(wrong)


def _second(settings: Any, before: str, shelf: Shelf) -> tuple[str, str]:
    """What is wrong with the scale of a step's second question, or ""; and on which it is asked in this case study."""
    asked = settings.get("second") if isinstance(settings, dict) else None
    if not isinstance(asked, str) or asked not in shelf.scales:
        return "", before  # its step says so
    if len(shelf.scales[asked].stages) < FEWEST_STAGES:
        return f"A second question needs a scale of at least three stages, and “{asked}” has fewer.", before
    if before not in ("", asked):
        return f"A case study asks its second question on one scale: “{before}” is named above.", before
    return "", asked


def _ids(file: Fields, name: str) -> list[str]:
    return [str(item.get("id")) for item in items(file, name)]


def items(file: Fields, *path: str) -> list[Fields]:
    """The items of a list; none when it is no list. What is no item counts as an empty one, to keep the numbers."""
    found: Any = file
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return [item if isinstance(item, dict) else {} for item in found] if isinstance(found, list) else []
