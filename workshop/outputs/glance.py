"""A released report at a glance: one picture and one sentence, from its frozen data and nothing else.

The data are of whatever version they were released in: a field that is not there is left out, never guessed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from workshop.domain.placements import TOPICS
from workshop.drawing.strip_parts import Camp
from workshop.drawing.strip_svg import strip_svg
from workshop.drawing.strip_words import commas, lowered, movement_parts
from workshop.outputs.blocks.phrases import Phrases, dotted
from workshop.words import Words

Json = Mapping[str, Any]
WIDE, HEIGHT, NARROW = 716, 167, 292


@dataclass(frozen=True)
class Picture:
    """The card on which people differed most. `wide` and `narrow` are SVG, escaped; `stages` its counts in words."""

    card: str
    label: str
    label_words: str
    wide: str
    narrow: str
    stages: tuple[tuple[str, int], ...]
    then: tuple[str, str] | None


@dataclass(frozen=True)
class Chapter:
    """A place in the report: its title and anchor."""

    title: str
    anchor: str


@dataclass(frozen=True)
class Glance:
    """What a reviewer meets first."""

    line: str
    least: str
    picture: Picture | None
    chapters: tuple[Chapter, ...]


def glance(content: bytes, words: Words) -> Glance:
    """Read a release's JSON; `words` are those that it was released in. Raises ValueError when it is none."""
    report = json.loads(content)
    if not isinstance(report, dict):
        raise ValueError("no report")
    data, said = cast("Json", report), Phrases(words)
    least = said.number(int(data.get("threshold", 5)))
    return Glance(_line(data, said), least, _picture(data, said), tuple(_chapters(data, said)))


def _line(data: Json, said: Phrases) -> str:
    people = said.say("people", n=data["delegates"]) if data.get("delegates") else ""
    fictional = said.say("glance.fictional") if data.get("fictional", True) else ""
    return dotted(people, str(data.get("agenda", "")).lower(), fictional)


def _picture(data: Json, said: Phrases) -> Picture | None:
    card = next((c for r in _rounds(data)[:1] for c in _cards(r) if c.get("tallies")), None)
    if card is None:
        return None
    names = [str(s["name"]) for s in data["scale"]["stages"]]
    tallies = [int(n) for n in card["tallies"].values()]
    label = str(card.get("label") or "")
    unsure = int(card.get("need_to_know") or 0)
    wide = strip_svg(
        names, tallies, unsure, size="page", width=WIDE, height=HEIGHT, label=label, median=_median(card),
        camps=_camps(card, list(card["tallies"])), topics=_topics(card, said.words), words=said.words,
    )  # fmt: skip
    narrow = strip_svg(names, tallies, unsure, size="rows", width=NARROW, label=label, words=said.words)
    counts = (*zip(names, tallies, strict=True), (said.words.say("common.strip.lane"), unsure))
    then = _then(data, str(card["card"]), said)
    return Picture(str(card["text"]), label, _kind(label, said), wide, narrow, counts, then)


def _kind(label: str, said: Phrases) -> str:
    kind = said.kind(label)
    return kind.name if kind else ""


def _rounds(data: Json) -> list[Json]:
    return list(data.get("rounds", []))


def _cards(shown: Json) -> list[Json]:
    return list(shown.get("cards", []))


def _median(card: Json) -> int | None:
    stages = list(card["tallies"])
    return stages.index(card["median"]) if card.get("median") in stages else None


def _topics(card: Json, named: Words) -> list[str]:
    known = {named.say(f"names.topic.{topic}") for topic in TOPICS}
    return [t for t in card.get("missing", []) if t in known][:3]


def _camps(card: Json, stages: list[str]) -> tuple[Camp, Camp] | None:
    ends = card.get("camps")
    if not ends:
        return None
    low, high = (
        Camp(stages.index(e["first"]), stages.index(e["last"]), int(e["n"]), tuple(e["reasons"]))
        for e in (ends["low"], ends["high"])
    )
    return low, high


def _then(data: Json, card: str, said: Phrases) -> tuple[str, str] | None:
    """("After new information", "7 moved towards typical, 9 stayed") of the same card's next placing."""
    for later in _rounds(data)[1:]:
        again = next((c for c in _cards(later) if c["card"] == card and c.get("tallies")), None)
        if again is not None:
            cause = "information" if later["cause"] == "information" else "discussion"
            return said.say(f"glance.{cause}"), _moved(data, again, said)
    return None


def _moved(data: Json, again: Json, said: Phrases) -> str:
    parts = movement_parts(again.get("movement"), data["scale"]["ends"], said.words)
    if not parts:
        return said.say("glance.again", kind=lowered(_kind(str(again.get("label")), said)))
    return commas([f"{p.n} {p.text}" if p.n is not None else p.text for p in parts], said.words)


def _chapters(data: Json, said: Phrases) -> list[Chapter]:
    anchors = [str(r["round"]) for r in _rounds(data)]
    cards = len(_cards(_rounds(data)[0])) if anchors else 0
    together = (
        "explanation"
        if data.get("formulation", {}).get("notes")
        else "plan"
        if data.get("plan", {}).get("actions")
        else ""
    )
    wanted = (
        (said.several("glance.cards", cards) if cards > 1 else said.say("glance.card"), anchors[0] if cards else ""),
        (said.say("glance.moved"), anchors[1] if len(anchors) > 1 else ""),
        (said.say("glance.together"), together),
        (said.say("needs.title"), "needs" if data.get("needs") else ""),
        (said.say("method.title"), "method"),
    )
    return [Chapter(title, anchor) for title, anchor in wanted if anchor]
