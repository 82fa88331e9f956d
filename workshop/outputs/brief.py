"""The seven-minute brief: one page for a team that was not there, from the report's data and nothing else.

Seven rows, a minute each. What somebody at the table writes has room on the page. Every figure is the report's. What
does not fit is cut between words, with a sign that it was.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workshop.domain.plan import TARGETS
from workshop.drawing.strip_words import commas, lowered, movement_parts
from workshop.outputs.blocks.model import Strip
from workshop.outputs.blocks.phrases import Phrases, dotted
from workshop.words import Words

Json = Mapping[str, Any]
OPENING, TEXT, CHANGES, HELP = 280, 150, 2, 2
"""Characters of the case's opening, of any other text; how many changes of mind, and how many places for help."""


@dataclass(frozen=True)
class Line:
    """`strong` stands before the text; `small` is a legend; `write`: there is room to write beneath; or a picture."""

    text: str = ""
    strong: str = ""
    small: bool = False
    write: bool = False
    strip: Strip | None = None


@dataclass(frozen=True)
class Brief:
    """The page. `rows`: title and lines of each; `foot`: title and text of each; `end`: limits, and which report."""

    language: str
    direction: str
    title: str
    day: str
    product: str
    hint: str
    lead: str
    rows: tuple[tuple[str, tuple[Line, ...]], ...]
    foot: tuple[tuple[str, str], ...]
    end: tuple[str, str]


def brief(content: bytes, words: Words, released: bool, share: float = 1) -> Brief:
    """`content`: the report's data as released, or as it would be. `share`: of the length that a text may have."""
    data, said = json.loads(content), Phrases(words)
    made = _Made(data, said, share)
    people = said.say("people", n=data["delegates"]) if data["delegates"] else ""
    mark = hashlib.sha256(content).hexdigest()[:8].upper()
    rows = (made.why(), made.case(), made.saw(), made.changed(), made.explained(), made.would(), made.us())
    return Brief(
        language=words.tag,
        direction=words.direction,
        title=said.say("brief.heading", case=data["scenario_title"]),
        day=data["held_on"],
        product=words.say("common.product"),
        hint=said.say("brief.hint"),
        lead=dotted(
            said.say("brief.released" if released else "brief.preview"),
            words.day(data["held_on"]),
            people,
            said.say("brief.fictional"),
        ),
        rows=tuple(zip(said.all("brief.rows"), (tuple(r) or made.none() for r in rows), strict=True)),
        foot=((said.say("brief.concern"), said.say("brief.procedure")), *made.help()),
        end=(f"{said.say('aid')} {said.say('brief.one_room')}", said.say("brief.mark", mark=f"{mark[:4]} {mark[4:]}")),
    )


def cut(text: str, most: int) -> str:
    """At most so many characters in one line, ended between words with … where something is left out."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    kept, _, _ = flat[:most].rpartition(" ")
    return (kept or flat[: most - 1]).rstrip(" ,;:.") + "…"


@dataclass(frozen=True)
class _Made:
    data: Json
    said: Phrases
    share: float

    def short(self, text: str, most: int = TEXT) -> str:
        return cut(text, max(20, int(most * self.share)))

    def none(self) -> tuple[Line, ...]:
        return (Line(self.said.say("brief.none"), small=True),)

    def why(self) -> Iterator[Line]:
        people = self.data["delegates"]
        yield Line(self.said.say("brief.why", n=people) if people else self.said.say("brief.why_few"))
        yield Line(self.said.say("brief.here"), write=True)

    def case(self) -> Iterator[Line]:
        opening = self.data.get("opening", "")
        yield Line(self.short(opening, OPENING) if opening else self.data["scenario_title"])

    def saw(self) -> Iterator[Line]:
        """The card on which people differed most."""
        cards = [c for r in self.data["rounds"][:1] for c in r["cards"] if c["tallies"]]
        card = next((c for c in cards if c["kind"] == "split"), cards[0] if cards else None)
        if card is None:
            return
        kind = self.said.kind(card["kind"])
        yield Line(lowered(kind.name) + "." if kind else "", self.short(card["text"], 110) + (":" if kind else ""))
        yield Line(strip=self._strip(card))
        if card["camps"]:
            yield Line(self._camps(card))
        names = [s["name"] for s in self.data["scale"]["stages"]]
        yield Line(dotted(*(f"{n} {name}" for n, name in enumerate(names, 1))), small=True)

    def _strip(self, card: Json) -> Strip:
        return Strip(
            stages=tuple(s["name"] for s in self.data["scale"]["stages"]),
            tallies=tuple(card["tallies"].values()),
            need_to_know=card["need_to_know"] or 0,
            before=None,
            kind=card["kind"],
            median=None,
            camps=None,
            topics=(),
            lane=self.said.say("know_more"),
            words=self.said.words,
        )

    def _camps(self, card: Json) -> str:
        low, high = card["camps"]["low"], card["camps"]["high"]
        ends = {f"{at}_at": self._stages(side) for at, side in (("low", low), ("high", high))}
        told = self.said.say("brief.camps", low=low["n"], high=high["n"], placed=card["placed"], **ends)
        reason = card["shared_reason"]
        return " ".join([told, *([self.said.say("brief.shared", reason=lowered(reason))] if reason else [])])

    def _stages(self, side: Json) -> str:
        names = {s["id"]: s["name"] for s in self.data["scale"]["stages"]}
        first, last = (lowered(names[side[at]]) for at in ("first", "last"))
        return first if first == last else self.said.say("card.from_to", first=first, last=last)

    def changed(self) -> Iterator[Line]:
        """Of each placing again the card that most people moved, those of most people first."""
        found = [(c, row) for row in self.data["ledger"] for c in row["cards"] if c["movement"] and _moved(c)]
        best: dict[str, tuple[Json, Json]] = {}
        for card, row in sorted(found, key=lambda one: -_moved(one[0])):
            best.setdefault(row["round"], (card, row))
        told = list(best.values())[:CHANGES]
        for card, row in told:
            heard = next(r["information_text"] for r in self.data["rounds"] if r["round"] == row["round"])
            name = next(c["text"] for r in self.data["rounds"] for c in r["cards"] if c["card"] == card["card"])
            parts = movement_parts(card["movement"], self.data["scale"]["ends"], self.said.words)
            told_parts = [p.text if p.n is None else f"{self.said.words.number(p.n)} {p.text}" for p in parts]
            went = commas(told_parts, self.said.words)
            yield Line(self.short(heard), self.said.say(f"glance.{'information' if heard else 'discussion'}") + ":")
            yield Line(f"{self.short(name, 110)}: {went}.")
        if told:
            yield Line(self.said.say("brief.not_correctness"), small=True)

    def explained(self) -> Iterator[Line]:
        texts = self.data["formulation"]["explanation"]
        for part in ("because", "kept_going", "eased", "rival"):
            if texts.get(part):
                yield Line(self.short(texts[part]), self.said.say(f"explained.{part}") + ":")

    def would(self) -> Iterator[Line]:
        actions = self.data["plan"]["actions"]
        for target in TARGETS:
            found = [a["action"] for a in actions if a["target"] == target]
            if found:
                yield Line(self.short("; ".join(found)), self.said.words.say(f"names.target.{target}") + ":")

    def us(self) -> Iterator[Line]:
        for question in self.said.all("brief.questions"):
            yield Line(question, write=True)

    def help(self) -> Iterator[tuple[str, str]]:
        for one in self.data.get("resources", [])[:HELP]:
            where = one["number"] or one["url"].removeprefix("https://").removeprefix("www.").rstrip("/")
            yield self.short(one["title"], 60), self.short(where or one["text"], 60)


def _moved(card: Json) -> int:
    """How many of those who answered again moved."""
    return sum(n for way, n in card["movement"].items() if way != "same")
