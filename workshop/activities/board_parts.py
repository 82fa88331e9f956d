"""What the room sees of a board: before the reveal the cards and counts; after it the frozen results."""

from __future__ import annotations

from workshop.activities.base import Part, Role, View
from workshop.activities.board_cards import card_text
from workshop.activities.board_models import (
    BoardPart,
    CardShown,
    NewInformationShown,
    ProgressPart,
    RoundShown,
    ScaleShown,
    StageShown,
    TopicCount,
)
from workshop.activities.board_stood import card_shown, newest_of, stood, wanted
from workshop.activities.codec import round_result
from workshop.domain import placements, quorum
from workshop.domain.disclosure_steps import in_steps
from workshop.domain.live import Head, Round
from workshop.domain.results import CardResult
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


def talks(head: Head) -> bool:
    """Whether the room talks without figures here: not where it has a picture from before."""
    if not head.talk:
        return False
    if head.step.activity == "discussion":
        return not any(r.state == "revealed" and r.cause != "warm_up" for r in head.placings)
    here = head.round_here()
    return head.step.activity == "board" and (here is None or here.state != "revealed")


def talk_cards(head: Head, scenario: Scenario) -> tuple[str, ...]:
    """Where the room talks: a board's own cards; in a discussion, those that were talked about before."""
    if head.step.activity == "discussion":
        return tuple(c.id for c in scenario.cards if c.id in head.talked)
    return _cards_of_step(head, scenario)


def _cards_of_step(head: Head, scenario: Scenario) -> tuple[str, ...]:
    settings = head.step.settings
    kind, information = str(settings.get("round", "first")), settings.get("information")
    return step_cards(scenario, kind, information, settings.get("cards"))


def round_scale(scenario: Scenario, of: Round | None) -> Scale:
    """The scale that a round is placed on: the warm-up has its own."""
    return scenario.warm_up.scale if of is not None and of.cause == "warm_up" else scenario.scale


def _needs(head: Head) -> tuple[str, ...]:
    return ("results",)


def _board(view: View, role: Role) -> BoardPart:
    head, scenario, talk = view.head, view.scenario, talks(view.head)
    here = None if talk else head.round_here()
    scale = _scale_here(view, here)
    results = None if talk else _results(view, here)
    cards = talk_cards(head, scenario) if talk else _cards_here(view, here)
    warm = scale.id == scenario.warm_up.scale.id
    asked_for = _wanted(view, here) if results is not None and not warm else []
    return BoardPart(
        scale=scale_shown(scale),
        second=_second(scenario, here, results),
        round=_round_shown(head, here),
        information=_information(view, here),
        question=scenario.warm_up.question if warm else scenario.question,
        talk=talk,
        cards=[card_text(c, head, here) for c in (scenario.find_card(i) for i in cards) if c is not None],
        reasons=[] if warm else list(placements.REASONS),
        topics=[] if warm else list(placements.TOPICS),
        whys=list(placements.WHYS),
        show=_show(head, bool(asked_for)) if results is not None else "all",
        focus=head.focus if talk or results is not None else None,
        prompt=head.prompt,
        results=results,
        queue=_queue(view, here) if results is not None else [],
        wanted=asked_for,
        most=head.step.settings.get("cards") if head.step.activity == "discussion" else None,
    )


def _second(scenario: Scenario, here: Round | None, results: list[CardShown] | None) -> ScaleShown | None:
    """Where it is being asked of a card, or a card has been shown of which it was."""
    answered = any(card.response for card in results) if results is not None else bool(here and here.second)
    return scale_shown(scenario.second) if scenario.second and answered else None


def _show(head: Head, wanted: bool) -> str:
    """Where nobody wants to know anything there is nothing of it to show."""
    if head.show != "wanted" or wanted:
        return head.show
    return "focus" if head.focus else "all"


def _warming_up(head: Head) -> bool:
    return head.step.settings.get("round") == "warm_up"


def _scale_here(view: View, here: Round | None) -> Scale:
    warm = here.cause == "warm_up" if here else _warming_up(view.head)
    return view.scenario.warm_up.scale if warm else view.scenario.scale


def _round_shown(head: Head, here: Round | None) -> RoundShown | None:
    placings = [r.id for r in head.placings if r.cause != "warm_up"]
    if here is not None:
        number = placings.index(here.id) + 1 if here.id in placings else 0
        showable = here.state == "closed" and here.quorum
        return RoundShown(id=here.id, cause=here.cause, number=number, state=here.state, showable=showable)
    if head.step.activity != "board":
        return None
    cause = str(head.step.settings.get("round", "first"))
    number = 0 if cause == "warm_up" else len(placings) + 1
    return RoundShown(id="", cause=cause, number=number, state="ready", showable=False)


def _information(view: View, here: Round | None) -> NewInformationShown | None:
    wanted = here.information if here else view.head.step.settings.get("information")
    found = next((i for i in view.scenario.information if i.id == wanted), None)
    return NewInformationShown(id=found.id, kind=found.kind, text=found.text) if found else None


def _shows_standing(head: Head, here: Round | None) -> bool:
    """A discussion step shows every card's newest result, except while cards are being placed again."""
    return head.step.activity == "discussion" and (here is None or here.state in ("revealed", "closed"))


def _cards_here(view: View, here: Round | None) -> tuple[str, ...]:
    if _shows_standing(view.head, here):
        placed = stood(view.head, view.collection("results"))
        return tuple(c.id for c in view.scenario.cards if c.id in placed)
    if here is not None:
        return here.cards
    return tuple(card for card in _cards_of_step(view.head, view.scenario) if card not in view.head.talked)


def _results(view: View, here: Round | None) -> list[CardShown] | None:
    """Frozen figures, and only of revealed rounds: this is the line that nothing unrevealed may cross."""
    results = view.collection("results")
    if _shows_standing(view.head, here):
        return [card_shown(now) for _, now in sorted(stood(view.head, results).items())]
    if here is None or here.state != "revealed" or here.id not in results:
        return None
    if here.cause == "warm_up":
        return [card_shown(newest_of([(here.id, c)])) for c in round_result(results[here.id]).cards]
    newest = stood(view.head, results, until=here.id)
    return [card_shown(newest[card]) for card in here.cards if card in newest]


def _queue(view: View, here: Round | None) -> list[str]:
    cards = set(_cards_here(view, here))
    results = view.collection("results")
    if here is not None and here.cause == "warm_up":
        return placements.queue(round_result(results[here.id]).cards)
    newest = stood(view.head, results, None if _shows_standing(view.head, here) or here is None else here.id)
    shifts = {c: _shift(now.shown, now.before[1] if now.before else None) for c, now in newest.items()}
    return placements.queue((newest[c].shown for c in newest if c in cards), shifts)


def _wanted(view: View, here: Round | None) -> list[TopicCount]:
    until = None if _shows_standing(view.head, here) or here is None else here.id
    return wanted(view.head, view.collection("results"), until)


def _shift(now: CardResult, before: CardResult | None) -> float:
    """How far a card has moved since it was placed before: change in agreement, in either direction."""
    if before is None or now.agreement is None or before.agreement is None:
        return 0.0
    return abs(now.agreement - before.agreement)


def _progress(view: View, role: Role) -> ProgressPart:
    """In steps of k, so that nobody can watch one phone; only that enough have finished is told at once."""
    head, counts, here = view.head, view.counts, view.head.round_here()
    answered, finished = (counts.get(f"{here.id}:{what}", 0) if here else 0 for what in ("answered", "finished"))
    return ProgressPart(
        answered=in_steps(answered, head.k),
        finished=in_steps(finished, head.k),
        devices=counts.get("devices", 0),
        enough=here is not None and bool(here.all) and quorum.reached(head, counts, here.id),
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


BOARD = Part("board", BoardPart, _board, needs=_needs)
PROGRESS = Part("progress", ProgressPart, _progress, every=2.0, tells_devices=True)
