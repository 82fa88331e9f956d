"""What the room sees of a board: before the reveal the cards and counts; after it the frozen results."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities.base import Choice, Part, Role, View
from workshop.activities.board_models import (
    BeforeShown,
    BoardPart,
    Camps,
    CampShown,
    CardShown,
    CardText,
    MovementShown,
    NewInformationShown,
    ProgressPart,
    RoundShown,
    ScaleShown,
    StageShown,
    TopicCount,
    WhyCount,
)
from workshop.activities.codec import round_result
from workshop.domain import placements
from workshop.domain.live import Head, Round
from workshop.domain.results import Camp, CardResult, Movement, RoundResult
from workshop.domain.scenario import Scale, Scenario


def step_cards(scenario: Scenario, kind: str, information: str | None, cards: list[str] | None) -> tuple[str, ...]:
    """The cards that a board step is about to ask, by its settings."""
    if kind == "warm_up":
        return tuple(c.id for c in scenario.warm_up.cards)
    if cards is not None:
        return tuple(cards)
    if kind == "information":
        return next((tuple(i.cards) for i in scenario.information if i.id == information), ())
    return tuple(c.id for c in scenario.cards)


def round_scale(scenario: Scenario, of: Round | None) -> Scale:
    """The scale that a round is placed on: the warm-up has its own."""
    return scenario.warm_up.scale if of is not None and of.cause == "warm_up" else scenario.scale


Placed = tuple[str, CardResult]
"""A card's result with the id of its round."""


def standing(
    head: Head, results: Mapping[str, object], until: str | None = None
) -> dict[str, tuple[CardResult, Placed | None]]:
    """For each card of the case its newest revealed result, and the one before it that was not withheld.

    With `until`, as it stood when that round was shown.
    """
    history: dict[str, list[Placed]] = {}
    for shown in _revealed(head, results, until):
        for card in shown.cards:
            history.setdefault(card.card, []).append((shown.round, card))
    return {card: (past[-1][1], _last_told(past[:-1])) for card, past in history.items()}


def _last_told(past: list[Placed]) -> Placed | None:
    return next((placed for placed in reversed(past) if not placed[1].withheld), None)


def _revealed(head: Head, results: Mapping[str, object], until: str | None) -> list[RoundResult]:
    placings = [r for r in head.rounds_of("board") if r.cause != "warm_up"]
    last = next((i for i, r in enumerate(placings) if r.id == until), len(placings))
    rounds = [r for r in placings[: last + 1] if r.state == "revealed"]
    return [round_result(results[r.id]) for r in rounds if r.id in results]


def _needs(head: Head) -> tuple[str, ...]:
    return ("results",)


def _board(view: View, role: Role) -> BoardPart:
    head, scenario, here = view.head, view.scenario, view.head.round_here()
    scale = _scale_here(view, here)
    results = _results(view, here)
    return BoardPart(
        scale=scale_shown(scale),
        round=_round_shown(head, here),
        information=_information(view, here),
        question=scenario.warm_up.question if scale.id == scenario.warm_up.scale.id else scenario.question,
        cards=[
            CardText(id=c.id, text=c.text, short=c.short_text, mode=c.mode, content_note=c.content_note)
            for c in (scenario.find_card(i) for i in _cards_here(view, here))
            if c is not None
        ],
        reasons=choices(placements.REASONS),
        topics=choices(placements.TOPICS),
        whys=choices(placements.WHYS),
        show=head.show if results is not None else "all",
        focus=head.focus if results is not None else None,
        prompt=head.prompt,
        results=results,
        queue=_queue(view, here) if results is not None else [],
    )


def _warming_up(head: Head) -> bool:
    return head.step.settings.get("round") == "warm_up"


def _scale_here(view: View, here: Round | None) -> Scale:
    warm = here.cause == "warm_up" if here else _warming_up(view.head)
    return view.scenario.warm_up.scale if warm else view.scenario.scale


def _round_shown(head: Head, here: Round | None) -> RoundShown | None:
    placings = [r.id for r in head.rounds_of("board") if r.cause != "warm_up"]
    if here is not None:
        number = placings.index(here.id) + 1 if here.id in placings else 0
        return RoundShown(id=here.id, cause=here.cause, number=number, state=here.state)
    if head.step.activity != "board":
        return None
    cause = str(head.step.settings.get("round", "first"))
    return RoundShown(id="", cause=cause, number=0 if cause == "warm_up" else len(placings) + 1, state="ready")


def _information(view: View, here: Round | None) -> NewInformationShown | None:
    wanted = here.information if here else view.head.step.settings.get("information")
    found = next((i for i in view.scenario.information if i.id == wanted), None)
    return NewInformationShown(id=found.id, kind=found.kind, text=found.text) if found else None


def _shows_standing(head: Head, here: Round | None) -> bool:
    """A discussion step shows every card's newest result, except while cards are being placed again."""
    return head.step.activity == "discussion" and (here is None or here.state in ("revealed", "closed"))


def _cards_here(view: View, here: Round | None) -> tuple[str, ...]:
    if _shows_standing(view.head, here):
        placed = standing(view.head, view.collection("results"))
        return tuple(c.id for c in view.scenario.cards if c.id in placed)
    if here is not None:
        return here.cards
    settings = view.head.step.settings
    kind, information = str(settings.get("round", "first")), settings.get("information")
    return step_cards(view.scenario, kind, information, settings.get("cards"))


def _results(view: View, here: Round | None) -> list[CardShown] | None:
    """Frozen figures, and only of revealed rounds: this is the line that nothing unrevealed may cross."""
    results = view.collection("results")
    if _shows_standing(view.head, here):
        return [card_shown(now, before) for _, (now, before) in sorted(standing(view.head, results).items())]
    if here is None or here.state != "revealed" or here.id not in results:
        return None
    if here.cause == "warm_up":
        return [card_shown(c, None) for c in round_result(results[here.id]).cards]
    newest = standing(view.head, results, until=here.id)
    return [card_shown(*newest[card]) for card in here.cards if card in newest]


def _queue(view: View, here: Round | None) -> list[str]:
    cards = set(_cards_here(view, here))
    results = view.collection("results")
    if here is not None and here.cause == "warm_up":
        return placements.queue(round_result(results[here.id]).cards)
    newest = standing(view.head, results, None if _shows_standing(view.head, here) or here is None else here.id)
    shifts = {c: _shift(now, before[1] if before else None) for c, (now, before) in newest.items()}
    return placements.queue((newest[c][0] for c in newest if c in cards), shifts)


def _shift(now: CardResult, before: CardResult | None) -> float:
    """How far a card has moved since it was placed before: change in agreement, in either direction."""
    if before is None or now.agreement is None or before.agreement is None:
        return 0.0
    return abs(now.agreement - before.agreement)


def _progress(view: View, role: Role) -> ProgressPart:
    here, counts = view.head.round_here(), view.counts
    answered = counts.get(f"{here.id}:answered", 0) if here else 0
    finished = counts.get(f"{here.id}:finished", 0) if here else 0
    devices = view.head.devices(counts)
    return ProgressPart(
        answered=answered, finished=finished, devices=devices, enough=min(answered, devices) >= view.head.k
    )


def scale_shown(scale: Scale) -> ScaleShown:
    """A scale for the browser."""
    return ScaleShown(
        id=scale.id,
        title=scale.title,
        ends=list(scale.ends),
        acknowledgement=scale.acknowledgement,
        stages=[StageShown(id=s.id, name=s.name, definition=s.definition) for s in scale.stages],
    )


def choices(closed: Mapping[str, str]) -> list[Choice]:
    """A small closed list for the browser, in its own order."""
    return [Choice(id=i, name=n) for i, n in closed.items()]


def card_shown(now: CardResult, before: Placed | None) -> CardShown:
    """One card's frozen figures as the room sees them."""
    return CardShown(
        card=now.card,
        withheld=now.withheld,
        placed=now.placed,
        need_to_know=now.need_to_know,
        tallies=None if now.tallies is None else list(now.tallies),
        median=now.median,
        agreement=now.agreement,
        label=now.label,
        missing=[TopicCount(topic=t, n=n) for t, n in now.missing],
        certainty=None if now.certainty is None else list(now.certainty),
        camps=Camps(low=_camp(now.low), high=_camp(now.high)) if now.low and now.high else None,
        shared_reason=now.shared_reason,
        before=_before(*before) if before and not now.withheld else None,
        movement=_movement(now.movement),
        whys=[WhyCount(why=w, n=n) for w, n in now.whys],
    )


def _camp(camp: Camp) -> CampShown:
    return CampShown(first=camp.first, last=camp.last, n=camp.n, reasons=list(camp.reasons))


def _movement(m: Movement | None) -> MovementShown | None:
    if m is None:
        return None
    return MovementShown(same=m.same, typical=m.typical, harmful=m.harmful, moved=m.moved, few=m.few)


def _before(round_id: str, older: CardResult) -> BeforeShown | None:
    if older.tallies is None:
        return None
    return BeforeShown(
        round=round_id,
        tallies=list(older.tallies),
        need_to_know=older.need_to_know or 0,
        median=older.median,
        agreement=older.agreement,
        label=older.label,
    )


BOARD = Part("board", BoardPart, _board, needs=_needs)
PROGRESS = Part("progress", ProgressPart, _progress, every=2.0)
