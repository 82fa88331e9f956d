"""An activity that there is not: a poll of the weather, and clouds that anybody draws. Taken in for one test only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from workshop.activities import known, registry
from workshop.activities.base import (
    BOTH,
    DELEGATE,
    FACILITATOR,
    Activity,
    Answers,
    Change,
    Collection,
    Command,
    Counter,
    Held,
    Model,
    OwnPart,
    Part,
    Quota,
    Refused,
    Role,
    Rounds,
    Seat,
    Situation,
    SliceRef,
    View,
    round_scope,
)
from workshop.activities.base_kept import RESULTS
from workshop.activities.codec import answers_result
from workshop.activities.questionnaire import OneRound, answered, closing, open_on_entering
from workshop.domain import disclosure
from workshop.domain.live import Head, Round
from workshop.domain.results import AnswersResult, Closing, Told
from workshop.domain.scenario import Scenario
from workshop.words import Words
from workshop.words.catalogue import laid_over
from workshop.words.made import MADE

SKIES = ("sun", "rain", "fog")
WORDS = {
    "names": {"sky": {"sun": "Sunny", "rain": "Raining", "fog": "Foggy", "sky": "Sky"}},
    "refused": {"weather": {"closed": "The sky is closed."}},
    "report": {"weather": "The weather"},
    "office": {
        "held": {
            "title": {"weather": "Your weather", "umbrella": "Your umbrella"},
            "lines": {"umbrella": {"what": "It is open", "said": "{colour}"}},
            "seen": {"weather": "Clouds, and after the close the commonest weather"},
        }
    },
}
CLOUDS = Collection("clouds", kept="all", counter="clouds")
CHOSEN = Collection("rainbows", kept="chosen")
VANES = Collection("vanes", of="round", copied=True)
UMBRELLAS = Collection(
    "umbrellas",
    of="seat",
    counter="umbrellas open",
    held=Held("umbrella", lines=lambda slice_: (("umbrella", {"colour": slice_["colour"]}),)),
)


class WeatherSettings(Model):
    season: Literal["summer", "winter"] = "summer"


class Say(Model):
    round: str
    sky: Literal["sun", "rain", "fog"]


class Draw(Model):
    text: str


class Choose(Model):
    kept: bool


class Open(Model):
    colour: str


class WeatherPart(Model):
    season: str
    clouds: list[str]
    commonest: str


class OwnWeather(Model):
    sky: str


def _reads_say(head: Head, body: Say, seat: Seat) -> tuple[SliceRef, ...]:
    return (VANES.ref(seat, body.round),)


def _say(situation: Situation, body: Say) -> Change | Refused:
    found = situation.head.rounds.get(body.round)
    if found is None or found.kind != "weather" or found.state != "open":
        return Refused("round_closed", "weather.closed")
    (ref,) = _reads_say(situation.head, body, situation.seat)
    return answered(found, ref, situation.slices[ref], {"sky": body.sky})


def _draw(situation: Situation, body: Draw) -> Change | Refused:
    ref = SliceRef(CLOUDS.name, situation.new_id())
    return Change(put={ref: {"text": body.text}}, count={CLOUDS.counter: 1}, parts=frozenset({"weather"}))


def _choose(situation: Situation, body: Choose) -> Change | Refused:
    ref = SliceRef(CHOSEN.name, situation.new_id())
    return Change(put={ref: {"kept": body.kept}}, parts=frozenset({"weather"}))


def _open(situation: Situation, body: Open) -> Change | Refused:
    ref = UMBRELLAS.ref(situation.seat)
    new = situation.slices[ref] is None
    return Change(put={ref: {"colour": body.colour}}, count={UMBRELLAS.counter: 1} if new else {})


def _build(view: View, role: Role) -> WeatherPart | None:
    here = view.head.round_here()
    if here is None:
        return None
    result = view.collection(RESULTS).get(here.id)
    tags = answers_result(result).tags if result else ()
    season = WeatherSettings.model_validate(dict(view.head.step.settings)).season
    drawn = sorted(c["text"] for c in view.collection(CLOUDS.name).values())
    return WeatherPart(season=season, clouds=drawn, commonest=tags[0][0] if tags else "")


def _own_reads(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    here = head.round_here()
    return (VANES.ref(seat, here.id),) if here and here.kind == "weather" and here.state == "open" else ()


def _own(view: View, slices: Any) -> OwnWeather | None:
    said = next(iter(slices.values()), None)
    return OwnWeather(sky=said["sky"]) if said else None


def _tally(head: Head, scenario: Scenario, closing: Round, answers: Answers, new_id: Any, shuffle: Any) -> Closing:
    said = [[sheet["sky"]] for sheet in answers.answers.values()]
    n = disclosure.told(len(said), head.k)
    tags = disclosure.named(said, SKIES, len(said), head.k)
    return Closing(AnswersResult(closing.id, closing.step, "weather", closing.cause, n, tags=tags), slices={})


def _tells(result: AnswersResult) -> Told:
    return Told("report.weather", tuple((f"names.sky.{sky}", n) for sky, n in result.tags), result.answered)


WEATHER = Activity(
    name="weather",
    settings=WeatherSettings,
    commands=(
        Command("weather.say", Say, DELEGATE, _say, reads=_reads_say, scope=round_scope),
        Command("weather.draw", Draw, BOTH, _draw, reads=lambda head, body, seat: (Counter(CLOUDS.counter),)),
        Command("weather.choose", Choose, FACILITATOR, _choose),
        Command("weather.open", Open, DELEGATE, _open, reads=lambda head, body, seat: (UMBRELLAS.ref(seat),)),
        Command("weather.close", OneRound, FACILITATOR, closing("weather"), durable=True),
    ),
    parts=(
        Part(
            "weather",
            WeatherPart,
            _build,
            needs=lambda head: (RESULTS, CLOUDS.name),
        ),
    ),
    own=(
        OwnPart(
            "own_weather",
            OwnWeather,
            _own_reads,
            _own,
            lambda view: OwnWeather(sky="rain"),
            Held("weather", "round", names=("sky",)),
        ),
    ),
    enter=lambda head, scenario: open_on_entering(head, "weather", "looking up"),
    rounds=Rounds(_tally, tells=_tells),
    collections=(CLOUDS, CHOSEN, VANES, UMBRELLAS),
    quotas=(Quota(CLOUDS.counter, 2),),
    without_view=frozenset({"screen"}),
)


@contextmanager
def registered(activity: Activity) -> Iterator[None]:
    """As if it stood in the registry, and its words in the catalogue; afterwards everything is as it was."""
    english, *_ = [Words.of(language) for language in ("en", *MADE)]  # made of English, once: as it is without this
    tree = english.tree
    tables = (registry.BY_NAME, registry.COMMANDS, registry.PARTS, registry.COLLECTIONS, registry.QUOTAS)
    lists = (registry.OWN, known.NAMES, known.GATHERING)
    before = [dict(table) for table in tables], [list(items) for items in lists]
    registry.register(activity)
    _speaks(english, laid_over(tree, WORDS))
    try:
        yield
    finally:
        _speaks(english, tree)
        for table, was in zip(tables, before[0], strict=True):
            table.clear()
            table.update(was)
        for items, was in zip(lists, before[1], strict=True):
            items[:] = was


def _speaks(words: Words, tree: Any) -> None:
    object.__setattr__(words, "tree", tree)
    vars(words).pop("ids", None)
