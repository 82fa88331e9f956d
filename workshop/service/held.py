"""What the server holds for one phone at this moment, in words; who sees what of the room; and for how long.

Made by the builders that make a phone's own parts, asked for every round that is still open and not only for the step
where the room is. Besides them a seat has two things that a phone never gets back, which are read here by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workshop.activities.base import Seat, SliceRef, View
from workshop.activities.questions import asker_refs
from workshop.activities.registry import OWN, PARTS
from workshop.domain.live import Head
from workshop.domain.scenario import Scenario
from workshop.service.house import House
from workshop.service.seats import seat_ref
from workshop.service.sessions import ensure_live
from workshop.words import Words


@dataclass(frozen=True)
class Section:
    """One kind of thing that is held. `lines` are (what, value); `until` says how long."""

    title: str
    lines: tuple[tuple[str, str], ...]
    until: str


ROUND = "Until this round closes. Then it is counted into the room’s figures, if enough have finished, and deleted."
SESSION = "Until the session ends."
ASKED = "Until questions are handed over, or the session ends."
TITLES: Mapping[str, tuple[str, str]] = {
    "own_board": ("Your placements", ROUND),
    "own_confidence": ("Your confidence", ROUND),
    "own_reflection": ("Your words at the end", ROUND),
    "own_support": ("Notes that you said you see too", SESSION),
    "own_welcome": ("The ground rules", SESSION),
}
"""Own part → what it is called on the page, and how long it is held."""
PLAIN = frozenset({"stage", "reasons", "direction", "why"})
"""What needs no word before it."""
SEEN: Mapping[str, str] = {
    "session": "The session’s title, its case study and sources of support, and how many phones have joined",
    "agenda": "The steps of the session",
    "timer": "A timer",
    "welcome": "About how many have agreed to the ground rules, every ten seconds",
    "confidence": "About how many have answered, every ten seconds",
    "board": "The cards; and after the reveal, for cards that enough people placed, the whole room’s figures",
    "progress": "About how many have answered and have finished, in steps",
    "questions": "Questions that the facilitator shows, without a name or a time",
    "formulation": "The notes and links that the group wrote, without an author; how many support one, from three",
    "plan": "The plan that the group wrote, without an author",
    "reflection": "About how many have answered; and afterwards which wishes at least three people share",
    "wordings": "What notes, actions and the explanation said before somebody changed them, without an author",
    "notes_private": "Notes of the case study’s author on the card that is talked about",
}
"""Part → what those see who get it. None is addressed to one phone, and none names one."""
FACILITATORS = (
    "Questions, many at once, shuffled, at fixed moments; before that not even that one waits",
    "What people wrote at the end, shuffled, when it has closed and enough have sent something",
    "That someone would like a word, not who",
)
"""What else a facilitator sees, in parts that everybody gets."""
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
        return [SEEN[name] for name, part in PARTS.items() if "delegate" in part.audiences]
    return [SEEN[name] for name, part in PARTS.items() if "delegate" not in part.audiences] + [*FACILITATORS]


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
                title, until = TITLES[own.name]
                where = f" · {step.title}" if until is ROUND else ""
                yield Section(
                    f"{title}{where}", _lines(built.model_dump() if built else {}, _names(scenario, house.words)), until
                )


def _others(house: House, head: Head, seat: Seat) -> Iterator[Section]:
    """A seat, and in which turn it was tapped last; a word; questions, of which no more is held than that they wait."""
    place, word = seat_ref(seat), SliceRef("words", seat.slot("session", "word"))
    asks, answered = asker_refs(seat)
    wanted = tuple(ref for ref in (place, word, asks, answered) if ref.key)
    slices = house.live.load(head, wanted, all_counts=False).slices
    if (seated := slices.get(place)) is not None:
        tapped = () if seated.get("tap") is None else (("Used last", f"after {seated['tap']} rounds of cards"),)
        yield Section("Your seat", (("A place in the room", "no name, no address, no time"), *tapped), SESSION)
    if slices.get(word) is not None:
        yield Section("A word", (("You would like a word", "yes"),), SESSION)
    if slices.get(asks) is not None:
        yield Section("Questions", (("A question of yours waits", "yes; which one is not held"),), ASKED)
    if slices.get(answered) is not None:
        yield Section("Asked of everybody", (("You have asked, or have nothing to ask", "yes"),), ASKED)


def _names(scenario: Scenario, words: Words) -> dict[str, str]:
    """Names of everything that an answer can point at."""
    scales = [scenario.scale, *([scenario.warm_up.scale] if scenario.warm_up else [])]
    cards = [*scenario.cards, *(scenario.warm_up.cards if scenario.warm_up else ())]
    known = {c.id: c.short_text for c in cards} | {s.id: s.name for scale in scales for s in scale.stages}
    areas = words.area("names")["names"]
    before, after = (
        {id: name for area in chosen for id, name in areas[area].items()}
        for chosen in (("topic", "reason", "why", "need", "direction"), ("item", "field"))
    )
    return before | known | after


def _lines(model: Mapping[str, Any], names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """One line for each thing that was said: what it is about, and what was said."""
    found: list[tuple[str, str]] = []
    for field, value in model.items():
        if isinstance(value, Mapping):
            found += [(names.get(key, key), _said(said, names)) for key, said in value.items()]
        elif field != "round" and value:
            found.append((names.get(field, field.capitalize()), _said(value, names)))
    return tuple(found)


def _said(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, Mapping):
        told = [(key, _said(v, names)) for key, v in value.items()]
        return " · ".join(said if key in PLAIN else f"{key.replace('_', ' ')}: {said}" for key, said in told if said)
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list | tuple):
        return ", ".join(_said(v, names) for v in value)
    return "" if value is None else names.get(str(value), str(value))
