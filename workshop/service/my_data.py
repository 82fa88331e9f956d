"""What the server holds for one phone at this moment, in words; who sees what of the room; and for how long.

Made by the builders that make a phone's own parts, asked for every round that is still open and not only for the step
where the room is. What a phone never gets back is told by the collection in which it lies. All words are the
catalogue's (`office.held`, `names`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workshop.activities.base import Held, Model, Seat, View
from workshop.activities.registry import BY_NAME, OWN, PARTS, SESSION, of_seats
from workshop.domain.live import Head
from workshop.domain.scenario import Scenario
from workshop.service.context import Context
from workshop.service.sessions import ensure_live
from workshop.words import Words

Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Section:
    """One kind of thing that is held. `lines` are (what, value); `until` says how long."""

    title: str
    lines: Lines
    until: str


def my_data(context: Context, session: str, token: str) -> list[Section]:
    """Everything that lies under one of this phone's slots now. Raises UnknownSession, Unavailable."""
    head = ensure_live(context, session, fresh=True)
    if head.state == "ended":
        return []
    seat, scenario = context.live.seat(session, token), context.case_of(head)
    return [*_own_sections(context, head, seat, scenario), *_others(context, head, seat)]


def seen_by(audience: str, words: Words) -> list[str]:
    """What an audience sees: `room` for what every phone gets, `facilitator` for what only the desk gets."""
    if audience == "room":
        return [words.say(f"office.held.seen.{part.name}") for part in PARTS.values() if "delegate" in part.audiences]
    desk = [part.name for part in PARTS.values() if "delegate" not in part.audiences]
    more = [id for a in (*BY_NAME.values(), SESSION) for p in a.parts if (id := f"office.held.desk.{p.name}") in words]
    return [*(words.say(f"office.held.seen.{name}") for name in desk), *map(words.say, dict.fromkeys(more))]


def _own_sections(context: Context, head: Head, seat: Seat, scenario: Scenario) -> Iterator[Section]:
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
            slices = context.live.load(head, refs, all_counts=False).slices
            if any(found is not None for found in slices.values()):
                built = own.build(View(here, scenario, {}, {}), slices)
                where = f" · {step.title}" if own.held.until == "round" else ""
                yield _section(context.words, own.held, where, Told(scenario, own.held, context.words).lines(built))


def _others(context: Context, head: Head, seat: Seat) -> Iterator[Section]:
    """What a phone never gets back: its seat, that it would like a word, that a question waits, and no more of it."""
    wanted = {ref: found.held for found in of_seats() if found.held and (ref := found.ref(seat)).key}
    slices, words = context.live.load(head, tuple(wanted), all_counts=False).slices, context.words
    for ref, told in wanted.items():
        if (found := slices[ref]) is not None:
            said = [(f"office.held.lines.{id}", values) for id, values in told.lines(found)]
            lines = ((words.say(f"{id}.what"), words.say(f"{id}.said", **values)) for id, values in said)
            yield _section(words, told, "", tuple(lines))


def _section(words: Words, told: Held, where: str, lines: Lines) -> Section:
    title, until = words.say(f"office.held.title.{told.title}"), words.say(f"office.held.until.{told.until}")
    return Section(f"{title}{where}", lines, until)


class Told:
    """What an own part holds, in words: names of everything that an answer can point at."""

    def __init__(self, scenario: Scenario, told: Held, words: Words) -> None:
        scales = [scenario.scale, *([scenario.warm_up.scale] if scenario.warm_up else [])]
        cards = [*scenario.cards, *(scenario.warm_up.cards if scenario.warm_up else ())]
        self._names: dict[str, str] = {c.id: c.short_text for c in cards} | {
            s.id: s.name for scale in scales for s in scale.stages
        }
        for area in told.names:
            self._names |= words.area(f"names.{area}")["names"][area]
        self._plain, self._words = told.plain, words

    def lines(self, model: Model | None) -> Lines:
        """One line for each thing that was said: what it is about, and what was said."""
        found: list[tuple[str, str]] = []
        for field, value in (model.model_dump() if model else {}).items():
            if isinstance(value, Mapping):
                found += [(self._names.get(str(key), str(key)), self._said(said)) for key, said in value.items()]
            elif field != "round" and value:
                found.append((self._names[field], self._said(value)))
        return tuple(found)

    def _said(self, value: Any) -> str:
        if isinstance(value, Mapping):
            told = [(key, self._said(v)) for key, v in value.items()]
            return " · ".join(said if key in self._plain else self._field(key, said) for key, said in told if said)
        if isinstance(value, bool):
            return self._words.say("office.held.yes") if value else ""
        if isinstance(value, list | tuple):
            return ", ".join(map(self._said, value))
        return "" if value is None else self._names.get(str(value), str(value))

    def _field(self, key: str, said: str) -> str:
        return self._words.say(f"office.held.field.{key}", said=said)
