"""What the server holds for one phone at this moment, in words; who sees what of the room; and for how long.

Made by the builders that make a phone's own parts, asked for every round that is still open and not only for the step
where the room is. What a phone never gets back is told by the collection in which it lies. All words are the
activities' own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workshop.activities.base import Held, Seat, View
from workshop.activities.base_kept import ROUND
from workshop.activities.registry import BY_NAME, OWN, PARTS, SESSION, of_seats
from workshop.domain.live import Head
from workshop.domain.scenario import Scenario
from workshop.service.house import House
from workshop.service.sessions import ensure_live
from workshop.words import Words


@dataclass(frozen=True)
class Section:
    """One kind of thing that is held. `lines` are (what, value); `until` says how long."""

    title: str
    lines: tuple[tuple[str, str], ...]
    until: str


ORGANISATION = (
    "Nothing while the session runs.",
    "When the facilitator releases the report: the whole room’s figures as the room was shown them, "
    "and the notes, the plan and those texts that the facilitator kept.",
)
KEPT = (
    (
        "On this phone",
        "Your own answers, and a random key that is your seat",
        "Until you leave, or the session has ended",
    ),
    ("On the server, while it runs", "What stands above", "Until its round closes, or the session ends"),
    (
        "In the session’s record",
        "The whole room’s figures and what the group wrote",
        "Until the facilitator forgets it",
    ),
    (
        "In the logs",
        "Faults of the program: never an answer, a text, a phone or an address",
        "As long as logs are kept",
    ),
)


def held(house: House, session: str, token: str) -> list[Section]:
    """Everything that lies under one of this phone's slots now. Raises UnknownSession, Unavailable."""
    ensure_live(house, session)
    head = house.live.head(session, fresh=True)
    if head.state == "ended":
        return []
    seat, scenario = house.live.seat(session, token), house.case_of(head.session)
    return [*_own_sections(house, head, seat, scenario), *_others(house, head, seat)]


def seen_by(audience: str) -> list[str]:
    """What an audience sees: `room` for what every phone gets, `facilitator` for what only the desk gets."""
    if audience == "room":
        return [part.seen for part in PARTS.values() if "delegate" in part.audiences]
    desk = [part.seen for part in PARTS.values() if "delegate" not in part.audiences]
    return desk + [p.desk for a in (*BY_NAME.values(), SESSION) for p in a.parts if p.desk]


def _own_sections(house: House, head: Head, seat: Seat, scenario: Scenario) -> Iterator[Section]:
    """Own parts of every step with an open round; those that belong to no round, once."""
    told = set[str]()
    for position, step in enumerate(head.steps):
        here = replace(head, position=position)
        for own in OWN:
            refs = own.reads(here, seat)
            key = f"{own.name} {refs}"
            if not refs or key in told:
                continue
            told.add(key)
            slices = house.live.load(head, refs, all_counts=False).slices
            if any(found is not None for found in slices.values()):
                built = own.build(View(here, scenario, {}, {}), slices)
                where = f" · {step.title}" if own.held.until == ROUND else ""
                lines = _lines(
                    built.model_dump() if built else {}, _names(scenario, own.held, house.words), own.held.plain
                )
                yield Section(f"{own.held.title}{where}", lines, own.held.until)


def _others(house: House, head: Head, seat: Seat) -> Iterator[Section]:
    """What a phone never gets back: its seat, that it would like a word, that a question waits, and no more of it."""
    wanted = {ref: found.held for found in of_seats() if found.held and (ref := found.ref(seat)).key}
    slices = house.live.load(head, tuple(wanted), all_counts=False).slices
    for ref, told in wanted.items():
        if (found := slices[ref]) is not None:
            yield Section(told.title, told.lines(found), told.until)


def _names(scenario: Scenario, told: Held, words: Words) -> dict[str, str]:
    """Names of everything that an answer can point at."""
    scales = [scenario.scale, *([scenario.warm_up.scale] if scenario.warm_up else [])]
    cards = [*scenario.cards, *(scenario.warm_up.cards if scenario.warm_up else ())]
    known = {c.id: c.short_text for c in cards} | {s.id: s.name for scale in scales for s in scale.stages}
    areas = words.area(*(f"names.{area}" for area in told.names)).get("names", {})
    return known | {id: name for area in areas.values() for id, name in area.items()}


def _lines(model: Mapping[str, Any], names: Mapping[str, str], plain: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """One line for each thing that was said: what it is about, and what was said."""
    found: list[tuple[str, str]] = []
    for field, value in model.items():
        if isinstance(value, Mapping):
            found += [(names.get(key, key), _said(said, names, plain)) for key, said in value.items()]
        elif field != "round" and value:
            found.append((names.get(field, field.capitalize()), _said(value, names, plain)))
    return tuple(found)


def _said(value: Any, names: Mapping[str, str], plain: frozenset[str]) -> str:
    if isinstance(value, Mapping):
        told = [(key, _said(v, names, plain)) for key, v in value.items()]
        return " · ".join(said if key in plain else f"{key.replace('_', ' ')}: {said}" for key, said in told if said)
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list | tuple):
        return ", ".join(_said(v, names, plain) for v in value)
    return "" if value is None else names.get(str(value), str(value))
