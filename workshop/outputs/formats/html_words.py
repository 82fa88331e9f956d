"""The report's sentences: dates, counts, causes, labels. Plain words, never right or wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from workshop.drawing.strip_words import movement_parts
from workshop.outputs.model import AnonymisedSession, CardOutput, Facts, RoundOutput

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
LABELS = {
    "settled": ("Settled", "three quarters or more placed it in one stage"),
    "neighbouring": ("Neighbouring", "nearly all placed it in two stages side by side"),
    "spread": ("Spread", "people placed it over several stages, in no two groups"),
    "split": ("Split", "a third or more at either end, two stages apart or further, or agreement below 0.3"),
}
LINKS = {"because": "because of", "eases": "eases", "alternative": "another explanation for"}
TARGETS = {
    "safety": "Immediate safety",
    "harmed": "Those harmed",
    "young_person": "The young person",
    "family": "Family and carers",
    "environment": "The wider environment",
}
FIELDS = {"will_do": "One thing I will do", "still_need": "What I still need"}
EXPLAINED = {
    "because": "We think this happened because",
    "kept_going": "What kept it going",
    "eased": "What eases it",
    "rival": "What else could explain it",
    "unsure": "What we are unsure of",
}


def day(iso: str) -> str:
    """2026-11-24 → 24 November 2026."""
    year, month, date = iso.split("-")
    return f"{int(date)} {MONTHS[int(month) - 1]} {year}"


def number(n: int) -> str:
    """Small numbers in words."""
    return NUMBERS[n] if n < len(NUMBERS) else str(n)


def several(n: int, one: str, many: str = "") -> str:
    """1, "card" → "one card"; 8 → "eight cards"."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def capital(words: str) -> str:
    """The first letter large."""
    return words[:1].upper() + words[1:]


def listed(words: Sequence[str], last: str = "and") -> str:
    """a; a and b; a, b and c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def lead(session: AnonymisedSession) -> str:
    """What, when, how many."""
    facts = session.facts
    case = f"{facts.scenario_title}, a fictional case" if facts.fictional else facts.scenario_title
    cards = len({c.card for r in session.rounds for c in r.cards})
    people = f"{facts.delegates} people" if facts.delegates else ""
    agenda = facts.agenda[:1].lower() + facts.agenda[1:]
    said = (case, day(facts.held_on), people, agenda, several(cards, "card") if cards else "")
    return " · ".join(part for part in said if part)


def heading(shown: RoundOutput, number_of_round: int) -> str:
    """Round 2, after discussion."""
    causes = {"first": "first placing", "discussion": "after discussion", "information": "after new information"}
    return f"Round {number_of_round}: {causes.get(shown.cause, shown.cause)}"


def happened(shown: RoundOutput) -> str:
    """One line of what happened."""
    again, cards = shown.cause != "first", several(len(shown.cards), "card")
    placed = f"{capital(cards)} placed again" if again else f"{capital(cards)} placed in private, before any discussion"
    after = {"discussion": ", after talking about both ends", "information": ", after hearing:"}.get(shown.cause, "")
    return placed + after + ("" if after.endswith(":") else ".")


def moved(session: AnonymisedSession, card: CardOutput) -> tuple[tuple[str, str], ...]:
    """The sentence of movement in parts: (number or "", words)."""
    m = card.movement
    if m is None:
        return ()
    parts = movement_parts(asdict(m), session.ends)
    return tuple((str(p.n) if p.n is not None else "", p.text) for p in parts) or (("0", "moved"),)


def not_told(facts: Facts, card: CardOutput) -> str:
    """Why a card's figures are not here."""
    return {
        "stands": "Fewer than three moved; the picture stands.",
        "aside": "Three or more moved. Not shown: too many stood aside.",
        "unsure": "Most need to know more; too few placed to show.",
        "earlier_version": "Placed again under an earlier version of this program, which counted in a way that could "
        "tell of one person. It is not shown.",
    }.get(card.why or "", f"Fewer than {least(facts)} people placed this card, so it is not shown.")


def label(name: str | None) -> str:
    """A label in words."""
    return LABELS[name][0] if name in LABELS else ""


def stages(session: AnonymisedSession) -> str:
    """1 Developmentally expected · 2 Inappropriate …"""
    return " · ".join(f"{n} {s.name}" for n, s in enumerate(session.stages, 1))


def least(facts: Facts) -> str:
    """The threshold in words."""
    return number(facts.k)
