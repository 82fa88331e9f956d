"""The steps of an agenda template, with settings that name the cards and the new information of one case study."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workshop.casebook.models import StepFile
from workshop.domain.scenario import StepTemplate

SETTINGS = {"confidence": {"asking"}, "board": {"round", "cards", "information"}, "discussion": {"cards"}}
MOST_CARDS = 60


@dataclass(frozen=True)
class Names:
    """The ids that a step may name, in the order of the file."""

    cards: list[str]
    information: list[str]


def step_of(step: StepFile, names: Names) -> StepTemplate:
    """One step, with numbers turned into ids. Raises ValueError in a sentence."""
    unknown = sorted(set(step.settings) - SETTINGS.get(step.activity, set()))
    if unknown:
        raise ValueError(f"A {step.activity} step has no setting “{unknown[0]}”.")
    settings = dict(step.settings)
    if step.activity == "board":
        settings = _board(settings, names)
    elif step.activity == "confidence" and settings.get("asking", "before") not in ("before", "after"):
        raise ValueError("A confidence step asks before or after.")
    elif step.activity == "discussion" and not _is_number(settings.get("cards", 1)):
        raise ValueError(f"A discussion takes a number of cards, from 1 to {MOST_CARDS}.")
    return StepTemplate(step.activity, step.title, step.minutes, settings)


def needs_information(step: StepFile) -> bool:
    """Whether a step makes sense only in a case study that has new information."""
    return step.activity == "board" and step.settings.get("round") == "information"


def _board(settings: dict[str, Any], names: Names) -> dict[str, Any]:
    kind = settings.get("round", "first")
    if kind not in ("warm_up", "first", "information"):
        raise ValueError("A board's round is warm_up, first or information.")
    if "cards" in settings:
        settings["cards"] = _cards(settings["cards"], names)
    if kind == "information":
        settings["information"] = _information(settings.get("information"), names)
    elif "information" in settings:
        raise ValueError("Only a board whose round is information names new information.")
    return settings


def _cards(wanted: object, names: Names) -> list[str]:
    """How many from the first on, or their ids."""
    if _is_number(wanted):
        return names.cards[: int(str(wanted))]
    if not isinstance(wanted, list) or not wanted:
        raise ValueError(f"Cards are a number from 1 to {MOST_CARDS}, or a list of their ids.")
    for card in wanted:
        if card not in names.cards:
            raise ValueError(f"There is no card “{card}” in this case study.")
    if len(set(wanted)) < len(wanted):
        raise ValueError("A card is named twice here.")
    return wanted


def _information(wanted: object, names: Names) -> str:
    """By id, or by number from 1; a shared agenda's number wraps, since case studies differ in how much they have."""
    if _is_number(wanted) and names.information:
        return names.information[(int(str(wanted)) - 1) % len(names.information)]
    if wanted not in names.information:
        raise ValueError(f"There is no new information “{wanted}” in this case study.")
    return str(wanted)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_CARDS
