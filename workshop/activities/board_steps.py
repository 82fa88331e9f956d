"""A board step as an author writes it, its numbers of cards and of new information turned into ids of the case; and
what it, or a discussion of it, is about to bring.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from workshop.activities.base_steps import MOST_CARDS, Ahead, Asked, Names, Planned, is_number_of_cards
from workshop.activities.board_parts import step_cards
from workshop.domain.scenario import Scenario


def is_about_information(settings: Mapping[str, Any]) -> bool:
    """Whether such a step makes sense only in a case study that has new information."""
    return settings.get("round") == "information"


def written(settings: dict[str, Any], names: Names) -> dict[str, Any]:
    """The settings of a board. Raises ValueError in a sentence."""
    kind = settings.get("round", "first")
    if kind not in ("warm_up", "first", "information"):
        raise ValueError("A board's round is warm_up, first or information.")
    if "second" in settings:
        _second(settings["second"], kind, names)
    if "cards" in settings:
        settings["cards"] = _cards(settings["cards"], names)
    if kind == "information":
        settings["information"] = _information(settings.get("information"), names)
    elif "information" in settings:
        raise ValueError("Only a board whose round is information names new information.")
    return settings


def _second(wanted: object, kind: str, names: Names) -> None:
    """The scale of a second question; what it was asked of is asked again whenever it is placed again."""
    if kind == "warm_up":
        raise ValueError("A warm-up asks no second question.")
    if wanted not in names.scales:
        raise ValueError(f"There is no shared scale “{wanted}”. There are: {', '.join(names.scales)}.")


def _cards(wanted: object, names: Names) -> list[str]:
    """How many from the first on, or their ids."""
    if is_number_of_cards(wanted):
        return names.cards[: int(str(wanted))]
    if not isinstance(wanted, list) or not wanted:
        raise ValueError(f"Cards are a number from 1 to {MOST_CARDS}, or a list of their ids.")
    chosen = cast("list[Any]", wanted)
    for card in chosen:
        if card not in names.cards:
            raise ValueError(f"There is no card “{card}” in this case study.")
    if len(set(chosen)) < len(chosen):
        raise ValueError("A card is named twice here.")
    return chosen


def _information(wanted: object, names: Names) -> str:
    """By id, or by number from 1; a shared agenda's number wraps, since case studies differ in how much they have."""
    if is_number_of_cards(wanted) and names.information:
        return names.information[(int(str(wanted)) - 1) % len(names.information)]
    if wanted not in names.information:
        raise ValueError(f"There is no new information “{wanted}” in this case study.")
    return str(wanted)


def ahead(steps: Sequence[Planned], at: int, scenario: Scenario) -> Ahead:
    """The cards that a board asks, the information that it gives, and its question. A warm-up has its own cards."""
    settings = steps[at].settings
    kind, information = str(settings.get("round", "first")), settings.get("information")
    question = scenario.warm_up.question if kind == "warm_up" else scenario.question
    cards = step_cards(scenario, kind, information, settings.get("cards"))
    return Ahead(Asked(cards, information), kind != "warm_up", f"board_{kind}", (question,))


def ahead_of_talk(steps: Sequence[Planned], at: int, scenario: Scenario) -> Ahead:
    """The cards that the boards before a discussion ask, but for the warm-up's."""
    boards = [i for i in range(at) if steps[i].activity == "board" and steps[i].settings.get("round") != "warm_up"]
    cards = dict.fromkeys(card for i in boards for card in ahead(steps, i, scenario).asked.cards)
    return Ahead(Asked(tuple(cards), None))
