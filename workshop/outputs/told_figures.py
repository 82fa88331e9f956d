"""What an overview needs of one released report, taken from its JSON once: told figures, and no text of a room."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from workshop.domain.periods import quarter_of

Json = dict[str, Any]


@dataclass(frozen=True)
class ToldCard:
    """A card at its first placing. `tallies` by stage; `unsure`: how many need to know more; `missing`: topics, ids."""

    text: str
    tallies: tuple[int, ...]
    unsure: int
    kind: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class ToldMove:
    """A card placed again. `information`: its text, "" after a talk. `moved`: (typical, same, harmful), None: not told.

    `expected`: what the author expects; "" where nothing is.
    """

    card: str
    information: str
    expected: str
    moved: tuple[int, int, int] | None


@dataclass(frozen=True)
class ToldFigures:
    """One report. `people` None: too few, and then it has no figures. `confidence`: (item, its words, start, end).

    `themes`: of questions that were kept, as whoever led the room sorted them; nobody's answers.
    """

    title: str
    held_on: str
    scenario: str
    scenario_title: str
    version: int
    k: int
    people: int | None
    stages: tuple[tuple[str, str], ...]
    cards: tuple[ToldCard, ...]
    moves: tuple[ToldMove, ...]
    confidence: tuple[tuple[str, str, int, int], ...]
    needs: tuple[tuple[str, int], ...]
    rehearsal: bool = False
    themes: tuple[tuple[str, int], ...] = ()

    @property
    def quarter(self) -> str:
        """In which it was held."""
        return quarter_of(self.held_on)


FORM = TypeAdapter(ToldFigures)


def read(kept: bytes | str) -> ToldFigures:
    """What was written before."""
    return FORM.validate_json(kept)


def written(figures: ToldFigures) -> str:
    """Canonical JSON."""
    return FORM.dump_json(figures).decode()


def told_figures(content: bytes) -> ToldFigures:
    """Of a released report's JSON, of whatever version: what it does not have is not there. Raises ValueError."""
    found = json.loads(content)
    if not isinstance(found, dict):
        raise ValueError("no report")
    report = cast("Json", found)
    people = report.get("delegates")
    told = people is not None
    return ToldFigures(
        title=str(report.get("title") or report["scenario"]),
        held_on=str(report["held_on"]),
        scenario=str(report["scenario"]),
        scenario_title=str(report.get("scenario_title") or report["scenario"]),
        version=int(report["scenario_version"]),
        k=int(report.get("threshold", 5)),
        people=int(people) if told else None,
        stages=tuple((str(s["id"]), str(s["name"])) for s in report["scale"]["stages"]),
        cards=tuple(_cards(report)) if told else (),
        moves=tuple(_moves(report)) if told else (),
        confidence=tuple(_confidence(report)) if told else (),
        needs=tuple((str(n["need"]), int(n["n"])) for n in report.get("needs", ()) if n["n"]) if told else (),
        rehearsal=bool(report.get("rehearsal", False)),
        themes=tuple((str(t["theme"]), int(t["n"])) for t in report.get("question_themes", ())) if told else (),
    )


def _cards(report: Json) -> Iterator[ToldCard]:
    for shown in report.get("rounds", ()):
        for card in shown["cards"] if shown["cause"] == "first" else ():
            if card["tallies"]:
                tallies = tuple(int(n) for n in card["tallies"].values())
                missing = tuple(str(m) for m in card.get("missing") or ())
                kind = str(card["label"] or "")
                yield ToldCard(str(card["text"]), tallies, int(card["need_to_know"] or 0), kind, missing)


def _moves(report: Json) -> Iterator[ToldMove]:
    texts = {c["card"]: str(c["text"]) for shown in report.get("rounds", ()) for c in shown["cards"]}
    given = {shown["round"]: str(shown.get("information_text") or "") for shown in report.get("rounds", ())}
    for row in report.get("ledger", ()):
        for card in row["cards"]:
            moved = card["movement"]
            ways = ("typical", "same", "harmful")
            told = None if moved is None else tuple(int(moved[way]) for way in ways)
            text, information = texts.get(card["card"]), given.get(row["round"], "")
            if text is not None:
                yield ToldMove(text, information, str(card.get("expected") or ""), told)  # pyright: ignore[reportArgumentType]


def _confidence(report: Json) -> Iterator[tuple[str, str, int, int]]:
    asked = report.get("confidence", ())
    ends = {c["asking"]: {i["item"]: i for i in c["items"] if i["asked"] == "now"} for c in asked}
    for item, start in ends.get("before", {}).items():
        end = ends.get("after", {}).get(item)
        if end and start["median"] is not None and end["median"] is not None:
            yield str(item), str(start["words"]), int(start["median"]), int(end["median"])
